import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayCru, groupDigits, shortCru } from './amount';
import { displayBytes, displayPerbill, formatInteger, groupBlocks, ratioPerbill, shorten } from './quantity';
import { formatDuration, formatRelative, formatUtc } from './time';

const CRU = 10n ** 12n;
const text = (pico: bigint) => {
  const { whole, fraction } = displayCru(pico);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

describe('displayCru', () => {
  it('shows what a reader can use and keeps the exact figure', () => {
    expect(text(0n)).toBe('0');
    expect(text(1n)).toBe('0.000000000001');
    expect(text(123_456_789n)).toBe('0.0001235');
    expect(text(3n * CRU + CRU / 2n)).toBe('3.5');
    expect(text(1_234_567n * CRU + 891_234_567_890n)).toBe('1,234,567.89');
    expect(text(-5n * CRU)).toBe('−5');
    expect(displayCru('10874523793172000000').exact).toBe('10,874,523.793172000000');
  });
  it('keeps two decimals in a column, so that points stand under each other', () => {
    const column = (pico: bigint) => Object.values(displayCru(pico, true)).slice(0, 2).join('.');
    expect([5n * CRU, 1234n * CRU + CRU / 2n, 2n * CRU + 345_678_901_234n].map(column)).toEqual([
      '5.00',
      '1,234.50',
      '2.35',
    ]);
    expect(column(123_456_789n)).toBe('0.0001235');
  });
  it('carries a rounding over the point', () => {
    expect(text(999_999_999_999n)).toBe('1');
    expect(text(9_999_999n * CRU + 999_999_999_999n)).toBe('10,000,000');
  });
  it('keeps the exact value to the pico and rounds by less than one part in a thousand', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (pico) => {
        const { exact, rounded } = displayCru(pico);
        expect(BigInt(exact.replace(/[,.]/g, '').replace('−', '-'))).toBe(pico);
        const [whole = '', fraction = ''] = text(pico).replaceAll(',', '').replace('−', '-').split('.');
        const negative = whole.startsWith('-');
        const size = BigInt(whole.replace('-', '')) * CRU + BigInt(fraction.padEnd(12, '0'));
        const shown = negative ? -size : size;
        expect(rounded).toBe(shown !== pico);
        const off = shown > pico ? shown - pico : pico - shown;
        expect(off * 1000n <= (pico < 0n ? -pico : pico)).toBe(true);
      }),
    );
  });
  it('refuses text that is no whole number', () => {
    expect(() => displayCru('1.5')).toThrow();
  });
});

describe('shortCru', () => {
  it('names thousands and millions', () => {
    expect(shortCru(3_422_313_500_000_000n)).toBe('3.42 k');
    expect(shortCru(10_874_523n * CRU)).toBe('10.87 M');
    expect(shortCru(CRU / 4n)).toBe('0.25');
  });
});

describe('quantities', () => {
  it('groups digits', () => {
    expect([groupDigits('1'), groupDigits('1234'), groupDigits('1234567')]).toEqual(['1', '1,234', '1,234,567']);
    expect(formatInteger(-1234567n)).toBe('−1,234,567');
  });
  it('groups block numbers inside sentences, and no other digits', () => {
    expect(groupBlocks('Stored: paid until block 1234567 since 2026, as of block 900.')).toBe(
      'Stored: paid until block 1,234,567 since 2026, as of block 900.',
    );
  });
  it('writes sizes and shares', () => {
    expect(displayBytes('1610612736')).toBe('1.5 GiB');
    expect(displayPerbill(850_000_000)).toBe('85 %');
    expect(displayPerbill(333_333_333)).toBe('33.33 %');
    expect(ratioPerbill(1n, 3n)).toBe(333_333_333n);
    expect(ratioPerbill(1n, 0n)).toBe(0n);
  });
  it('shortens only what is longer than the short form', () => {
    expect(shorten('cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd')).toBe('cTJp8A…tzVd');
    expect(shorten('short')).toBe('short');
  });
});

describe('time', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  it('tells durations in the units people use', () => {
    expect(formatDuration(0)).toBe('0 s');
    expect(formatDuration(75_000)).toBe('1 min 15 s');
    expect(formatDuration(3 * 3600_000)).toBe('3 h');
    expect(formatDuration(90 * 60_000)).toBe('1 h 30 min');
  });
  it('looks both ways', () => {
    expect(formatRelative(at(-1), now)).toBe('now');
    expect(formatRelative(at(-300), now)).toBe('5 min ago');
    expect(formatRelative(at(86_400 * 12), now)).toBe('in 12 d');
  });
  it('writes absolute times in UTC', () => {
    expect(formatUtc(now)).toBe('2026-11-21 12:00:00 UTC');
  });
});
