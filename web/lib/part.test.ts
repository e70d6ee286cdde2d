import { expect, it } from 'vitest';
import { parsePart } from './part';

it('reads per cent as parts per billion', () => {
  expect(parsePart('97.5')).toBe(975_000_000);
  expect(parsePart(' 100 %')).toBe(1_000_000_000);
  expect(parsePart('0.0000001')).toBe(1);
  for (const text of ['', '-1', '101', '1e2', '1,5', '100.1', 'x']) expect(parsePart(text)).toBeNull();
});
