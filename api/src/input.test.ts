import { encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../test/any-text';
import { readAddress, readFileId, readHex } from './input';

test('an address of any network and a public key are the same account', () => {
  const key = new Uint8Array(32).fill(9);
  const crust = encodeAddress(key);
  expect(crust.startsWith('cT')).toBe(true);
  expect(readAddress('id', encodeAddress(key, 42))).toBe(crust);
  expect(readAddress('id', `0x${'09'.repeat(32)}`)).toBe(crust);
  expect(() => readAddress('id', `${crust.slice(0, -1)}x`)).toThrow('is not an account address');
});

test('any text is either read or refused in one sentence', () => {
  fc.assert(
    fc.property(anyText(400), (text) => {
      for (const read of [readAddress, readHex, readFileId]) {
        try {
          read('x', text);
        } catch (error) {
          expect(String(error)).toMatch(/(is not|is 0x-hex|too long|NUL)/);
          expect(String(error)).not.toMatch(/[\p{Cc}]/u);
        }
      }
    }),
  );
});
