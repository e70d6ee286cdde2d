import { DEVNET_PROFILE } from '@moho/protocol/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Chain, createChain } from '../chain';
import { brokenBooks } from '../invariants/books';
import { crustEconomy } from './index';
import { EVERYDAY_SCENARIOS } from './scenarios';
import type { Performance } from './scenarios/stage';

const BLOCKS = 2000;
const seed = Number(process.env.SIMULATION_SEED ?? 11);
function start() {
  const economy = crustEconomy(seed, DEVNET_PROFILE.slotBlocks, { scenarios: EVERYDAY_SCENARIOS });
  const chain = createChain({
    seed,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy,
    freeze: true,
  });
  return { chain, performances: economy.performances };
}

describe(`the local chain's economy (SIMULATION_SEED=${seed}, ${BLOCKS} blocks)`, () => {
  let chain: Chain;
  let performances: readonly Performance[];
  const seen = new Map<string, number>();
  const refused: string[] = [];
  const broken: string[] = [];

  beforeAll(() => {
    ({ chain, performances } = start());
    for (let i = 0; i < BLOCKS; i++) {
      refused.push(...chain.produce().map((r) => `${r.extrinsic.call.def.name}: ${r.why.message}`));
      for (const { pallet, name } of chain.runtime.events.records) {
        seen.set(`${pallet}.${name}`, (seen.get(`${pallet}.${name}`) ?? 0) + 1);
      }
      if (i % 10 === 0) broken.push(...brokenBooks(chain).map((rule) => `block ${chain.head()}: ${rule}`));
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
    'System.KilledAccount',
    'Balances.DustLost',
    'Swork.SetCodeSuccess',
    'Swork.RemoveCodeSuccess',
    'Swork.SetPunishmentSuccess',
    'Swork.SetSpowerSuperiorSuccess',
    'Market.SetSpowerSuperiorSuccess',
    'Market.SetEnableMarketSuccess',
    'Market.SetBaseFeeSuccess',
    'Treasury.Proposed',
    'Treasury.Rejected',
    'Scheduler.Scheduled',
    'Scheduler.Canceled',
    'Scheduler.Dispatched',
    'ImOnline.SomeOffline',
    'Offences.Offence',
  ])('reaches %s', (name) => expect(seen.get(name) ?? 0).toBeGreaterThan(0));

  it('lives through the everyday scenarios, each with its facts', () => {
    const lost = performances.filter((p) => p.ended() instanceof Error).map((p) => `${p.scenario.name}: ${p.ended()}`);
    expect(lost).toEqual([]);
    const done = performances.filter((p) => p.ended() === 'well');
    expect(done.length).toBeGreaterThan(performances.length * 0.8);
    const wrong = done.flatMap(({ scenario, facts }) =>
      facts.filter(({ holds }) => !holds).map(({ what, block }) => `${scenario.name} at ${block}: ${what}`),
    );
    expect(wrong).toEqual([]);
  });

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
    const { chain: again } = start();
    for (let i = 0; i < 200; i++) again.produce();
    expect(again.hash(200)).toBe(chain.hash(200));
  });
});
