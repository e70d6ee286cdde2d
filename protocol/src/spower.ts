/**
 * spower: the weight in bytes that each matured replica of a file gives its owner (crust-protocol §3.6;
 * market `calculate_spower`). Two tables: specs 3–22 and from 23 on. Specs 1–2 use the older one for `used`, counted by
 * groups. An immature replica counts the file's size instead.
 */
interface Step {
  /** the smallest number of reported replicas of this step */
  from: number;
  whole: bigint;
  numerator: bigint;
  denominator: bigint;
}

const step = (from: number, whole: bigint, numerator = 0n, denominator = 1n): Step => ({
  from,
  whole,
  numerator,
  denominator,
});

const STEPS_BEFORE_23: readonly Step[] = [
  step(0, 0n),
  step(1, 1n, 1n, 20n),
  step(9, 1n, 1n, 5n),
  step(17, 1n, 1n, 2n),
  step(25, 2n),
  step(33, 2n, 3n, 5n),
  step(41, 3n, 3n, 10n),
  step(49, 4n),
  step(56, 5n),
  step(66, 6n),
  step(75, 7n),
  step(84, 8n),
  step(93, 8n, 1n, 2n),
  step(101, 8n, 4n, 5n),
  step(116, 9n),
  step(128, 9n, 1n, 5n),
  step(143, 9n, 2n, 5n),
  step(158, 9n, 3n, 5n),
  step(168, 9n, 4n, 5n),
  step(183, 10n),
];

// 1.1 is size + floor(size / 10); the others are whole multiples
const STEPS_FROM_23: readonly Step[] = [
  step(0, 1n),
  step(1, 1n, 1n, 10n),
  step(9, 2n),
  step(17, 4n),
  step(25, 8n),
  step(33, 10n),
  step(41, 15n),
  step(49, 20n),
  step(56, 50n),
  step(66, 80n),
  step(75, 100n),
  step(84, 120n),
  step(93, 150n),
  step(101, 160n),
  step(116, 170n),
  step(128, 180n),
  step(143, 190n),
  step(158, 200n),
];

const stepFor = (replicas: number, spec: number): Step => {
  const steps = spec >= 23 ? STEPS_FROM_23 : STEPS_BEFORE_23;
  let found = steps[0] as Step;
  for (const candidate of steps) if (candidate.from <= replicas) found = candidate;
  return found;
};

/** spower in bytes of one matured replica of a file with this size and number of reported replicas. */
export const spower = (sizeBytes: bigint, reportedReplicas: number, spec: number): bigint => {
  const { whole, numerator, denominator } = stepFor(reportedReplicas, spec);
  return whole * sizeBytes + (sizeBytes / denominator) * numerator;
};

/** The factor of the table as tenths of a percent of the size (1.05 → 1050), for showing the table. */
export const spowerFactorPermille = (reportedReplicas: number, spec: number): number => {
  const { whole, numerator, denominator } = stepFor(reportedReplicas, spec);
  return Number(whole * 1000n + (numerator * 1000n) / denominator);
};

/** The fewest replicas for each factor, ascending. */
export const spowerSteps = (spec: number): { fromReplicas: number; factorPermille: number }[] =>
  (spec >= 23 ? STEPS_FROM_23 : STEPS_BEFORE_23).map(({ from }) => ({
    fromReplicas: from,
    factorPermille: spowerFactorPermille(from, spec),
  }));

/**
 * Whether a replica made at `createdAt` may count the file's spower in a `calculate_spowers` of block `block`
 * (specs ≥ 3; Market.SpowerReadyPeriod). It is not automatic: the call must name the file.
 */
export const isMature = (createdAt: number | null, block: number, readyPeriodBlocks: number): boolean =>
  createdAt === null || createdAt + readyPeriodBlocks <= block;
