import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blake2b256, blake2b512 } from './hash';
import { bytesToHex } from './hex';

describe('hash', () => {
  it('equals the platform’s blake2b of 64 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(bytesToHex(blake2b512(bytes)).slice(2)).toBe(createHash('blake2b512').update(bytes).digest('hex'));
      }),
    );
  });

  it('has the known 32-byte digest of nothing', () => {
    expect(bytesToHex(blake2b256(new Uint8Array()))).toBe(
      '0x0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8',
    );
  });
});
