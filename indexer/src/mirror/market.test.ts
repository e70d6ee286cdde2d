import { bytesToHex, encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  account,
  amount,
  bytes,
  encode,
  fieldsOf,
  oldRegistry,
  rowsOf,
  text,
  u32,
  u64,
} from '../../test-support/encoded';
import { fileKey, fileV2Key } from './market';

const replica = fc.record({
  who: account,
  valid_at: u32,
  anchor: bytes(64),
  is_reported: fc.boolean(),
  created_at: fc.option(u32),
});
const file = fc.record({
  file_size: u64,
  spower: u64,
  expired_at: u32,
  calculated_at: u32,
  amount,
  prepaid: amount,
  reported_replica_count: u32,
  remaining_paid_count: u32,
});

const expectFile = (fields: Record<string, unknown>, value: Record<string, unknown>): void => {
  expect(text(fields.sizeBytes)).toBe(text(value.file_size));
  // the index's blocks end at 2^31 - 1
  const block = (given: unknown) => Math.min(Number(given), 2 ** 31 - 1);
  expect(fields.expiredAt).toBe(block(value.expired_at ?? value.expired_on));
  expect(fields.calculatedAt).toBe(block(value.calculated_at));
  expect(text(fields.amount)).toBe(text(value.amount));
  expect(text(fields.prepaid)).toBe(text(value.prepaid));
  expect(fields.reportedReplicaCount).toBe(value.reported_replica_count);
};

const CID = bytesToHex(Uint8Array.from('QmTbTyReEWPWTLpQE37cHj4V3fX9Wb9vxsDGU3HmHNwTXX', (c) => c.charCodeAt(0)));

describe('files', () => {
  it('reads FileInfoV2, replicas by owner', () => {
    fc.assert(
      fc.property(
        file,
        fc.uniqueArray(fc.tuple(account, replica), { maxLength: 5, selector: ([owner]) => owner }),
        (value, replicas) => {
          const raw = encode('FileInfoV2', { ...value, replicas: new Map(replicas) });
          const rows = rowsOf('Market.FilesV2', fileV2Key(CID), raw);
          expectFile(fieldsOf(rows), value);
          expect(fieldsOf(rows)).toMatchObject({ generation: 17, remainingPaidCount: value.remaining_paid_count });
          expect(rows).toHaveLength(1 + replicas.length);
          for (const [owner, { who, valid_at, anchor, is_reported, created_at }] of replicas) {
            const found = rows.find((row) => row.fields.id.endsWith(`-${owner}`))?.fields;
            expect(found).toMatchObject({
              owner,
              who,
              anchor,
              validAt: valid_at,
              isReported: is_reported,
              createdAt: created_at ?? undefined,
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads FileInfo of specs 3 to 16', () => {
    fc.assert(
      fc.property(file, fc.array(replica, { maxLength: 5 }), (value, replicas) => {
        const rows = rowsOf('Market.Files', fileKey(CID), encode('FileInfo', { ...value, replicas }));
        expectFile(fieldsOf(rows), value);
        expect(fieldsOf(rows)).toMatchObject({ generation: 3 });
        expect(rows.slice(1).map((row) => (row.fields as { anchor?: string }).anchor)).toEqual(
          replicas.map((r) => r.anchor),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('reads (FileInfo, UsedInfo) of specs 1 and 2, also after the upgrade', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(replica, { maxLength: 5 }),
        fc.uniqueArray(fc.tuple(bytes(64), fc.boolean()), { maxLength: 4, selector: ([anchor]) => anchor }),
        (value, replicas, groups) => {
          const info = { ...value, expired_on: value.expired_at, replicas };
          const used = { used_size: value.spower, reported_group_count: 3, groups: new Map(groups) };
          const raw = encode('(FileInfo, UsedInfo)', [info, used], oldRegistry);
          const rows = rowsOf('Market.Files', fileKey(CID), raw);
          expectFile(fieldsOf(rows), value);
          expect(fieldsOf(rows)).toMatchObject({ generation: 1, reportedGroupCount: 3 });
          expect(text(fieldsOf(rows).usedSizeBytes)).toBe(text(value.spower));
          expect(new Map(JSON.parse(String(fieldsOf(rows).usedGroups)))).toEqual(new Map(groups));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps both rows of an anchor that stands twice in a list', () => {
    const one = {
      who: encodeAddress(new Uint8Array(32)),
      valid_at: 1,
      anchor: `0x${'11'.repeat(64)}`,
      is_reported: true,
    };
    const base = {
      file_size: 1,
      spower: 0,
      expired_at: 0,
      calculated_at: 0,
      amount: 0,
      prepaid: 0,
      reported_replica_count: 2,
    };
    const rows = rowsOf('Market.Files', fileKey(CID), encode('FileInfo', { ...base, replicas: [one, one] }));
    expect(new Set(rows.map((row) => row.fields.id)).size).toBe(3);
  });

  it('refuses bytes of no generation', () => {
    expect(() => rowsOf('Market.Files', fileKey(CID), '0x0102')).toThrow();
    expect(() => rowsOf('Market.FilesV2', fileV2Key(CID), `${encode('FileInfoV2', {})}00`)).toThrow(/left over/);
  });
});
