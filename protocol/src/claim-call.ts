import { bytesToHex, type Hex } from './base/hex';
import { decodeAddress } from './base/ss58';

/** The bytes of staking.reward_stakers, to be signed in any wallet by anyone. */
export interface ClaimCall {
  /** SCALE bytes of the call, without signature */
  callData: Hex;
  palletIndex: number;
  callIndex: number;
}

/** Place of the Staking pallet in every runtime. */
const STAKING = 8;

/** set_payee stood before it up to spec 3 (decl_module of each mainnet spec). */
const claimCallIndex = (spec: number): number => (spec <= 3 ? 11 : 10);

const u32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);

/** Call data that claims an era of a validator for everybody behind it, for the runtime of that spec. */
export const claimCall = (spec: number, stash: string, era: number): ClaimCall => {
  if (!Number.isInteger(era) || era < 0 || era > 0xffff_ffff) throw new RangeError(`an era is a u32, not ${era}`);
  const callIndex = claimCallIndex(spec);
  return {
    callData: bytesToHex(Uint8Array.from([STAKING, callIndex, ...decodeAddress(stash), ...u32(era)])),
    palletIndex: STAKING,
    callIndex,
  };
};
