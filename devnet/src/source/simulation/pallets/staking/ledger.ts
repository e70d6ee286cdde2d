import { accountId, compact, type Hex, type Value } from '../../../../codec/scale';
import { maxOf, minOf, saturatingSub } from '../../framework/arithmetic';
import { ensure, ensureSigned, type Origin } from '../../framework/dispatch';
import { dbWeight } from '../../framework/weights';
import { lockId } from '../balance-locks';
import { clearSpans } from './span-records';
import { type Ledger, payee as payeeCodec, type StakingContext, type unlockChunk } from './storage';

export const STAKING_LOCK = lockId('staking');
const MAX_UNLOCKING_CHUNKS = 32;
/** a bond may not leave more than 1 CRU of otherwise locked funds outside */
const UNCHECKED_FROZEN_BOND = 1_000_000_000_000n;

/** Rewards are added to the bond. */
const STAKED = { tag: 'Staked', value: null } as const;

export type LedgerPart = ReturnType<typeof ledgerPart>;

/** Bonds: stash, controller, unlocking chunks and the balance lock that mirrors the ledger's total. */
export function ledgerPart({ rt, s, emit, E, values }: StakingContext) {
  const currentEra = () => s.currentEra.get() ?? 0;
  const frozen = (who: Hex) => {
    const { miscFrozen, feeFrozen } = rt.pallets.balances.account(who);
    return maxOf(miscFrozen, feeFrozen);
  };

  function ledgerOf(origin: Origin): { controller: Hex; ledger: Ledger } {
    const controller = ensureSigned(origin);
    const ledger = s.ledger.get(controller);
    if (ledger === undefined) throw E.NotController();
    return { controller, ledger };
  }
  function update(controller: Hex, ledger: Ledger): void {
    rt.pallets.balances.setLock(ledger.stash, STAKING_LOCK, ledger.total, 'All');
    s.ledger.set(controller, ledger);
  }
  function killStash(stash: Hex): void {
    const controller = s.bonded.get(stash);
    if (controller === undefined) throw E.NotStash();
    s.bonded.remove(stash);
    s.ledger.remove(controller);
    s.payee.remove(stash);
    s.validators.remove(stash);
    s.guarantors.remove(stash);
    s.stakeLimit.remove(stash);
    clearSpans(s, stash);
  }
  function bond(stash: Hex, controller: Hex, value: bigint, payee: Value<typeof payeeCodec> = STAKED): void {
    ensure(!s.bonded.has(stash), E.AlreadyBonded);
    ensure(!s.ledger.has(controller), E.AlreadyPaired);
    ensure(value >= rt.pallets.balances.existentialDeposit, E.InsufficientValue);
    if (values.bondsHeedOtherLocks) ensure(value + UNCHECKED_FROZEN_BOND >= frozen(stash), E.InsufficientFrozenBond);
    s.bonded.set(stash, controller);
    s.payee.set(stash, payee);
    const era = currentEra();
    const first = Math.max(0, era - s.historyDepth.get());
    const bonded = minOf(value, rt.pallets.balances.free(stash));
    emit.Bonded(stash, bonded);
    // eras before this bond count as claimed
    const claimedRewards = Array.from({ length: era - first }, (_, i) => first + i);
    update(controller, { stash, total: bonded, active: bonded, unlocking: [], claimedRewards });
  }

  const amount = { value: compact };
  const bondFields = { controller: accountId, value: compact };
  const bondWeight = { weight: 1_017_000_000 };
  const choosesPayee = rt.spec.module('Staking')?.calls.includes('set_payee') ?? false;
  const bondPlainly = rt.call('Staking', 'bond', bondFields, bondWeight, (origin, args) => {
    bond(ensureSigned(origin), args.controller, args.value);
  });
  /** up to spec 3 the call names where rewards go */
  const bondWithPayee = choosesPayee
    ? rt.call('Staking', 'bond', { ...bondFields, payee: payeeCodec }, bondWeight, (origin, args) => {
        bond(ensureSigned(origin), args.controller, args.value, args.payee);
      })
    : undefined;
  const calls = {
    bond: (args: Parameters<typeof bondPlainly>[0]) =>
      bondWithPayee === undefined ? bondPlainly(args) : bondWithPayee({ ...args, payee: STAKED }),
    /** up to spec 3 */
    setPayee: rt.call('Staking', 'set_payee', { payee: payeeCodec }, { weight: 136_000_000 }, (origin, { payee }) => {
      s.payee.set(ledgerOf(origin).ledger.stash, payee);
    }),
    bondExtra: rt.call(
      'Staking',
      'bond_extra',
      { max_additional: compact },
      { weight: 131_000_000 },
      (origin, args) => {
        const stash = ensureSigned(origin);
        const controller = s.bonded.get(stash);
        if (controller === undefined) throw E.NotStash();
        const ledger = s.ledger.get(controller);
        if (ledger === undefined) throw E.NotController();
        const free = rt.pallets.balances.free(stash);
        if (free < ledger.total) return;
        const extra = minOf(free - ledger.total, args.max_additional);
        emit.Bonded(stash, extra);
        update(controller, { ...ledger, total: ledger.total + extra, active: ledger.active + extra });
      },
    ),
    unbond: rt.call('Staking', 'unbond', amount, { weight: 752_000_000 }, (origin, { value }) => {
      const { controller, ledger } = ledgerOf(origin);
      ensure(ledger.unlocking.length < MAX_UNLOCKING_CHUNKS, E.NoMoreChunks);
      const guaranteed = s.guarantors.get(ledger.stash)?.total;
      if (guaranteed !== undefined) ensure(guaranteed < ledger.active, E.AllGuaranteed);
      let part = minOf(value, saturatingSub(ledger.active, guaranteed ?? 0n));
      if (part === 0n) return;
      // a rest too small to bond goes with it
      if (ledger.active - part < rt.pallets.balances.existentialDeposit) part = ledger.active;
      const chunk = { value: part, era: currentEra() + values.bondingEras };
      update(controller, { ...ledger, active: ledger.active - part, unlocking: [...ledger.unlocking, chunk] });
      emit.Unbonded(ledger.stash, part);
    }),
    rebond: rt.call('Staking', 'rebond', amount, { weight: 415_015_000 }, (origin, { value }) => {
      const { controller, ledger } = ledgerOf(origin);
      ensure(ledger.unlocking.length > 0, E.NoUnlockChunk);
      const { unlocking, moved } = takeNewest(ledger.unlocking, value);
      const active = ledger.active + moved;
      ensure(active >= rt.pallets.balances.existentialDeposit, E.InsufficientValue);
      update(controller, { ...ledger, active, unlocking });
      return { weight: 35_000_000 + 50_000 * unlocking.length + 3 * 25_000_000 + 2 * 100_000_000 };
    }),
    withdrawUnbonded: rt.call('Staking', 'withdraw_unbonded', {}, { weight: 434_000_000 }, (origin) => {
      const { controller, ledger } = ledgerOf(origin);
      const { stash } = ledger;
      if (values.bondsHeedOtherLocks) rt.pallets.balances.removeLock(stash, STAKING_LOCK);
      const next = withoutDue(ledger, currentEra(), values.bondsHeedOtherLocks ? frozen(stash) : 0n);
      if (next.unlocking.length === 0 && next.active === 0n) {
        killStash(stash);
        rt.pallets.balances.removeLock(stash, STAKING_LOCK);
      } else update(controller, next);
      if (next.total < ledger.total) emit.Withdrawn(stash, ledger.total - next.total);
    }),
    setController: rt.call(
      'Staking',
      'set_controller',
      { controller: accountId },
      { weight: 401_000_000 },
      (origin, { controller }) => {
        const stash = ensureSigned(origin);
        const old = s.bonded.get(stash);
        if (old === undefined) throw E.NotStash();
        ensure(!s.ledger.has(controller), E.AlreadyPaired);
        s.bonded.set(stash, controller);
        const ledger = s.ledger.get(old);
        if (ledger === undefined) return;
        s.ledger.remove(old);
        s.ledger.set(controller, ledger);
      },
    ),
    reapStash: rt.call(
      'Staking',
      'reap_stash',
      { stash: accountId },
      { weight: 76_000_000 + dbWeight(4, 7) },
      (_, { stash }) => {
        const { free, reserved } = rt.pallets.balances.account(stash);
        ensure(free + reserved === rt.pallets.balances.existentialDeposit, E.FundedTarget);
        killStash(stash);
        rt.pallets.balances.removeLock(stash, STAKING_LOCK);
      },
    ),
  };
  return { calls, bond, ledgerOf, update, killStash, currentEra };
}

/** Takes out chunks whose time has come; the total does not go below what other locks hold of the stash. */
function withoutDue(ledger: Ledger, era: number, held: bigint): Ledger {
  let { total } = ledger;
  const unlocking = ledger.unlocking.flatMap((chunk) => {
    if (chunk.era > era || total <= held) return [chunk];
    const left = saturatingSub(total, chunk.value);
    total = maxOf(left, held);
    return left < held ? [{ value: held - left, era: chunk.era }] : [];
  });
  return { ...ledger, total, unlocking };
}

/** Moves up to `value` back from the newest chunks. */
function takeNewest(chunks: readonly Value<typeof unlockChunk>[], value: bigint) {
  const unlocking = [...chunks];
  let moved = 0n;
  for (let last = unlocking.pop(); last !== undefined; last = unlocking.pop()) {
    const part = minOf(last.value, value - moved);
    moved += part;
    if (part < last.value) {
      unlocking.push({ ...last, value: last.value - part });
      break;
    }
    if (moved >= value) break;
  }
  return { unlocking, moved };
}
