import { encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../test/any-text';
import { cidSiblings, parseCid, readAddress, readHex } from './input';

const V0 = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPCkW'.replace('CkW', 'bdG');

test('an address of any network and a public key are the same account', () => {
  const key = new Uint8Array(32).fill(9);
  const crust = encodeAddress(key);
  expect(crust.startsWith('cT')).toBe(true);
  expect(readAddress('id', encodeAddress(key, 42))).toBe(crust);
  expect(readAddress('id', `0x${'09'.repeat(32)}`)).toBe(crust);
  expect(() => readAddress('id', `${crust.slice(0, -1)}x`)).toThrow('is not an account address');
});

test('siblings are the other spellings of the same content, and lead back', () => {
  const cid = parseCid(V0);
  expect(cid?.version).toBe(0);
  const [v1] = cidSiblings(V0);
  expect(v1).toMatchObject({ version: 1, encoding: 'base32' });
  expect(v1?.cid.startsWith('bafy')).toBe(true);
  expect(cidSiblings(v1?.cid ?? '').map((s) => s.cid)).toEqual([V0]);
  // raw content has no version 0
  expect(cidSiblings('bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy')).toEqual([]);
});

test('any text is either read or refused in one sentence', () => {
  fc.assert(
    fc.property(anyText(400), (text) => {
      expect(() => cidSiblings(text)).not.toThrow();
      for (const read of [readAddress, readHex]) {
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
