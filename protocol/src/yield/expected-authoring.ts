/** Over so many of the newest closed eras block rewards are averaged for a look ahead: a week on mainnet. */
export const AUTHORING_WINDOW = 28;

/** A node in one closed era. */
export interface AuthoringEra {
  elected: boolean;
  /** ErasAuthoringPayout, pico-CRU; null when it made no block */
  authoringPayout: bigint | null;
}

/**
 * What a node may be expected to earn by making blocks in an era, pico-CRU: what it earned in those of the newest eras in
 * which it was elected, divided by their number and rounded down; 0 for one that is not elected now. `eras` come newest
 * first, null where it did not stand. An estimate: who makes how many blocks of an era is known only afterwards.
 */
export const expectedAuthoring = (eras: readonly (AuthoringEra | null)[], electedNow: boolean): bigint => {
  const inOffice = eras.slice(0, AUTHORING_WINDOW).filter((era) => era?.elected);
  if (!electedNow || inOffice.length === 0) return 0n;
  return inOffice.reduce((sum, era) => sum + (era?.authoringPayout ?? 0n), 0n) / BigInt(inOffice.length);
};
