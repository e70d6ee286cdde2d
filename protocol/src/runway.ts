/**
 * How long a file's prepaid pool carries it (crust-protocol §3.4, §6): whoever settles the file after its paid time renews
 * it as long as the pool pays a renewal; each renewal buys the full time again, counted from the settlement.
 */
export interface Runway {
  /** renewals the pool pays at these prices */
  renewals: bigint;
  /** first block that is no longer paid for when every renewal happens at once; null while the paid time has not begun */
  dryBlock: bigint | null;
}

export interface RunwayInput {
  prepaid: bigint;
  /** what one renewal takes from the pool: `renewal(…).cost` */
  renewalCost: bigint;
  /** end of the time paid now; 0: not begun */
  expiredAt: number;
  /** the block of the question: an expired file can be renewed from here on at the earliest */
  block: number;
  fileDurationBlocks: number;
}

/** What the pool pays at today's price. Without a price there is no answer, so a cost of 0 gives no renewals. */
export const prepaidRunway = (input: RunwayInput): Runway => {
  const { prepaid, renewalCost, expiredAt, block, fileDurationBlocks } = input;
  const renewals = renewalCost > 0n ? prepaid / renewalCost : 0n;
  if (expiredAt === 0) return { renewals, dryBlock: null };
  const from = renewals > 0n ? Math.max(expiredAt, block) : expiredAt;
  return { renewals, dryBlock: BigInt(from) + renewals * BigInt(fileDurationBlocks) };
};
