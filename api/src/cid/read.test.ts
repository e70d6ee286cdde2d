import { asciiToBytes, bytesToHex, fileId, isFileId } from '@moho/protocol';
import fc from 'fast-check';
import { base58btc } from 'multiformats/bases/base58';
import { CID } from 'multiformats/cid';
import { create as createDigest } from 'multiformats/hashes/digest';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../test/any-text';
import { TEXT_BASES } from './bases';
import { idOfText, isUsual, readContent, spellings } from './content';
import { exactIds, readCid } from './read';

const digest = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const v0 = digest(32).map((bytes) => CID.createV0(createDigest(0x12, bytes)));
/** raw, dag-pb and dag-cbor blocks under sha2-256, sha2-512 and blake2b-256 */
const v1 = fc
  .tuple(fc.constantFrom(0x55, 0x70, 0x71), fc.constantFrom([0x12, 32], [0x13, 64], [0xb220, 32]))
  .chain(([code, [hash, length]]) =>
    digest(length as number).map((bytes) => CID.createV1(code, createDigest(hash as number, bytes))),
  );
const base = fc.constantFrom(...TEXT_BASES);
/** any CID in any spelling that exists of it */
const spelled = fc.oneof(
  v0.map((cid) => ({ text: cid.toString(), version: 0, base: 'base58btc' })),
  fc.tuple(v1, base).map(([cid, b]) => ({ text: cid.toString(b.encoder), version: 1, base: b.name })),
);
/** spellings that can stand in an address: base64 has a slash, emoji are no host */
const inAddress = spelled.filter(({ base: name }) => name !== 'base64' && name !== 'base64pad');
const inHost = fc.tuple(v1, fc.constantFrom(...TEXT_BASES.filter((b) => ['base32', 'base36'].includes(b.name))));
const host = fc.constantFrom('ipfs.io', 'gw.crustfiles.app', 'localhost:8080', '127.0.0.1:8080', 'Gateway.Example');
const path = fc.constantFrom('', '/', '/a/b.txt', '/ipfs/x', '?filename=a b.txt', '#top', '/ü?download=true');
const scheme = fc.constantFrom('https://', 'http://', '');

describe('a CID', () => {
  test('there are all the bases multiformats has, identity aside', () => {
    expect(TEXT_BASES.length).toBeGreaterThanOrEqual(23);
    expect(new Set(TEXT_BASES.map((b) => b.prefix)).size).toBe(TEXT_BASES.length);
  });

  test.each(TEXT_BASES.map((b) => [b.name, b] as const))('in %s comes back as written', (name, b) => {
    fc.assert(
      fc.property(fc.oneof(v0, v1), (cid) => {
        const text = cid.toV1().toString(b.encoder);
        expect(readCid(text)).toMatchObject({ form: 'CID_V1', cid: text, version: 1, base: name, path: null });
        expect(readCid(text)?.content.equals(cid.toV1())).toBe(true);
        expect(readCid(text)?.id).toBe(fileId(new TextEncoder().encode(text)));
        expect(readCid(bytesToHex(new TextEncoder().encode(text)))).toMatchObject({ form: 'HEX', cid: text });
      }),
      { numRuns: 25 },
    );
  });

  test('of version 0 comes back as version 0', () => {
    fc.assert(
      fc.property(v0, (cid) => {
        const text = cid.toString();
        expect(readCid(text)).toMatchObject({ form: 'CID_V0', cid: text, id: text, version: 0 });
        expect(readCid(bytesToHex(asciiToBytes(text)))).toMatchObject({ form: 'HEX', id: text, version: 0 });
      }),
    );
  });

  test('is found in every kind of address, and keeps its spelling', () => {
    fc.assert(
      fc.property(inAddress, host, path, scheme, ({ text, version }, at, rest, http) => {
        const inside = { cid: text, version, path: rest === '' || rest === '/' ? null : rest };
        expect(readCid(`${http}${at}/ipfs/${text}${rest}`)).toMatchObject({ ...inside, form: 'GATEWAY_PATH' });
        expect(readCid(`/ipfs/${text}${rest}`)).toMatchObject({ ...inside, form: 'IPFS_PATH' });
        expect(readCid(`ipfs://${text}${rest}`)).toMatchObject({ ...inside, form: 'IPFS_URI' });
        expect(readCid(`ipfs://ipfs/${text}${rest}`)).toMatchObject({ ...inside, form: 'IPFS_URI' });
        expect(readCid(`dweb:/ipfs/${text}${rest}`)).toMatchObject({ ...inside, form: 'IPFS_URI' });
      }),
    );
    fc.assert(
      fc.property(inHost, host, path, scheme, fc.boolean(), ([cid, b], at, rest, http, loud) => {
        const text = cid.toString(b.encoder);
        const label = loud ? text.toUpperCase() : text;
        const found = readCid(`${http}${label}.ipfs.${at}${rest}`);
        expect(found?.form).toBe('GATEWAY_SUBDOMAIN');
        expect(found?.content.equals(cid)).toBe(true);
        if (!loud) expect(found?.cid).toBe(text);
      }),
    );
  });

  test('may stand in spaces and quotes', () => {
    const around = fc.constantFrom(' ', '\n', '\t', '"', "'", '`', '“', '”', '\u00a0', '\u200b', '');
    fc.assert(
      fc.property(spelled, around, around, ({ text }, before, after) => {
        expect(readCid(`${before}${text}${after}`)?.cid).toBe(text);
      }),
    );
  });
});

test('an IPNS name, a bare host and a transaction hash are no CID', () => {
  for (const text of [
    '/ipns/k51qzi5uqu5dlvj2baxnqndepeb86cbk3ng7n3i46uzyxzyqj2xjonzllnv0v8',
    'https://ipfs.io/ipns/docs.ipfs.tech',
    'https://ipfs.io',
    `0x${'ab'.repeat(32)}`,
    'Qm',
    '',
  ]) {
    expect(readCid(text)).toBeNull();
  }
});

test('any text is read or is not, and always has ids it could be stored under', () => {
  fc.assert(
    fc.property(anyText(400), (text) => {
      expect(() => readCid(text)).not.toThrow();
      const ids = exactIds(text);
      expect(ids.every(isFileId)).toBe(true);
      expect(ids[0]).toBe(idOfText(text));
    }),
  );
});

test('spellings of one content all lead back to it and are different files', () => {
  fc.assert(
    fc.property(fc.oneof(v0, v1), (cid) => {
      const all = spellings(cid);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const { text, id, version } of all) {
        const read = readContent(text);
        expect(read?.version).toBe(version);
        expect(read?.content.toV1().equals(cid.toV1())).toBe(true);
        expect(id).toBe(idOfText(text));
      }
      const usual = all.filter(isUsual);
      expect(usual.map(({ version }) => version)).toEqual(usual.length === 2 ? [0, 1] : [1]);
      expect(usual.length === 2).toBe(cid.code === 0x70 && cid.multihash.code === 0x12);
      expect(all.some(({ text }) => text === cid.toString(cid.version === 0 ? base58btc : undefined))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
