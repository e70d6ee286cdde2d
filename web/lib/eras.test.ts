import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eraText, parseEras } from './eras';

it('reads the eras it writes, and nothing that is no range', () => {
  fc.assert(
    fc.property(fc.nat(2_147_483_647), fc.nat(1000), (from, more) => {
      const range = { from, to: Math.min(from + more, 2_147_483_647) };
      expect(parseEras(eraText(range))).toEqual(range);
    }),
  );
  expect(parseEras(' 8 – 12 ')).toEqual({ from: 8, to: 12 });
  for (const text of ['', '-', '5-', '-5', '9-8', '1-2-3', 'x', '1.5', '99999999999'])
    expect(parseEras(text)).toBeNull();
});
