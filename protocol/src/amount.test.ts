import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatCru, formatPerbillPercent, parseBytes, parseCru } from './amount';

describe('amounts', () => {
  it('come back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }), (pico) => {
        expect(parseCru(formatCru(pico))).toBe(pico);
        expect(formatCru(pico)).toMatch(/^-?\d+(\.\d*[1-9])?$/);
      }),
    );
    expect([0n, 1n, 1_500_000_000_000n, -100_000_000n].map(formatCru)).toEqual([
      '0',
      '0.000000000001',
      '1.5',
      '-0.0001',
    ]);
  });

  it('refuse what is no amount', () => {
    for (const text of ['', '.', '1.', '.5', '1e3', '1,000', '0x10', '1.0000000000001', 'NaN', '1'.repeat(31)]) {
      expect(() => parseCru(text), text).toThrow('is not an amount of CRU');
    }
    expect(parseCru(' 2 ')).toBe(2_000_000_000_000n);
  });

  it('show sizes in binary units, cut and never rounded up', () => {
    const shown = [0n, 1023n, 1024n, 1_610_612_736n, 1024n ** 4n - 1n, 2n ** 80n * 5n].map(formatBytes);
    expect(shown).toEqual(['0 B', '1023 B', '1 KiB', '1.5 GiB', '1023.99 GiB', '5120 ZiB']);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 59n }), (bytes) => {
        const text = formatBytes(bytes);
        expect(parseBytes(text) <= bytes).toBe(true);
      }),
    );
    expect(() => formatBytes(-1n)).toThrow('cannot be negative');
  });

  it('read sizes people write', () => {
    expect([parseBytes('8 GiB'), parseBytes('1.5TB'), parseBytes('700'), parseBytes('2 kib')]).toEqual([
      8n * 1024n ** 3n,
      1_500_000_000_000n,
      700n,
      2048n,
    ]);
    for (const text of ['', 'GiB', '-1', '1 XB', '1..2', '1.5.5 GB', 'constructor']) {
      expect(() => parseBytes(text), text).toThrow('is not a size');
    }
  });

  it('show Perbill as percent', () => {
    expect([0n, 2_000_000n, 1_000_000_000n, 1n].map(formatPerbillPercent)).toEqual(['0', '0.2', '100', '0.0000001']);
  });
});
