/**
 * The whole fee of an extrinsic from the treasury's part of it: the runtime gives 80 % of fee and tip to the treasury,
 * rounded down, the rest to the author. Exact within 1 pico, as two neighbouring fees can have the same part.
 */
export const wholeFee = (treasuryPart: bigint): bigint => (treasuryPart * 5n + 3n) / 4n;
