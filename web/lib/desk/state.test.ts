import { RANK_FACTORS, STARTING_WEIGHTS } from '@moho/protocol/yield/rank';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount, parsePercent, readDesk, readIds, weightName } from './state';

describe('what a guarantor types', () => {
  it('is an amount above nothing, with or without separators', () => {
    expect(['1000', '1,000.5', '0.000000000001', ' 7 '].map(parseAmount)).toEqual([
      10n ** 15n,
      10005n * 10n ** 11n,
      1n,
      7n * 10n ** 12n,
    ]);
    expect(['0', '-1', '', 'all', '1e3', '0.0000000000001', '9'.repeat(31)].map(parseAmount)).toEqual(
      Array(7).fill(null),
    );
  });

  it('comes back from the address as it was', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 27n }),
        fc.array(fc.nat(10), { minLength: 9, maxLength: 9 }),
        (pico, all) => {
          const { amountText } = readDesk({ amount: String(readDesk({}).amountText) });
          expect(amountText).toBe('1000');
          const weights = Object.fromEntries(RANK_FACTORS.map((factor, i) => [weightName(factor), String(all[i])]));
          const state = readDesk({ ...weights, amount: readDesk({ amount: '5' }).amountText });
          expect(state.weights.map(({ weight }) => weight)).toEqual(all.slice(0, RANK_FACTORS.length));
          expect(state.isWeighed).toBe(RANK_FACTORS.some((factor, i) => STARTING_WEIGHTS[factor] !== all[i]));
          const text = `${pico / 10n ** 12n}.${String(pico % 10n ** 12n).padStart(12, '0')}`;
          expect(readDesk({ amount: text }).amountPico).toBe(pico);
          expect(parseAmount(readDesk({ amount: text }).amountText)).toBe(pico);
        },
      ),
    );
  });

  it('is a percentage of any size', () => {
    expect(['85', '85.5 %', '0,0000001', '-3', '250'].map(parsePercent)).toEqual([
      850_000_000n,
      855_000_000n,
      1n,
      -30_000_000n,
      2_500_000_000n,
    ]);
    expect(['', 'x', '1e3', '1.00000001', '--1'].map(parsePercent)).toEqual(Array(5).fill(null));
  });

  it('names nodes, each once', () => {
    expect(readIds(' a,b,,a , c')).toEqual(['a', 'b', 'c']);
    expect(readIds(null)).toEqual([]);
  });
});
