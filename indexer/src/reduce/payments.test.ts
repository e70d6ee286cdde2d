import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignClaims } from './payments';

const claim = (validator: string, era: number) => ({ validator, era });

describe('assignClaims', () => {
  it('gives each claim of a batch the events up to its validator', () => {
    const claims = [claim('V1', 7), claim('V2', 7), claim('V1', 8)];
    const stashes = ['g1', 'g2', 'V1', 'V2', 'g1', 'V1'];
    expect(assignClaims(stashes, claims).map((c) => `${c?.validator}/${c?.era}`)).toEqual([
      'V1/7',
      'V1/7',
      'V1/7',
      'V2/7',
      'V1/8',
      'V1/8',
    ]);
  });

  it('skips a claim that was refused and names nobody for events of no claim', () => {
    expect(assignClaims(['g1', 'V2'], [claim('V1', 1), claim('V2', 1)]).map((c) => c?.validator)).toEqual(['V2', 'V2']);
    expect(assignClaims(['g1'], [])).toEqual([null]);
    expect(assignClaims(['V1', 'late'], [claim('V1', 1)])).toEqual([claim('V1', 1), null]);
  });

  it('finds every claim again, whoever the guarantors are', () => {
    const guarantors = fc.array(fc.constantFrom('g1', 'g2', 'g3'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('V1', 'V2', 'V3'), fc.nat(90), guarantors)), (paid) => {
        const stashes = paid.flatMap(([validator, , others]) => [...others, validator]);
        const expected = paid.flatMap(([validator, era, others]) =>
          [...others, validator].map(() => claim(validator, era)),
        );
        expect(
          assignClaims(
            stashes,
            paid.map(([validator, era]) => claim(validator, era)),
          ),
        ).toEqual(expected);
      }),
    );
  });
});
