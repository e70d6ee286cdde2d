import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestRank, SIZE_CLASSES, sizeClassOf, WAITING_RULES, waitingReason } from './waiting';

const block = fc.option(fc.nat(10_000), { nil: null });

it('a file waits for a report, then for the service, then for nobody any more', () => {
  fc.assert(
    fc.property(block, block, (reportedBlock, processedBlock) => {
      const reason = waitingReason({ reportedBlock, processedBlock });
      expect(WAITING_RULES[reason].length).toBeGreaterThan(20);
      expect(reason === 'NOT_REPORTED').toBe(reportedBlock === null);
      if (reportedBlock === null) return;
      // before spec 23 nobody stands between a report and the market
      if (processedBlock === null) expect(reason).toBe('NOT_ACCEPTED');
      else expect(reason).toBe(processedBlock < reportedBlock ? 'NOT_APPLIED' : 'NOT_ACCEPTED');
    }),
  );
});

it('every size is of exactly one class', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 40n }), (size) => {
      const holding = SIZE_CLASSES.filter(
        ({ fromBytes, belowBytes }) => fromBytes <= size && (belowBytes === null || size < belowBytes),
      );
      expect(holding).toEqual([SIZE_CLASSES[sizeClassOf(size)]]);
    }),
  );
});

it('the nearest rank is one of the values, and as many are not above it as it says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 100 }),
      (values, p) => {
        const found = nearestRank(values, p) as number;
        const share = (most: number) => values.filter((value) => value <= most).length * 100;
        expect(values).toContain(found);
        expect(share(found)).toBeGreaterThanOrEqual(p * values.length);
        expect(share(found - 1)).toBeLessThan(p * values.length);
      },
    ),
  );
  expect([nearestRank([], 50), nearestRank([1, 2, 3, 4], 50), nearestRank([3, 1, 2], 90)]).toEqual([null, 2, 3]);
});
