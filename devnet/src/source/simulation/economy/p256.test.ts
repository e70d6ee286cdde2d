import { p256 } from '@noble/curves/p256';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signP256, timesBase } from './p256';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

it('signs byte for byte as another implementation of RFC 6979', () => {
  fc.assert(
    fc.property(bytes, bytes, (secret, digest) => {
      fc.pre(p256.utils.isValidSecretKey(secret));
      const theirs = p256.sign(digest, secret, { lowS: false }).toBytes('compact');
      expect(signP256(secret, digest).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
      expect(timesBase(secret).toString('hex')).toBe(
        Buffer.from(p256.getPublicKey(secret, false).subarray(1)).toString('hex'),
      );
    }),
    { numRuns: 60 },
  );
});
