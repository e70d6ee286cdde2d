import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApplicationInput, reportApplication, serviceLagBlocks } from './report-applied';

const anything: fc.Arbitrary<ApplicationInput> = fc.record({
  accepted: fc.boolean(),
  spec: fc.integer({ min: 1, max: 25 }),
  block: fc.nat(100),
  changedFiles: fc.nat(3),
  wrapped: fc.boolean(),
  lastProcessedBlock: fc.option(fc.nat(100)),
});

describe('what became of a report’s files', () => {
  it('is told by the service’s progress from spec 23 on, and by nothing else before', () => {
    fc.assert(
      fc.property(anything, (report) => {
        const now = reportApplication(report);
        const passed = report.lastProcessedBlock !== null && report.lastProcessedBlock >= report.block;
        const byService = report.accepted && report.changedFiles > 0 && report.spec >= 23;
        expect(now === 'WAITING').toBe(byService && !passed);
        expect(now === 'APPLIED').toBe(byService && passed && !report.wrapped);
        expect(now === 'PASSED_OVER').toBe(byService && passed && report.wrapped);
        expect(now === 'NOT_ACCEPTED').toBe(!report.accepted);
      }),
    );
  });

  it('never goes back to waiting while the service moves on', () => {
    fc.assert(
      fc.property(anything, fc.nat(100), (report, further) => {
        const later = { ...report, lastProcessedBlock: (report.lastProcessedBlock ?? 0) + further };
        if (reportApplication(report) !== 'WAITING') expect(reportApplication(later)).not.toBe('WAITING');
      }),
    );
  });

  it('the service’s lag is counted in blocks and never negative', () => {
    expect(serviceLagBlocks(100, null)).toBeNull();
    expect(serviceLagBlocks(100, 90)).toBe(10);
    expect(serviceLagBlocks(90, 100)).toBe(0);
  });
});
