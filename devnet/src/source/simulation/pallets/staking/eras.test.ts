import { describe, expect, test } from 'vitest';
import { CRU, id } from '../../../../test-support/pallet-bench';
import { beforeSnapshot, bond, calls, ledger, start, target } from '../../../../test-support/staking-bench';
import { STAKING_POT } from './index';

describe('eras', () => {
  test('sessions, snapshot one session ahead, the switch, and who gets its points', () => {
    const b = start();
    const s = b.pallets.staking.storage;
    expect([s.currentEra.get(), s.activeEra.get()]).toEqual([0, { index: 0, start: null }]);
    expect(s.erasStakers.get(0, id('vera')).total).toBe(1_000n * CRU);
    expect(s.erasTotalStakes.get(0)).toBe(1_500n * CRU);
    b.until((events) => events.includes('Session.NewSession'));
    expect([b.chain.head(), b.pallets.session.currentIndex()]).toEqual([34, 1]);
    expect(s.activeEra.get()?.start).toBe(BigInt(b.chain.timestampMs(1)));
    b.until(() => s.currentEra.get() === 1);
    expect([b.chain.head(), b.pallets.session.currentIndex(), s.activeEra.get()?.index]).toEqual([166, 5, 0]);
    const events = b.until((e) => e.includes('Staking.EraReward'));
    expect(b.chain.head()).toBe(199);
    expect(events.slice(0, 3)).toEqual(['ImOnline.AllGood', 'Staking.EraReward', 'Session.NewSession']);
    expect(events.at(-1)).toBe('Grandpa.NewAuthorities');
    expect([s.erasRewardPoints.get(0).total, s.erasRewardPoints.get(1).total]).toEqual([198 * 20, 20]);
  });

  test('the pot is burnt and spread over 60 eras; claims pay once, to the pico, into the bonds', () => {
    const b = start();
    const { staking, balances } = b.pallets;
    b.run('gus', bond(1_000n * CRU));
    b.run('gus_c', calls.guarantee(target('vera', 700n * CRU)));
    beforeSnapshot(b);
    staking.setStakeLimits(
      new Map([
        [id('vera'), 1_200n * CRU],
        [id('vito'), 900n * CRU],
      ]),
      2_100n * CRU,
    );
    b.run('vito', balances.calls.transfer({ dest: STAKING_POT, value: 100n * CRU }));
    const issued = balances.totalIssuance();
    b.until((events) => events.includes('Staking.EraReward'));
    const s = staking.storage;
    expect(balances.totalIssuance()).toBe(issued - 100n * CRU);
    expect(s.erasMarketPayout.get(59)).toBe((100n * CRU * 16_666_666n) / 1_000_000_000n);
    // a devnet era is 198 blocks of 6 s: 26,563 of them are a Julian year
    const pool = (5_000_000n * CRU) / 26_563n + 1_666_666_600_000n;
    const staked = s.erasStakingPayout.get(0) ?? 0n;
    const authored = s.erasAuthoringPayout.entries(0).reduce((sum, [, part]) => sum + part, 0n);
    expect(staked).toBe(pool - pool / 5n);
    expect(pool - staked - authored).toBeGreaterThanOrEqual(0n);
    expect(pool - staked - authored).toBeLessThan(10_000_000n);
    expect(b.until((events) => events.includes('Staking.EraReward')).length).toBeGreaterThan(0);
    expect(s.erasStakers.get(1, id('vera'))).toEqual({
      own: (1_000n * CRU * 705_882_352n) / 1_000_000_000n,
      others: [{ who: id('gus'), value: (700n * CRU * 705_882_352n) / 1_000_000_000n }],
      total: (1_700n * CRU * 705_882_352n) / 1_000_000_000n,
    });

    const before = {
      issuance: balances.totalIssuance(),
      gus: ledger(b, 'gus_c')?.active ?? 0n,
      vera: ledger(b, 'vera_c')?.active ?? 0n,
    };
    const claim = calls.rewardStakers({ validator_stash: id('vera'), era: 1 });
    expect(b.run('gus', claim)).toEqual({ result: 'ok', events: ['Staking.Reward', 'Staking.Reward'] });
    const gus = (ledger(b, 'gus_c')?.active ?? 0n) - before.gus;
    const vera = (ledger(b, 'vera_c')?.active ?? 0n) - before.vera;
    expect(balances.totalIssuance() - before.issuance).toBe(gus + vera);
    // half of the reward (fee 50 %) is shared by stake: 700 of 1700 are the guarantor's
    expect(Number((gus * 1_000_000n) / (gus + vera)) / 1_000_000).toBeCloseTo(0.5 * (700 / 1700), 5);
    expect(b.run('gus', claim).result).toBe('AlreadyClaimed');
    expect(b.run('gus', calls.rewardStakers({ validator_stash: id('vera'), era: 2 })).result).toBe(
      'InvalidEraToReward',
    );
    expect(b.run('gus', calls.rewardStakers({ validator_stash: id('gus_c'), era: 1 })).result).toBe('NotStash');
    expect(b.run('gus', calls.rewardStakers({ validator_stash: id('gus'), era: 1 }))).toEqual({
      result: 'ok',
      events: ['Staking.Reward'],
    });
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });

  test('without a limit a candidate has no exposure, yet is elected; history ends after 84 eras', () => {
    const b = start();
    const { storage: s } = b.pallets.staking;
    beforeSnapshot(b);
    b.pallets.staking.setStakeLimits(new Map([[id('vera'), 700n * CRU]]), 700n * CRU);
    b.until(() => s.currentEra.get() === 1);
    expect(s.erasStakers.entries(1).map(([stash]) => stash)).toEqual([id('vera')]);
    expect(s.currentElected.get()).toEqual([id('vera'), id('vito')]);
    s.historyDepth.set(2);
    b.until(() => s.currentEra.get() === 4);
    expect(s.erasStakers.prefixes()).not.toContain(1);
    expect([s.erasTotalStakes.has(1), s.erasStakingPayout.has(1), s.erasStartSessionIndex.has(1)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(s.erasTotalStakes.has(2)).toBe(true);
  });
});

test('a reward of nothing is told of also where nothing could be paid', () => {
  const b = start();
  const s = b.pallets.staking.storage;
  s.erasStakingPayout.set(0, 0n);
  s.erasStakersClipped.set(0, id('vera'), { total: 2n, own: 1n, others: [{ who: id('gone'), value: 1n }] });
  s.payee.set(id('gone'), { tag: 'Stash', value: null });
  const claim = b.run('gus', calls.rewardStakers({ validator_stash: id('vera'), era: 0 }));
  expect(claim.events).toEqual(['Staking.Reward', 'Staking.Reward']);
});

test('an era without candidates elects nobody, also where root asks for no validators at all', () => {
  const b = start();
  const { storage: s, newSession } = b.pallets.staking;
  for (const stash of s.validators.keys()) s.validators.remove(stash);
  s.minimumValidatorCount.set(0);
  s.forceEra.set('ForceAlways');
  const elected = s.currentElected.get();
  expect(newSession(1_000)).toBeUndefined();
  expect(s.currentElected.get()).toBe(elected);
});
