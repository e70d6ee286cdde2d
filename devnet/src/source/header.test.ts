import { compactToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHeader, headerHash } from './header';
import type { Hex } from './source';

const bytes = (length: { minLength: number; maxLength: number }) =>
  fc.uint8Array(length).map((array): Hex => u8aToHex(array));
const hash = bytes({ minLength: 32, maxLength: 32 });
const number = fc.oneof(fc.nat({ max: 70_000 }), fc.integer({ min: 0, max: 0xffff_ffff }));

describe('header', () => {
  it('is encoded and hashed as another implementation does it', () => {
    fc.assert(
      fc.property(
        hash,
        number,
        hash,
        hash,
        fc.array(bytes({ minLength: 1, maxLength: 90 }), { maxLength: 70 }),
        (parentHash, block, stateRoot, extrinsicsRoot, digestLogs) => {
          const header = { parentHash, number: block, stateRoot, extrinsicsRoot, digestLogs };
          const expected = u8aConcat(
            parentHash,
            compactToU8a(block),
            stateRoot,
            extrinsicsRoot,
            compactToU8a(digestLogs.length),
            ...digestLogs,
          );
          expect(encodeHeader(header)).toBe(u8aToHex(expected));
          expect(headerHash(header)).toBe(blake2AsHex(expected));
        },
      ),
    );
  });
});
