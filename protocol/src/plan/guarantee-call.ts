import { bytesToHex, type Hex } from '../base/hex';
import { decodeAddress } from '../base/ss58';

/** The bytes of staking.guarantee or cut_guarantee, to be signed with the controller's key in any wallet. */
export interface GuaranteeCall {
  /** SCALE bytes of the call, without signature */
  callData: Hex;
  palletIndex: number;
  callIndex: number;
}

/** Place of the Staking pallet in every runtime, and of the two calls in every spec: what moved stands after them. */
const STAKING = 8;
const CALL_INDEX = { guarantee: 6, cut_guarantee: 7 } as const;

const MOST = (1n << 128n) - 1n;

/** Call data; the target is a plain pair of account and u128, not a compact number (runtime-details §1 I24). */
export const guaranteeCall = (call: keyof typeof CALL_INDEX, stash: string, amountPico: bigint): GuaranteeCall => {
  if (amountPico < 0n || amountPico > MOST)
    throw new RangeError(`a guarantee is from 0 to ${MOST} pico-CRU, not ${amountPico}`);
  const value = Array.from({ length: 16 }, (_, i) => Number((amountPico >> BigInt(8 * i)) & 255n));
  const callIndex = CALL_INDEX[call];
  return {
    callData: bytesToHex(Uint8Array.from([STAKING, callIndex, ...decodeAddress(stash), ...value])),
    palletIndex: STAKING,
    callIndex,
  };
};
