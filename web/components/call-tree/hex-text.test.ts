import { describe, expect, it } from 'vitest';
import { hexAsText, looksLikeCid } from './hex-text';

describe('hexAsText', () => {
  it('reads text and leaves keys and hashes alone', () => {
    expect(hexAsText('0x516d5947')).toBe('QmYG');
    expect(hexAsText('0x')).toBeNull();
    expect(hexAsText('0x00ff')).toBeNull();
    expect(hexAsText('0x7f')).toBeNull();
    expect(hexAsText('plain')).toBeNull();
  });
});

describe('looksLikeCid', () => {
  it('knows both versions', () => {
    expect(looksLikeCid('QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG')).toBe(true);
    expect(looksLikeCid('bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi')).toBe(true);
    expect(looksLikeCid('QmNot')).toBe(false);
  });
});
