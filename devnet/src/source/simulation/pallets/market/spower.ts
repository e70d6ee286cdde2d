/** From this many reported replicas on, so many times the size is added to the size (spec 23 and later). */
const STEPS: readonly (readonly [replicas: number, times: bigint])[] = [
  [158, 199n],
  [143, 189n],
  [128, 179n],
  [116, 169n],
  [101, 159n],
  [93, 149n],
  [84, 119n],
  [75, 99n],
  [66, 79n],
  [56, 49n],
  [49, 19n],
  [41, 14n],
  [33, 9n],
  [25, 7n],
  [17, 3n],
  [9, 1n],
];

/** Weight of one matured replica of a file: its size, raised by the number of reported replicas. */
export function spowerOf(sizeBytes: bigint, replicas: number): bigint {
  if (replicas === 0) return sizeBytes;
  const step = STEPS.find(([from]) => replicas >= from);
  return step ? sizeBytes + sizeBytes * step[1] : sizeBytes + sizeBytes / 10n;
}
