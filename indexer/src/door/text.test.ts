import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromText, toText } from './text';

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('~', '~n', '~n5', '~~', '~s~x', '~d0'),
  fc.bigInt(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const row = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
  fc.oneof(leaf, fc.array(leaf)),
  { noNullPrototype: true },
);

describe('what crosses the door as text', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.array(row), leaf)), (rows) => {
        expect(fromText(toText(rows))).toEqual(rows);
      }),
    );
  });

  it('leaves undefined fields out, and knows undefined itself', () => {
    expect(fromText(toText([{ id: 'a', tip: undefined }]))).toEqual([{ id: 'a' }]);
    expect(fromText(toText(undefined))).toBeUndefined();
  });

  it('refuses a mark nobody made', () => {
    expect(() => fromText('"~x1"')).toThrow('not packed');
  });
});
