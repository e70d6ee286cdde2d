import { bytesToHex, type Hex } from './base/hex';
import { encodeBytes, marketPalletIndex } from './order-call';

/** The bytes of market.calculate_reward, to be signed in any wallet. */
export interface SettleCall {
  /** SCALE bytes of the call, without signature */
  callData: Hex;
  palletIndex: number;
  callIndex: number;
}

/** Place of the call in its pallet, which moved whenever a call was put before it (decl_module of each mainnet spec). */
const settleCallIndex = (spec: number): number => {
  if (spec <= 2) return 5;
  if (spec <= 21) return 2;
  return spec === 22 ? 3 : spec === 23 ? 4 : 6;
};

/** Call data that settles a file, for the runtime of that spec. `cid`: the bytes the chain keeps. */
export const settleCall = (spec: number, cid: Uint8Array): SettleCall => {
  const palletIndex = marketPalletIndex(spec);
  const callIndex = settleCallIndex(spec);
  return {
    callData: bytesToHex(Uint8Array.from([palletIndex, callIndex, ...encodeBytes(cid)])),
    palletIndex,
    callIndex,
  };
};
