const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** A process that ran this long has recovered: its next failure counts as the first again. */
export const RECOVERED_MS = 60_000;

/** How long to wait before starting a process again after its `failures`-th failure in a row: 1, 2, 4 … 60 s. */
export function backoffMs(failures: number, firstMs: number = FIRST_MS): number {
  return Math.min(firstMs * 2 ** Math.max(0, failures - 1), LONGEST_MS);
}
