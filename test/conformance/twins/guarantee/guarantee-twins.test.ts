import { beforeAll, describe, expect, it } from 'vitest';
import { countGuarantees, type GuaranteeCounts, guaranteeProblems } from './check';
import { type GuaranteeTwin, playGuarantees } from './twins';

/** The slice for `npm test`; `npm run verify:twins -- --guarantee` plays many seeds and asks for every kind. */
const BLOCKS = 640;
const TWINS = { busy: 1, shared: 3 };
/** Where the people of a seed left the crowd too small, the next seed is played, too. */
const MOST_SEEDS = 4;
const seed = Number(process.env.SIMULATION_SEED ?? 1 + Math.floor(Math.random() * 1000));

describe.each(['busy', 'shared'] as const)(`a guarantee on twin chains, %s (SIMULATION_SEED=${seed})`, (crowd) => {
  const twins: GuaranteeTwin[] = [];
  let counts: GuaranteeCounts;
  beforeAll(() => {
    for (let next = seed; next < seed + MOST_SEEDS; next += 1) {
      twins.push(...playGuarantees(crowd, next, TWINS[crowd], BLOCKS));
      counts = countGuarantees(twins);
      if (counts.kinds.entersThe64 > 0 && (crowd === 'busy' || counts.kinds.smallNode > 0)) break;
    }
  });

  it('brings its guarantor what was told, to the pico', () => {
    expect(twins.flatMap(guaranteeProblems)).toEqual([]);
    expect(counts.sameBasis).toBeGreaterThan(0);
  });

  it('is played into the 64 that are paid, and where limits are shared on a small node', () => {
    expect(counts.kinds.entersThe64).toBeGreaterThan(0);
    if (crowd === 'shared') expect(counts.kinds.smallNode).toBeGreaterThan(0);
  });
});
