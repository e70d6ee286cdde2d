import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiToBytes } from './base/text';
import { fileId, isFileId } from './cid';

describe('file ids', () => {
  it('are the CID itself when it is letters and digits', () => {
    const cid = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG';
    expect(fileId(asciiToBytes(cid))).toBe(cid);
    expect(fileId(asciiToBytes('a'.repeat(128)))).toBe('a'.repeat(128));
  });

  it('are a hash for everything else', () => {
    for (const junk of [[], [0], [0x2f], [0x7e], [0xc3, 0xa9], Array(129).fill(97)]) {
      expect(fileId(Uint8Array.from(junk))).toMatch(/^~[0-9a-f]{64}$/);
    }
  });

  it('never name two byte strings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 140 }), fc.uint8Array({ maxLength: 140 }), (a, b) => {
        expect(isFileId(fileId(a))).toBe(true);
        expect(fileId(a) === fileId(b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
      }),
    );
  });
});
