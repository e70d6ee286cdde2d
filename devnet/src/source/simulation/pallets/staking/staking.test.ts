import { describe, expect, test } from 'vitest';
import { type Bench, bench, CRU, id } from '../../../../test-support/pallet-bench';
import { ROOT } from '../../framework/dispatch';
import { SPEC25 } from '../../framework/spec';
import { lockId } from '../balance-locks';
import { runtimeValues } from '../runtime-values';
import { STAKING_POT } from './index';
import { STAKING_LOCK } from './ledger';

const EXISTENTIAL_DEPOSIT = runtimeValues(SPEC25).existentialDeposit;
const FUNDS = {
  vera: 10_000n * CRU,
  vera_c: CRU,
  vito: 10_000n * CRU,
  vito_c: CRU,
  gus: 1_000n * CRU,
  gus_c: CRU,
  [STAKING_POT]: EXISTENTIAL_DEPOSIT,
};
const PERCENT = 10_000_000;

function start(): Bench {
  return bench(FUNDS, ({ staking, session }) => {
    const candidate = (name: string, bond: bigint, fee: number) => ({
      stash: id(name),
      controller: id(`${name}_c`),
      bond: bond * CRU,
      feePerbill: fee * PERCENT,
    });
    staking.genesis({
      stakers: [candidate('vera', 1_000n, 50), candidate('vito', 500n, 80)],
      validatorCount: 2,
      minimumValidatorCount: 1,
      startRewardEra: 0,
    });
    const key = (name: string, i: number) => `0x${Buffer.from(`${name}${i}`.padEnd(32)).toString('hex')}` as const;
    session.genesis(
      ['vera', 'vito'].map(
        (name) =>
          [
            id(name),
            { grandpa: key(name, 1), babe: key(name, 2), imOnline: key(name, 3), authorityDiscovery: key(name, 4) },
          ] as const,
      ),
    );
  });
}
/** the last block before era 1 is snapshot: limits set here are not those of a work-report sweep any more */
const beforeSnapshot = (b: Bench) => b.until(() => b.chain.head() === 165);
const calls = start().pallets.staking.calls;
const bond = (value: bigint) => calls.bond({ controller: id('gus_c'), value });
const target = (name: string, value: bigint) => ({ target: [id(name), value] as const });
const ledger = (b: Bench, name: string) => b.pallets.staking.storage.ledger.get(id(name));

describe('bonds', () => {
  test('bond locks the stash; the order of errors', () => {
    const b = start();
    expect(b.run('gus', calls.bond({ controller: id('vera_c'), value: CRU })).result).toBe('AlreadyPaired');
    expect(b.run('gus', bond(EXISTENTIAL_DEPOSIT - 1n)).result).toBe('InsufficientValue');
    expect(b.run('gus', bond(2_000n * CRU))).toEqual({ result: 'ok', events: ['Staking.Bonded'] });
    expect(b.run('gus', bond(CRU)).result).toBe('AlreadyBonded');
    expect(ledger(b, 'gus_c')).toEqual({
      stash: id('gus'),
      total: 1_000n * CRU,
      active: 1_000n * CRU,
      unlocking: [],
      claimedRewards: [],
    });
    expect(b.pallets.balances.account(id('gus'))).toMatchObject({ miscFrozen: 1_000n * CRU, feeFrozen: 1_000n * CRU });
    expect(b.pallets.system.account.get(id('gus')).consumers).toBe(1);
    expect(b.run('gus', calls.bondExtra({ max_additional: CRU }))).toEqual({
      result: 'ok',
      events: ['Staking.Bonded'],
    });
    expect(b.run('gus_c', calls.bondExtra({ max_additional: CRU })).result).toBe('NotStash');
  });

  test('unbond keeps what is guaranteed, sweeps a rest, and waits 112 eras; rebond takes the newest back', () => {
    const b = start();
    b.run('gus', bond(100n * CRU));
    expect(b.run('gus', calls.unbond({ value: CRU })).result).toBe('NotController');
    b.run('gus_c', calls.guarantee(target('vera', 60n * CRU)));
    expect(b.run('gus_c', calls.unbond({ value: 70n * CRU }))).toEqual({ result: 'ok', events: ['Staking.Unbonded'] });
    expect(ledger(b, 'gus_c')).toMatchObject({ active: 60n * CRU, unlocking: [{ value: 40n * CRU, era: 112 }] });
    expect(b.run('gus_c', calls.unbond({ value: CRU })).result).toBe('AllGuaranteed');
    b.run('gus_c', calls.cutGuarantee(target('vera', 60n * CRU)));
    b.run('gus_c', calls.unbond({ value: 60n * CRU - 5n }));
    expect(ledger(b, 'gus_c')).toMatchObject({ active: 0n, unlocking: [{ value: 40n * CRU }, { value: 60n * CRU }] });
    expect(b.run('gus_c', calls.rebond({ value: 70n * CRU }))).toEqual({ result: 'ok', events: [] });
    expect(ledger(b, 'gus_c')).toMatchObject({ active: 70n * CRU, unlocking: [{ value: 30n * CRU }] });
    expect(b.run('gus_c', calls.withdrawUnbonded({})).events).toEqual([]);
    b.pallets.staking.storage.currentEra.set(112);
    expect(b.run('gus_c', calls.withdrawUnbonded({})).events).toEqual(['Staking.Withdrawn']);
    expect(ledger(b, 'gus_c')).toMatchObject({ total: 70n * CRU, unlocking: [] });
  });

  test('what another lock holds stays in the bond, as the chunks that are due last', () => {
    const b = start();
    b.run('gus', bond(100n * CRU));
    for (const value of [30n, 50n, 20n]) b.run('gus_c', calls.unbond({ value: value * CRU }));
    b.pallets.balances.setLock(id('gus'), lockId('other'), 45n * CRU, 'Misc');
    b.pallets.staking.storage.currentEra.set(112);
    b.run('gus_c', calls.withdrawUnbonded({}));
    // 30 go; of the 50, 25 reach what is held; the last 20 are not touched
    expect(ledger(b, 'gus_c')).toMatchObject({
      total: 45n * CRU,
      active: 0n,
      unlocking: [
        { value: 25n * CRU, era: 112 },
        { value: 20n * CRU, era: 112 },
      ],
    });
    b.pallets.balances.removeLock(id('gus'), lockId('other'));
    b.run('gus_c', calls.withdrawUnbonded({}));
    expect(ledger(b, 'gus_c')).toBeUndefined();
  });

  test('withdrawing all ends the stash: no bond, ledger, payee, guarantees or lock', () => {
    const b = start();
    b.run('gus', bond(100n * CRU));
    b.run('gus_c', calls.unbond({ value: 100n * CRU }));
    b.pallets.staking.storage.currentEra.set(112);
    b.run('gus_c', calls.withdrawUnbonded({}));
    const s = b.pallets.staking.storage;
    expect([s.bonded.has(id('gus')), s.ledger.has(id('gus_c')), s.payee.has(id('gus'))]).toEqual([false, false, false]);
    expect(b.pallets.balances.locks(id('gus'))).toEqual([]);
    expect(b.pallets.system.account.get(id('gus')).consumers).toBe(0);
  });

  test('set_controller moves the ledger and refuses the present controller', () => {
    const b = start();
    b.run('gus', bond(CRU));
    expect(b.run('gus', calls.setController({ controller: id('gus_c') })).result).toBe('AlreadyPaired');
    expect(b.run('gus', calls.setController({ controller: id('new') }))).toEqual({ result: 'ok', events: [] });
    expect(ledger(b, 'new')?.stash).toBe(id('gus'));
    expect(ledger(b, 'gus_c')).toBeUndefined();
  });
});

describe('guarantees', () => {
  test('count up to the bond, one row per target; cutting leaves the row, guaranteeing ends a candidacy', () => {
    const b = start();
    const row = () => b.pallets.staking.storage.guarantors.get(id('gus'));
    b.run('gus', bond(100n * CRU));
    const run = (name: string, value: bigint) => b.run('gus_c', calls.guarantee(target(name, value))).result;
    expect(run('gus', CRU)).toBe('InvalidTarget');
    expect(run('vera', EXISTENTIAL_DEPOSIT)).toBe('InsufficientValue');
    expect(run('vera', 30n * CRU)).toBe('ok');
    expect(run('vera', 30n * CRU)).toBe('ok');
    expect(run('vito', 90n * CRU)).toBe('ok');
    expect(run('vito', 90n * CRU)).toBe('ExceedGuaranteeLimit');
    expect(row()).toEqual({
      targets: [
        { who: id('vera'), value: 60n * CRU },
        { who: id('vito'), value: 40n * CRU },
      ],
      total: 100n * CRU,
      submittedIn: 0,
      suppressed: false,
    });
    expect(b.run('gus_c', calls.cutGuarantee(target('vera', 500n * CRU))).result).toBe('ok');
    expect(b.run('gus_c', calls.cutGuarantee(target('vera', CRU))).result).toBe('InvalidTarget');
    b.run('gus_c', calls.cutGuarantee(target('vito', 500n * CRU)));
    expect(row()).toMatchObject({ targets: [], total: 0n });
    b.run('vito_c', calls.guarantee(target('vera', CRU)));
    expect(b.pallets.staking.storage.validators.has(id('vito'))).toBe(false);
    expect(b.pallets.staking.storage.stakeLimit.has(id('vito'))).toBe(true);
  });

  test('lowering the fee costs the era: 100 % in the active era’s row; a newcomer gets such a row too', () => {
    const b = start();
    const prefs = (name: string) => b.pallets.staking.storage.erasValidatorPrefs.get(0, id(name)).feePerbill;
    b.run('vera_c', calls.validate({ prefs: { feePerbill: 50 * PERCENT } }));
    expect(prefs('vera')).toBe(50 * PERCENT);
    b.run('vera_c', calls.validate({ prefs: { feePerbill: 40 * PERCENT } }));
    expect(prefs('vera')).toBe(100 * PERCENT);
    b.run('gus', bond(CRU));
    b.run('gus_c', calls.validate({ prefs: { feePerbill: 90 * PERCENT } }));
    expect(b.pallets.staking.storage.erasValidatorPrefs.has(0, id('gus'))).toBe(true);
    b.run('gus_c', calls.chill({}));
    expect(b.pallets.staking.storage.validators.has(id('gus'))).toBe(false);
  });
});

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

test('a slash waits 108 eras from its report, then takes bonds and pays the treasury', () => {
  const b = start();
  const { staking, balances } = b.pallets;
  const s = staking.storage;
  s.activeEra.set({ index: 10, start: null });
  staking.deferSlash({ validator: id('vera'), own: 100n * CRU, others: [], reporters: [], payout: 5n * CRU });
  expect(s.unappliedSlashes.get(10)).toHaveLength(1);
  const issued = balances.totalIssuance();
  const switchTo = (era: number) => {
    s.activeEra.set({ index: era - 1, start: null });
    s.erasStartSessionIndex.set(era, 1000 + era);
    const from = b.chain.runtime.events.records.length;
    staking.startSession(1000 + era);
    return b.chain.runtime.events.records.slice(from).map((e) => `${e.pallet}.${e.name}`);
  };
  expect(switchTo(118)).toEqual([]);
  expect(switchTo(119).slice(0, 1)).toEqual(['Staking.Slash']);
  expect(ledger(b, 'vera_c')).toMatchObject({ total: 900n * CRU, active: 900n * CRU });
  expect(balances.totalIssuance()).toBe(issued);
  expect(b.issuanceIsTheSumOfBalances()).toBe(true);
});

describe('what ends a stash', () => {
  test('needs one: root and reapers of an account without a bond are told so, and its lock is gone all the same', () => {
    const b = start();
    const { balances } = b.pallets;
    const forced = (name: string) => b.chain.runtime.dispatch(calls.forceUnstake({ stash: id(name) }), ROOT);
    balances.setLock(id('gus'), STAKING_LOCK, CRU, 'All');
    expect(forced('gus')).toMatchObject({ ok: false, name: 'Staking.NotStash' });
    expect(balances.locks(id('gus'))).toEqual([]);
    expect(forced('vera').ok).toBe(true);
    expect(ledger(b, 'vera_c')).toBeUndefined();

    const reap = (name: string) => b.run('gus', calls.reapStash({ stash: id(name) })).result;
    expect(reap('gus')).toBe('FundedTarget');
    expect(reap('new')).toBe('FundedTarget');
    balances.endow(id('new'), EXISTENTIAL_DEPOSIT);
    expect(reap('new')).toBe('NotStash');
    expect(calls.reapStash({ stash: id('new') }).def.weight({})).toBe(876_000_000);
  });
});

test('the first guarantee may be of nothing, when all of the bond is on its way out; the next may not', () => {
  const b = start();
  b.run('gus', bond(CRU));
  b.run('gus_c', calls.unbond({ value: CRU }));
  const nothing = calls.guarantee(target('vera', CRU));
  expect(b.run('gus_c', nothing)).toEqual({ result: 'ok', events: ['Staking.GuaranteeSuccess'] });
  expect(b.pallets.staking.storage.guarantors.get(id('gus'))).toMatchObject({
    targets: [{ who: id('vera'), value: 0n }],
    total: 0n,
  });
  expect(b.run('gus_c', nothing).result).toBe('ExceedGuaranteeLimit');
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
