import { DEVNET_PROFILE } from '@moho/protocol/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Chain, createChain } from '../chain';
import { POTS } from '../pallets/market/storage';
import { crustEconomy } from './index';

const BLOCKS = 2000;
const seed = Number(process.env.SIMULATION_SEED ?? 11);
const start = () =>
  createChain({
    seed,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy: crustEconomy(seed, DEVNET_PROFILE.slotBlocks),
    freeze: true,
  });

describe(`the local chain's economy (SIMULATION_SEED=${seed}, ${BLOCKS} blocks)`, () => {
  let chain: Chain;
  const seen = new Map<string, number>();
  const refused: string[] = [];
  const broken: string[] = [];

  beforeAll(() => {
    chain = start();
    for (let i = 0; i < BLOCKS; i++) {
      refused.push(...chain.produce().map((r) => `${r.extrinsic.call.def.name}: ${r.why.message}`));
      for (const { pallet, name } of chain.runtime.events.records) {
        seen.set(`${pallet}.${name}`, (seen.get(`${pallet}.${name}`) ?? 0) + 1);
      }
      if (i % 10 === 0) broken.push(...brokenRules(chain));
    }
  }, 120_000);

  it('never sends what cannot be included', () => expect(refused).toEqual([]));

  it.each([
    'Market.FileSuccess',
    'Market.RenewFileSuccess',
    'Market.AddPrepaidSuccess',
    'Market.CalculateSuccess',
    'Market.IllegalFileClosed',
    'Market.FileClosed',
    'Market.RewardMerchantSuccess',
    'Market.UpdateReplicasSuccess',
    'Market.CalculateSpowersSuccess',
    'Swork.RegisterSuccess',
    'Swork.WorksReportSuccess',
    'Swork.ABUpgradeSuccess',
    'Swork.JoinGroupSuccess',
    'Swork.QuitGroupSuccess',
    'Swork.KickOutSuccess',
    'Swork.UpdateSpowerSuccess',
    'Staking.UpdateStakeLimitSuccess',
    'Staking.EraReward',
    'Staking.Reward',
    'Staking.GuaranteeSuccess',
    'Staking.CutGuaranteeSuccess',
    'Staking.ChillSuccess',
    'Staking.Unbonded',
    'Benefits.AddBenefitFundsSuccess',
    'Benefits.CutBenefitFundsSuccess',
    'Utility.BatchCompleted',
    'Utility.BatchInterrupted',
    'Multisig.MultisigExecuted',
    'Identity.IdentitySet',
    'System.ExtrinsicFailed',
  ])('reaches %s', (name) => expect(seen.get(name) ?? 0).toBeGreaterThan(0));

  it('keeps its books at every tenth block', () => expect(broken).toEqual([]));

  it('has punished machines, matured and immature replicas, and files nobody took', () => {
    const { swork, market } = chain.runtime.pallets;
    const deadlines = swork.storage.identities.entries().map(([, row]) => row.punishmentDeadline);
    expect(deadlines.some((d) => d > swork.storage.currentReportSlot.get())).toBe(true);
    const files = market.storage.files.entries().map(([, file]) => file);
    const replicas = files.flatMap((file) => [...file.replicas.values()]);
    expect(replicas.some((r) => r.createdAt === null)).toBe(true);
    expect(replicas.some((r) => r.createdAt !== null)).toBe(true);
    expect(files.some((f) => f.expiredAt === 0)).toBe(true);
  });

  it('is the same chain when it is made again', () => {
    const again = start();
    for (let i = 0; i < 200; i++) again.produce();
    expect(again.hash(200)).toBe(chain.hash(200));
  });
});

/** Rules of the market and of work that hold between any two rows, whatever happened. */
function brokenRules(chain: Chain): string[] {
  const { market, swork, benefits, balances, staking } = chain.runtime.pallets;
  const out: string[] = [];
  const need = (rule: string, ok: boolean) => {
    if (!ok) out.push(`block ${chain.head()}: ${rule}`);
  };
  const files = market.storage.files.entries();
  need('FileKeysCount counts the files', market.storage.keysCount.get() === files.length);
  let owed = 0n;
  for (const [cid, file] of files) {
    owed += file.amount + file.prepaid;
    need(`${cid}: reported replicas are its entries`, file.reportedReplicaCount === file.replicas.size);
    need(`${cid}: no clock without a first replica`, file.expiredAt !== 0 || file.replicas.size === 0);
  }
  for (const [, row] of benefits.market.entries()) owed += row.fileReward;
  need('the storage pot covers files and merchants', balances.free(POTS.storage) >= owed);
  let collateral = 0n;
  for (const [who, row] of benefits.market.entries()) {
    collateral += row.activeFunds;
    const swork = benefits.swork.get(who);
    need(`${who}: benefit funds are reserved`, balances.reserved(who) >= row.totalFunds + swork.totalFunds);
  }
  need('active market funds add up', benefits.current.get().totalMarketActiveFunds === collateral);
  for (const [who, row] of swork.storage.identities.entries()) {
    const members = row.group === null ? undefined : swork.storage.groups.get(row.group)?.members;
    need(`${who}: is a member of its group`, row.group === null || members?.has(who) === true);
  }
  let issued = 0n;
  for (const [, account] of chain.runtime.pallets.system.account.entries())
    issued += account.data.free + account.data.reserved;
  need('all accounts together are the issuance', issued === balances.totalIssuance());
  for (const [, guarantee] of staking.storage.guarantors.entries()) {
    const sum = guarantee.targets.reduce((total, t) => total + t.value, 0n);
    need('a guarantor’s targets add up', sum === guarantee.total);
  }
  return out;
}
