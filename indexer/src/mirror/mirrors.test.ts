import { bytesToHex, encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, amount, bytes, encode, fieldsOf, oldRegistry, rowsOf, u32, u64 } from '../../test-support/encoded';
import { marketBenefitKey, sworkBenefitKey } from './benefits';
import { superOfKey } from './identity';
import { merchantLedgerKey } from './ledgers';
import { unappliedSlashesKey } from './slashes';
import { guarantorKey, ledgerKey, stakeLimitKey, validatorKey } from './staking';
import { codeKey, groupKey, identityKey, pubKeyKey, workReportKey } from './swork';

describe('swork', () => {
  it('reads work reports, identities, keys, codes and groups', () => {
    fc.assert(
      fc.property(
        u64,
        account,
        bytes(64),
        bytes(32),
        fc.option(account),
        fc.uniqueArray(account, { maxLength: 4 }),
        (n, who, key, code, owner, members) => {
          const report = {
            report_slot: n,
            spower: n,
            free: n,
            reported_files_size: n,
            reported_srd_root: code,
            reported_files_root: key,
          };
          expect(fieldsOf(rowsOf('Swork.WorkReports', workReportKey(key), encode('WorkReport', report)))).toMatchObject(
            {
              id: key,
              reportSlot: n,
              reportedFilesSizeBytes: n,
              srdRoot: code,
              filesRoot: key,
            },
          );
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
          expect(fieldsOf(rowsOf('Swork.Codes', codeKey(code), encode('u32', 77)))).toEqual({
            id: code,
            expireBlock: 77,
          });
          const group = rowsOf('Swork.Groups', groupKey(who), encode('Group', { members, allowlist: members }));
          expect(fieldsOf(group)).toMatchObject({ id: who, memberCount: members.length });
          expect(new Set(group.slice(1).map((row) => (row.fields as { member?: string }).member))).toEqual(
            new Set(members),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('staking and benefits', () => {
  it('reads ledgers, guarantors, limits and preferences', () => {
    fc.assert(
      fc.property(
        account,
        amount,
        fc.array(fc.record({ value: amount, era: u32 }), { maxLength: 4 }),
        fc.array(u32, { maxLength: 90 }),
        (who, n, chunks, eras) => {
          const ledger = encode('StakingLedger', {
            stash: who,
            total: n,
            active: n,
            unlocking: chunks,
            claimed_rewards: eras,
          });
          expect(fieldsOf(rowsOf('Staking.Ledger', ledgerKey(who), ledger))).toEqual({
            id: who,
            stash: who,
            total: n,
            active: n,
            unlocking: JSON.stringify(chunks.map(({ value, era }) => ({ value: value.toString(), era }))),
            claimedRewards: eras,
          });
          const targets = [{ who, value: n }];
          const guarantor = rowsOf(
            'Staking.Guarantors',
            guarantorKey(who),
            encode('Guarantee', { targets, total: n, submitted_in: 9, suppressed: true }),
          );
          expect(fieldsOf(guarantor)).toEqual({ id: who, total: n, submittedIn: 9, suppressed: true });
          expect(fieldsOf(guarantor, 1)).toEqual({
            id: `${who}-${who}`,
            guarantor: who,
            validator: who,
            position: 0,
            value: n,
          });
          expect(fieldsOf(rowsOf('Staking.StakeLimit', stakeLimitKey(who), encode('u128', n)))).toEqual({
            id: who,
            limit: n,
          });
          expect(
            fieldsOf(rowsOf('Staking.Validators', validatorKey(who), encode('ValidatorPrefs', { fee: 800_000_000 }))),
          ).toEqual({
            id: who,
            guaranteeFeePerbill: 800_000_000,
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads both kinds of benefits', () => {
    fc.assert(
      fc.property(account, amount, u32, (who, n, count) => {
        const market = {
          total_funds: n,
          active_funds: n,
          used_fee_reduction_quota: n,
          file_reward: n,
          refreshed_at: count,
          unlocking_funds: [{ value: n, era: 5 }],
        };
        expect(
          fieldsOf(rowsOf('Benefits.MarketBenefits', marketBenefitKey(who), encode('MarketBenefit', market))),
        ).toMatchObject({
          fileReward: n,
          refreshedAt: count,
          unlockingFunds: JSON.stringify([{ value: n.toString(), era: 5 }]),
        });
        const swork = {
          total_funds: n,
          active_funds: n,
          total_fee_reduction_count: count,
          used_fee_reduction_count: 1,
          refreshed_at: 2,
          unlocking_funds: [],
        };
        expect(
          fieldsOf(rowsOf('Benefits.SworkBenefits', sworkBenefitKey(who), encode('SworkBenefit', swork))),
        ).toMatchObject({
          totalFeeReductionCount: count,
          usedFeeReductionCount: 1,
          unlockingFunds: '[]',
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('slashes', () => {
  it('reads what waits for an era, one row for each report', () => {
    const u128 = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
    const slash = fc.record({
      validator: account,
      own: u128,
      others: fc.array(fc.tuple(account, u128), { maxLength: 3 }),
      reporters: fc.array(account, { maxLength: 2 }),
      payout: u128,
    });
    fc.assert(
      fc.property(u32, fc.array(slash, { maxLength: 3 }), (era, slashes) => {
        const raw = encode('Vec<UnappliedSlash>', slashes);
        const rows = rowsOf('Staking.UnappliedSlashes', unappliedSlashesKey(era), raw);
        expect(rows.map(({ fields }) => fields)).toEqual(
          slashes.map(({ others, ...plain }, position) => ({
            id: `${era}-${position}`,
            era,
            position,
            ...plain,
            others: JSON.stringify(others.map(([guarantor, value]) => ({ guarantor, value: String(value) }))),
          })),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('identity', () => {
  it('reads whom a sub-account belongs to, and its name whatever it is', () => {
    fc.assert(
      fc.property(account, account, fc.uint8Array({ maxLength: 32 }), (who, parent, name) => {
        const data = encode('Data', name.length === 0 ? { None: null } : { Raw: bytesToHex(name) });
        const raw = `${encode('AccountId', parent)}${data.slice(2)}`;
        expect(fieldsOf(rowsOf('Identity.SuperOf', superOfKey(who), raw))).toEqual({
          id: who,
          superAccount: parent,
          nameData: data,
        });
      }),
    );
    const hashed = `${encode('AccountId', `0x${'11'.repeat(32)}`)}22${'ab'.repeat(32)}`;
    expect(fieldsOf(rowsOf('Identity.SuperOf', superOfKey(encodeAddress(new Uint8Array(32))), hashed))).toMatchObject({
      nameData: `0x22${'ab'.repeat(32)}`,
    });
  });
});

describe('market', () => {
  it('reads the ledgers of the first market', () => {
    const u128 = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
    fc.assert(
      fc.property(account, u128, u128, (who, reward, collateral) => {
        const raw = encode('MerchantLedger', { reward, collateral }, oldRegistry);
        const rows = rowsOf('Market.MerchantLedgers', merchantLedgerKey(who), raw);
        expect(fieldsOf(rows)).toEqual({ id: who, reward, collateral });
      }),
      { numRuns: 40 },
    );
  });
});
