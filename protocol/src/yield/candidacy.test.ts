import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { eraFeePerbill } from '../era-recount';
import { type CandidateVersion, candidacyChanges, isWholeByRule } from './candidacy';

const fee = fc.bigInt({ min: 0n, max: BILLION });

/** A row's value block by block, null without a row, as versions of it. */
const versionsOf = (values: readonly (bigint | null)[]): CandidateVersion[] => {
  const versions: CandidateVersion[] = [];
  values.forEach((value, block) => {
    const last = versions.at(-1);
    const stands = last !== undefined && last.until === null;
    if (stands && value === last.guaranteeFeePerbill) return;
    if (stands) last.until = block;
    if (value !== null) versions.push({ from: block, until: null, guaranteeFeePerbill: value });
  });
  return versions;
};

describe('candidacyChanges', () => {
  it('tells every change of the value, and nothing else', () => {
    const values = fc.array(fc.option(fc.constantFrom(0n, 500n, BILLION)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (given) => {
        const told = new Map(candidacyChanges(versionsOf(given)).map((change) => [change.block, change]));
        given.forEach((value, block) => {
          const before = block === 0 ? null : (given[block - 1] ?? null);
          const change = told.get(block);
          if (value === before) expect(change).toBeUndefined();
          else expect(change).toMatchObject({ feeBeforePerbill: before, feePerbill: value });
          if (change) expect(change.kind).toBe(before === null ? 'JOINED' : value === null ? 'LEFT' : 'FEE');
        });
      }),
    );
  });
});

describe('isWholeByRule', () => {
  it('is true exactly where a fall made the era’s fee another one than the snapshot’s', () => {
    fc.assert(
      fc.property(fee, fc.array(fee, { maxLength: 4 }), (snapshot, said) => {
        const held = eraFeePerbill(snapshot, said);
        expect(isWholeByRule(snapshot, held)).toBe(held !== snapshot);
      }),
    );
  });
});
