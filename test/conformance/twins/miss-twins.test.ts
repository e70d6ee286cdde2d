import { beforeAll, describe, expect, it } from 'vitest';
import type { Crowd } from './chain';
import { countTwins, type TwinCounts, twinProblems } from './check';
import { playTwins, type TwinEra } from './miss-twins';

/** The slice for `npm test`; `npm run verify:twins` plays many seeds. */
const BLOCKS = { busy: 820, shared: 800 };
const MISSES = 2;
/** A short chain may have nobody who lost anything by its misses; then the next seed is played, too. */
const MOST_SEEDS = 4;
const seed = Number(process.env.SIMULATION_SEED ?? 1 + Math.floor(Math.random() * 1000));

describe.each(['busy', 'shared'] as const)(
  `a missed report on twin chains, %s (SIMULATION_SEED=${seed})`,
  (crowd: Crowd) => {
    const twins: TwinEra[] = [];
    let counts: TwinCounts;
    beforeAll(() => {
      for (let next = seed; next < seed + MOST_SEEDS; next += 1) {
        twins.push(...playTwins(crowd, next, MISSES, BLOCKS[crowd]));
        counts = countTwins(twins);
        if (counts.felt > 0) break;
      }
    });

    it('costs its owner and every guarantor what was told, to the pico', () => {
      expect(twins.flatMap(twinProblems)).toEqual([]);
      expect(counts.felt).toBeGreaterThan(0);
    });

    it('changes nothing else before the first era it reaches', () => {
      const first = new Map(twins.toReversed().map((twin) => [`${twin.miss.account} ${twin.miss.slot}`, twin]));
      expect([...first.values()].filter(({ sameBasis }) => !sameBasis)).toEqual([]);
    });

    // of the shared crowd an early era may still have fewer machines at work than the limit allows
    it('is told in the stage of limits the crowd lives in', () => {
      if (crowd === 'shared') expect(counts.stageTwo).toBeGreaterThan(0);
      else expect(counts.stageTwo).toBe(0);
    });
  },
);
