import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, type Ordering } from './cursor';
import { readWindow } from './page';

const ordering: Ordering = {
  name: 'size-desc',
  descending: true,
  keys: [
    { column: 'size', type: 'numeric' },
    { column: 'id', type: 'text' },
  ],
};

test('a cursor comes back as the place it was made of', () => {
  fc.assert(
    fc.property(
      fc.bigInt(),
      fc.string({ maxLength: 128 }).filter((s) => !s.includes('\0')),
      (size, id) => {
        const digits = String(size).slice(0, 40);
        const values = [digits === '-' ? '0' : digits, id];
        expect(decodeCursor(ordering, 'after', encodeCursor(ordering, values))).toEqual(values);
      },
    ),
  );
});

test('anything else is refused with one sentence', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (text) => {
      expect(() => decodeCursor(ordering, 'after', text)).toThrow('"after" is not a cursor of this list');
    }),
  );
  const foreign = encodeCursor({ ...ordering, name: 'other' }, ['1', 'a']);
  expect(() => decodeCursor(ordering, 'after', foreign)).toThrow('not a cursor');
  const notANumber = encodeCursor(ordering, ["1'; drop", 'a']);
  expect(() => decodeCursor(ordering, 'after', notANumber)).toThrow('not a cursor');
});

test('page sizes are 1 to 100, in one direction', () => {
  for (const first of [0, -1, 101, 2_147_483_647])
    expect(() => readWindow(ordering, { first })).toThrow('from 1 to 100');
  expect(() => readWindow(ordering, { first: 1, last: 1 })).toThrow('not for both');
  expect(readWindow(ordering, { last: 100 })).toMatchObject({ size: 100, backward: true });
  expect(readWindow(ordering, {})).toMatchObject({ size: 25, backward: false });
});
