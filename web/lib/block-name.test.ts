import { describe, expect, it } from 'vitest';
import { parseBlockName, parseExtrinsicName } from './block-name';

const hash = `0x${'Ab'.repeat(32)}`;

describe('parseBlockName', () => {
  it('knows numbers and hashes', () => {
    expect(parseBlockName('120')).toEqual({ number: 120, hash: null });
    expect(parseBlockName(hash)).toEqual({ number: null, hash: hash.toLowerCase() });
  });
  it('refuses the rest', () => {
    for (const junk of ['', 'latest', '0xab', '-3', '12.5', `${hash}00`]) expect(parseBlockName(junk)).toBeNull();
  });
});

describe('parseExtrinsicName', () => {
  it('knows block-index and hashes', () => {
    expect(parseExtrinsicName('0120-01')).toEqual({ id: '120-1', hash: null });
    expect(parseExtrinsicName(hash)?.hash).toBe(hash.toLowerCase());
  });
  it('refuses the rest', () => {
    for (const junk of ['', '12', '12-', '-1', '1-1-1', '99999999999-1']) expect(parseExtrinsicName(junk)).toBeNull();
  });
});
