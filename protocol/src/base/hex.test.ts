import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes, isHex } from './hex';

describe('hex', () => {
  it('comes back from hex as it was, and is what Buffer writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const hex = bytesToHex(bytes);
        expect(hex).toBe(`0x${Buffer.from(bytes).toString('hex')}`);
        expect(hexToBytes(hex)).toEqual(bytes);
        expect(hexToBytes(`0x${hex.slice(2).toUpperCase()}`)).toEqual(bytes);
        expect(isHex(hex, bytes.length)).toBe(true);
      }),
    );
  });

  it('refuses what is not hex of whole bytes', () => {
    for (const text of ['', 'ab', '0xa', '0xzz', '0x1g', ' 0x00']) {
      expect(isHex(text)).toBe(false);
      expect(() => hexToBytes(text)).toThrow('not hex bytes');
    }
    expect(isHex('0x00', 2)).toBe(false);
  });
});
