import { bytesToHex, encodeAddress } from '@moho/protocol/base';
import { TypeRegistry } from '@polkadot/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import chainTypes from '../chaintypes';
import type { Row } from '../write/entities';
import { MIRRORS } from './index';
import { fileKey, fileV2Key } from './market';
import type { Mirror } from './mirror';
import { guarantorKey, ledgerKey, stakeLimitKey, validatorKey } from './staking';
import { codeKey, groupKey, identityKey, pubKeyKey, workReportKey } from './swork';
import { marketBenefitKey, sworkBenefitKey } from './benefits';

/** The same values, encoded by polkadot.js from the chain types, must come out of our own readers. */
const [before, after] = chainTypes.typesBundle.spec.crust.types;
const registryOf = (types: object): TypeRegistry => {
  const registry = new TypeRegistry();
  registry.register(types as never);
  return registry;
};
const oldRegistry = registryOf(before?.types as object);
const registry = registryOf(after?.types as object);

const mirror = (name: string): Mirror => {
  const found = MIRRORS.find((item) => item.name === name);
  if (!found) throw new Error(`no mirror ${name}`);
  return found;
};
const encode = (type: string, value: unknown, types = registry): string =>
  bytesToHex((types.createType(type as never, value as never) as { toU8a(): Uint8Array }).toU8a());
const rowsOf = (name: string, key: string, raw: string): Row[] => mirror(name).rows(key, raw);
const fieldsOf = (rows: Row[], at = 0): Record<string, unknown> => rows[at]?.fields as unknown as Record<string, unknown>;

const u32 = fc.integer({ min: 0, max: 0xffffffff });
const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const amount = fc.oneof(fc.bigInt({ min: 0n, max: 1n << 70n }), fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }));
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(bytesToHex);
const account = bytes(32).map((hex) => encodeAddress(hex));
const text = (value: unknown): string => String(value);

const replica = fc.record({ who: account, valid_at: u32, anchor: bytes(64), is_reported: fc.boolean(), created_at: fc.option(u32) });
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
  expect(fields.expiredAt).toBe(value.expired_at ?? value.expired_on);
  expect(fields.calculatedAt).toBe(value.calculated_at);
  expect(text(fields.amount)).toBe(text(value.amount));
  expect(text(fields.prepaid)).toBe(text(value.prepaid));
  expect(fields.reportedReplicaCount).toBe(value.reported_replica_count);
};

const CID = bytesToHex(Uint8Array.from('QmTbTyReEWPWTLpQE37cHj4V3fX9Wb9vxsDGU3HmHNwTXX', (c) => c.charCodeAt(0)));

describe('files', () => {
  it('reads FileInfoV2, replicas by owner', () => {
    fc.assert(
      fc.property(file, fc.uniqueArray(fc.tuple(account, replica), { maxLength: 5, selector: ([owner]) => owner }), (value, replicas) => {
        const raw = encode('FileInfoV2', { ...value, replicas: new Map(replicas) });
        const rows = rowsOf('Market.FilesV2', fileV2Key(CID), raw);
        expectFile(fieldsOf(rows), value);
        expect(fieldsOf(rows)).toMatchObject({ generation: 17, remainingPaidCount: value.remaining_paid_count });
        expect(rows).toHaveLength(1 + replicas.length);
        for (const [owner, { who, valid_at, anchor, is_reported, created_at }] of replicas) {
          const found = rows.find((row) => row.fields.id.endsWith(`-${owner}`))?.fields;
          expect(found).toMatchObject({ owner, who, anchor, validAt: valid_at, isReported: is_reported, createdAt: created_at ?? undefined });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads FileInfo of specs 3 to 16', () => {
    fc.assert(
      fc.property(file, fc.array(replica, { maxLength: 5 }), (value, replicas) => {
        const rows = rowsOf('Market.Files', fileKey(CID), encode('FileInfo', { ...value, replicas }));
        expectFile(fieldsOf(rows), value);
        expect(fieldsOf(rows)).toMatchObject({ generation: 3 });
        expect(rows.slice(1).map((row) => (row.fields as { anchor?: string }).anchor)).toEqual(replicas.map((r) => r.anchor));
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
    const one = { who: encodeAddress(new Uint8Array(32)), valid_at: 1, anchor: `0x${'11'.repeat(64)}`, is_reported: true };
    const base = { file_size: 1, spower: 0, expired_at: 0, calculated_at: 0, amount: 0, prepaid: 0, reported_replica_count: 2 };
    const rows = rowsOf('Market.Files', fileKey(CID), encode('FileInfo', { ...base, replicas: [one, one] }));
    expect(new Set(rows.map((row) => row.fields.id)).size).toBe(3);
  });

  it('refuses bytes of no generation', () => {
    expect(() => rowsOf('Market.Files', fileKey(CID), '0x0102')).toThrow();
    expect(() => rowsOf('Market.FilesV2', fileV2Key(CID), `${encode('FileInfoV2', {})}00`)).toThrow(/left over/);
  });
});

describe('swork', () => {
  it('reads work reports, identities, keys, codes and groups', () => {
    fc.assert(
      fc.property(u64, account, bytes(64), bytes(32), fc.option(account), fc.uniqueArray(account, { maxLength: 4 }), (n, who, key, code, owner, members) => {
        const report = { report_slot: n, spower: n, free: n, reported_files_size: n, reported_srd_root: code, reported_files_root: key };
        expect(fieldsOf(rowsOf('Swork.WorkReports', workReportKey(key), encode('WorkReport', report)))).toMatchObject({
          id: key,
          reportSlot: n,
          reportedFilesSizeBytes: n,
          srdRoot: code,
          filesRoot: key,
        });
        const identity = encode('Identity', { anchor: key, punishment_deadline: n, group: owner });
        expect(fieldsOf(rowsOf('Swork.Identities', identityKey(who), identity))).toMatchObject({
          id: who,
          anchor: key,
          punishmentDeadline: n,
          owner: owner ?? undefined,
        });
        const info = encode('PKInfo', { code, anchor: owner === null ? null : key });
        expect(fieldsOf(rowsOf('Swork.PubKeys', pubKeyKey(key), info))).toMatchObject({
          id: key,
          code,
          anchor: owner === null ? undefined : key,
        });
        expect(fieldsOf(rowsOf('Swork.Codes', codeKey(code), encode('u32', 77)))).toEqual({ id: code, expireBlock: 77 });
        const group = rowsOf('Swork.Groups', groupKey(who), encode('Group', { members, allowlist: members }));
        expect(fieldsOf(group)).toMatchObject({ id: who, memberCount: members.length });
        expect(new Set(group.slice(1).map((row) => (row.fields as { member?: string }).member))).toEqual(new Set(members));
      }),
      { numRuns: 40 },
    );
  });
});

describe('staking and benefits', () => {
  it('reads ledgers, guarantors, limits and preferences', () => {
    fc.assert(
      fc.property(account, amount, fc.array(fc.record({ value: amount, era: u32 }), { maxLength: 4 }), fc.array(u32, { maxLength: 90 }), (who, n, chunks, eras) => {
        const ledger = encode('StakingLedger', { stash: who, total: n, active: n, unlocking: chunks, claimed_rewards: eras });
        expect(fieldsOf(rowsOf('Staking.Ledger', ledgerKey(who), ledger))).toEqual({
          id: who,
          stash: who,
          total: n,
          active: n,
          unlocking: JSON.stringify(chunks.map(({ value, era }) => ({ value: value.toString(), era }))),
          claimedRewards: eras,
        });
        const targets = [{ who, value: n }];
        const guarantor = rowsOf('Staking.Guarantors', guarantorKey(who), encode('Guarantee', { targets, total: n, submitted_in: 9, suppressed: true }));
        expect(fieldsOf(guarantor)).toEqual({ id: who, total: n, submittedIn: 9, suppressed: true });
        expect(fieldsOf(guarantor, 1)).toEqual({ id: `${who}-${who}`, guarantor: who, validator: who, position: 0, value: n });
        expect(fieldsOf(rowsOf('Staking.StakeLimit', stakeLimitKey(who), encode('u128', n)))).toEqual({ id: who, limit: n });
        expect(fieldsOf(rowsOf('Staking.Validators', validatorKey(who), encode('ValidatorPrefs', { fee: 800_000_000 })))).toEqual({
          id: who,
          guaranteeFeePerbill: 800_000_000,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('reads both kinds of benefits', () => {
    fc.assert(
      fc.property(account, amount, u32, (who, n, count) => {
        const market = { total_funds: n, active_funds: n, used_fee_reduction_quota: n, file_reward: n, refreshed_at: count, unlocking_funds: [{ value: n, era: 5 }] };
        expect(fieldsOf(rowsOf('Benefits.MarketBenefits', marketBenefitKey(who), encode('MarketBenefit', market)))).toMatchObject({
          fileReward: n,
          refreshedAt: count,
          unlockingFunds: JSON.stringify([{ value: n.toString(), era: 5 }]),
        });
        const swork = { total_funds: n, active_funds: n, total_fee_reduction_count: count, used_fee_reduction_count: 1, refreshed_at: 2, unlocking_funds: [] };
        expect(fieldsOf(rowsOf('Benefits.SworkBenefits', sworkBenefitKey(who), encode('SworkBenefit', swork)))).toMatchObject({
          totalFeeReductionCount: count,
          usedFeeReductionCount: 1,
          unlockingFunds: '[]',
        });
      }),
      { numRuns: 40 },
    );
  });
});
