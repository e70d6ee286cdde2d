import { perbillMul, perbillRatio, saturatingSub } from './base/perbill';
import type { ChainProfile } from './base/profile';
import { type OrderFees, orderRules, type Renewal, renewal } from './order-price';

/**
 * What `calculate_reward` does to a file and what its caller earns (crust-protocol §3.4; runtime-details §2.5, §3 rows 18, 21
 * and 22). Anyone may call it for any file. Amounts are pico-CRU.
 */
export type SettlementOutcome =
  /** the chain refuses: no replica yet, so no paid time has begun (NotInRewardPeriod) */
  | 'REFUSED'
  /** the paid time goes on: only the block of the settlement is noted (up to spec 16 replicas are paid) */
  | 'NOTED'
  /** prepaid money pays for another period */
  | 'RENEWED'
  /** the file leaves the chain */
  | 'CLOSED';

export interface SettlementFile {
  sizeBytes: bigint;
  /** end of the paid time; 0 = no replica yet */
  expiredAt: number;
  amount: bigint;
  prepaid: bigint;
  hasReplicas: boolean;
}

export interface SettlementInput {
  file: SettlementFile;
  /** the block that holds the call */
  block: number;
  /** fees in force in that block: they may step at its beginning, before any call */
  fees: OrderFees;
  spec: number;
  profile: ChainProfile;
}

export interface Settlement {
  outcome: SettlementOutcome;
  /** of the file's amount, to the caller */
  liquidatorGain: bigint;
  /** on top of a renewal, to the caller; 0 from spec 17 on */
  renewalReward: bigint;
  /** both: what the caller receives, its transaction fee not taken off */
  callerGain: bigint;
  /** what the renewal costs and who gets it, when there is one */
  renewal: Renewal | null;
  /** the end of the paid time afterwards; 0 = waiting for a replica again; null when the file is gone */
  expiredAtAfter: number | null;
  /** what is left of the prepaid money; of a closed file it goes to the reserved pot */
  prepaidAfter: bigint;
}

/** Up to spec 16 the caller's part grows from 0 to all over this time, which begins as long after the end. */
export const graceBlocks = (profile: ChainProfile): number => Math.floor(profile.fileDurationBlocks / 12);

const liquidatorGain = ({ file, block, spec, profile }: SettlementInput): bigint => {
  if (block < file.expiredAt) return 0n;
  if (spec >= 17) return file.amount;
  const grace = BigInt(graceBlocks(profile));
  const late = saturatingSub(BigInt(block - file.expiredAt), grace);
  return perbillMul(perbillRatio(late, grace), file.amount);
};

const nothing = (outcome: SettlementOutcome, { expiredAt, prepaid }: SettlementFile): Settlement => ({
  outcome,
  liquidatorGain: 0n,
  renewalReward: 0n,
  callerGain: 0n,
  renewal: null,
  expiredAtAfter: expiredAt,
  prepaidAfter: prepaid,
});

/** The settlement of a file in a block, told from its row before it. */
export const settlement = (input: SettlementInput): Settlement => {
  const { file, block, fees, spec, profile } = input;
  if (file.expiredAt === 0) return nothing('REFUSED', file);
  const isOver = block >= file.expiredAt;
  const price = renewal(file.sizeBytes, fees, orderRules(spec));
  // specs 1–2 renew whenever the money is there, also before the end, and stack the periods
  const renews = (isOver || spec <= 2) && file.prepaid >= price.cost;
  if (!renews && !isOver) return nothing('NOTED', file);
  const gain = liquidatorGain(input);
  if (!renews) {
    return { ...nothing('CLOSED', file), liquidatorGain: gain, callerGain: gain, expiredAtAfter: null };
  }
  const start = spec <= 2 ? file.expiredAt : block;
  return {
    outcome: 'RENEWED',
    liquidatorGain: gain,
    renewalReward: price.callerReward,
    callerGain: gain + price.callerReward,
    renewal: price,
    expiredAtAfter: file.hasReplicas ? start + profile.fileDurationBlocks : 0,
    prepaidAfter: file.prepaid - price.cost,
  };
};
