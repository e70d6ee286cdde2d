import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesTransition } from './report-transition';

const file = (sizeBytes: bigint) => ({ cidHex: '0x516d', sizeBytes, validAt: 1n });
const sizes = fc.array(fc.bigInt({ min: 0n, max: 1n << 40n }), { maxLength: 5 });
const root = fc.constantFrom('0x01', '0x02');
const total = (all: bigint[]) => all.reduce((sum, one) => sum + one, 0n);

describe('the transition of a machine’s files', () => {
  it('is legal exactly when the sizes add up, or the root repeats where nothing changed', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 50n }),
        sizes,
        sizes,
        fc.bigInt({ min: -2n, max: 2n }),
        root,
        root,
        (old, added, deleted, off, before, after) => {
          const exact = old + total(added) - total(deleted);
          const expected = exact < 0n ? 0n : exact;
          const filesSizeBytes = expected + off < 0n ? 0n : expected + off;
          const now = filesTransition(
            { filesSizeBytes: old, filesRoot: before },
            { added: added.map(file), deleted: deleted.map(file), filesSizeBytes, filesRoot: after },
          );
          const still = total(added) === 0n && total(deleted) === 0n;
          expect(now.rule).toBe(still ? 'ROOT' : 'SIZE');
          expect(now.legal).toBe(still ? before === after : filesSizeBytes === expected);
          expect(now.expectedBytes).toBe(still ? null : expected);
        },
      ),
    );
  });

  it('cannot be wrong in a first report', () => {
    const first = { added: [file(5n)], deleted: [], filesSizeBytes: 0n, filesRoot: '0x' };
    expect(filesTransition(null, first)).toMatchObject({ legal: true, rule: 'FIRST', expectedBytes: null });
  });
});
