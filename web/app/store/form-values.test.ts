import { parseBytes } from '@moho/protocol/amount';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STORE_UNITS } from '../../lib/question';
import { readForm } from './form-values';

describe('the form of /store', () => {
  it('is filled in with 1 GiB', () => {
    expect(readForm({})).toMatchObject({ cid: null, sizeBytes: 2n ** 30n, tipsPico: 0n, memo: '', problems: [] });
  });

  it('takes number and unit, exactly; a unit typed behind the number wins', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.nat(99), fc.constantFrom(...STORE_UNITS), (whole, part, unit) => {
        const size = `${whole}.${part}`;
        expect(readForm({ size, unit })).toMatchObject({ sizeBytes: parseBytes(`${size} ${unit}`), problems: [] });
        expect(readForm({ size: `${size} MiB`, unit }).sizeBytes).toBe(parseBytes(`${size} MiB`));
      }),
    );
    expect(readForm({ tips: '0.000000000001' }).tipsPico).toBe(1n);
  });

  it('names what cannot be used and goes on without it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (junk) => {
        const read = readForm({ size: junk, tips: junk, memo: junk, cid: junk });
        expect(read.sizeBytes).toBeGreaterThanOrEqual(0n);
        expect(read.tipsPico).toBeGreaterThanOrEqual(0n);
        for (const problem of read.problems) expect(problem).toMatch(/[.!]$/);
      }),
    );
    expect(readForm({ size: 'huge' }).problems).toHaveLength(1);
    expect(readForm({ size: '99999999999999 GiB' }).problems).toHaveLength(1);
    expect(readForm({ tips: '-1' })).toMatchObject({ tipsPico: 0n, problems: [expect.stringContaining('-1')] });
    expect(readForm({ memo: 'x'.repeat(257) })).toMatchObject({ memo: '', problems: [expect.stringContaining('256')] });
  });
});
