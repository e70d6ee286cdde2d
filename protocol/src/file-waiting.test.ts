import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WAITING_RULES, waitingReason } from './file-waiting';

const block = fc.nat({ max: 10_000 });
const input = fc.record({ since: block, reportedAt: fc.option(block), processedBlock: fc.option(block) });

describe('why a file waits', () => {
  it('is one of three reasons, each with its rule', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(WAITING_RULES[waitingReason(given)].length).toBeGreaterThan(20);
      }),
    );
  });
  it('is that nobody reported it exactly when no report is newer than the order', () => {
    fc.assert(
      fc.property(input, (given) => {
        const reported = given.reportedAt !== null && given.reportedAt >= given.since;
        expect(waitingReason(given) === 'NOT_REPORTED').toBe(!reported);
      }),
    );
  });
  it('never goes back from passed over to not applied while the service goes on', () => {
    fc.assert(
      fc.property(input, fc.nat({ max: 1000 }), (given, further) => {
        const later = {
          ...given,
          processedBlock: given.processedBlock === null ? null : given.processedBlock + further,
        };
        if (waitingReason(given) === 'PASSED_OVER') expect(waitingReason(later)).toBe('PASSED_OVER');
        if (waitingReason(later) === 'NOT_APPLIED') expect(waitingReason(given)).toBe('NOT_APPLIED');
      }),
    );
  });
  it('is the service’s lag exactly while the report lies beyond what it has processed', () => {
    const at = (processedBlock: number | null) => waitingReason({ since: 10, reportedAt: 50, processedBlock });
    expect([at(0), at(49), at(50), at(null)]).toEqual(['NOT_APPLIED', 'NOT_APPLIED', 'PASSED_OVER', 'PASSED_OVER']);
  });
});
