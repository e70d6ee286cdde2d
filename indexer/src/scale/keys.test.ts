import { bytesToHex, hexToBytes, twox64, twox128 } from '@moho/protocol/base';
import { xxhashAsU8a } from '@polkadot/util-crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIRRORS } from '../mirror';
import { cidOfKey, fileId, fileV2Key } from '../mirror/market';
import { prefixOf, twoxBytes } from './keys';

describe('xxHash', () => {
  it('agrees with polkadot.js on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(bytesToHex(twox64(bytes))).toBe(bytesToHex(xxhashAsU8a(bytes, 64)));
        expect(bytesToHex(twox128(bytes))).toBe(bytesToHex(xxhashAsU8a(bytes, 128)));
      }),
    );
  });
});

describe('storage keys', () => {
  it('gives the known prefixes of Crust', () => {
    expect(prefixOf('Market', 'FilesV2')).toBe('0x5ebf094108ead4fefa73f7a3b13cb4a76ed21091d079415ef4a35264c626448d');
    expect(prefixOf('Swork', 'WorkReports')).toBe('0x2e3b7ab5757e6bbf28d3df3b5e01d6b9b7e949778e4650a54fcc65ad1f1ba39f');
    expect(prefixOf('Staking', 'StakeLimit')).toBe(
      '0x5f3e4907f716ac89b6347d15ececedca2de7cf22faa2a2996bf0d7148f5375da',
    );
    expect(prefixOf('Benefits', 'MarketBenefits')).toBe(
      '0x530008fdbd6548c5ab1c143b95905679840a7fd9d2eb0730c4b3546417892f4b',
    );
    expect(prefixOf('Balances', 'TotalIssuance')).toBe(
      '0xc2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80',
    );
  });

  it('has one mirror for each prefix', () => {
    expect(new Set(MIRRORS.map((mirror) => mirror.prefix)).size).toBe(MIRRORS.length);
  });

  it('reads back the bytes of a key, whatever their length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 17_000 }), (bytes) => {
        const hex = bytesToHex(bytes);
        expect(cidOfKey(fileV2Key(hex))).toBe(hex);
        expect(twoxBytes(hex).length).toBeGreaterThan(16);
      }),
      { numRuns: 30 },
    );
  });
});

describe('fileId', () => {
  it('is the CID as text, and a hash for anything else', () => {
    const hexOf = (text: string) => bytesToHex(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    expect(fileId(hexOf('QmTbTyReEWPWTLpQE37cHj4V3fX9Wb9vxsDGU3HmHNwTXX'))).toBe(
      'QmTbTyReEWPWTLpQE37cHj4V3fX9Wb9vxsDGU3HmHNwTXX',
    );
    for (const junk of ['', 'not a cid', 'a-b', 'x'.repeat(129)])
      expect(fileId(hexOf(junk))).toMatch(/^~[0-9a-f]{64}$/);
    expect(fileId(bytesToHex(hexToBytes('0xff00')))).toMatch(/^~/);
  });
});
