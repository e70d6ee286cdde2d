import { asciiToBytes, bytesToHex } from '@moho/protocol/base';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CallFact } from '../decode/facts';
import { createChanges } from '../write/changes';
import { filesOfReport, putReportedFiles } from './reported-files';

const cid = fc.stringMatching(/^[a-z0-9]{1,60}$/).map((text) => bytesToHex(asciiToBytes(text)));
const files = fc.array(fc.tuple(cid, fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.nat()), { maxLength: 6 });
type Listed = [string, bigint, number][];

const report = (added: Listed, deleted: Listed): CallFact => {
  // polkadot.js writes numbers beyond 2^53 as hex
  const list = (items: Listed) => items.map(([id, size, block]) => [id, `0x${size.toString(16)}`, block]);
  const args = { added_files: list(added), deleted_files: list(deleted) };
  return { pallet: 'swork', call: 'report_works', args, origin: 'a', wrapped: false, deferred: false };
};

it('writes one row per file, added ones first, with ids of their own over several reports of an extrinsic', () => {
  fc.assert(
    fc.property(files, files, (added, deleted) => {
      const changes = createChanges({ get: async () => undefined, children: async () => [], all: async () => [] });
      const of = { account: 'a', owner: undefined, anchor: '0x01', slot: 30, block: 7, time: new Date(0) };
      const first = putReportedFiles(report(added, deleted), of, 3, 0, { changes });
      putReportedFiles(report(deleted, added), of, 3, first, { changes });
      const rows = changes.entries().flatMap(({ puts }) => puts) as unknown as Record<string, unknown>[];
      const told = rows.map(({ cidHex, sizeBytes, validAt, isAdded }) => [cidHex, sizeBytes, validAt, isAdded]);
      const both = (one: Listed, other: Listed) => [
        ...one.map((file) => [...file, true]),
        ...other.map((file) => [...file, false]),
      ];
      expect(told).toEqual([...both(added, deleted), ...both(deleted, added)]);
      expect(rows.map(({ id }) => id)).toEqual(rows.map((_, i) => `7-3-${i}`));
    }),
  );
});

it('leaves out an attested block that is no 31-bit number', () => {
  const [file] = filesOfReport(report([['0x61', 1n, 2_147_483_648]], []));
  expect(file).toEqual({ cidHex: '0x61', sizeBytes: 1n, validAt: undefined, isAdded: true });
});
