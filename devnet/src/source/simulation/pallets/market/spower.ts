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

/** Up to spec 22: from this many replicas on, so many times the size and so many parts of it. */
const FIRST_STEPS: readonly (readonly [replicas: number, whole: bigint, part: bigint, of: bigint])[] = [
  [183, 10n, 0n, 1n],
  [168, 9n, 4n, 5n],
  [158, 9n, 3n, 5n],
  [143, 9n, 2n, 5n],
  [128, 9n, 1n, 5n],
  [116, 9n, 0n, 1n],
  [101, 8n, 4n, 5n],
  [93, 8n, 1n, 2n],
  [84, 8n, 0n, 1n],
  [75, 7n, 0n, 1n],
  [66, 6n, 0n, 1n],
  [56, 5n, 0n, 1n],
  [49, 4n, 0n, 1n],
  [41, 3n, 3n, 10n],
  [33, 2n, 3n, 5n],
  [25, 2n, 0n, 1n],
  [17, 1n, 1n, 2n],
  [9, 1n, 1n, 5n],
  [1, 1n, 1n, 20n],
];

/** Weight of one replica of a file up to spec 22: nothing without a reported replica, ten times the size at most. */
export function firstSpowerOf(sizeBytes: bigint, replicas: number): bigint {
  const step = FIRST_STEPS.find(([from]) => replicas >= from);
  if (step === undefined) return 0n;
  const [, whole, part, of] = step;
  return whole * sizeBytes + (sizeBytes / of) * part;
}
