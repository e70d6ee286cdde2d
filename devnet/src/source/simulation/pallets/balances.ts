import { accountId, type Hex, names, u128, type Value } from '../../../codec/scale';
import { ensure, succeeds } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { balanceCalls, type Existence } from './balance-calls';
import { balanceLocks } from './balance-locks';
import { runtimeValues } from './runtime-values';
import { type AccountData, NO_DATA } from './system';

/** as what reserved funds arrive at somebody else */
const reserveStatus = names('Free', 'Reserved');
export type ReserveStatus = Value<typeof reserveStatus>;

const max = (a: bigint, b: bigint) => (a > b ? a : b);
const min = (a: bigint, b: bigint) => (a < b ? a : b);
/** part of a balance that is not frozen for anything */
const usable = (d: AccountData) => max(0n, d.free - max(d.miscFrozen, d.feeFrozen));

export type Balances = ReturnType<typeof balancesPallet>;

/** Free and reserved funds, locks, dust. Amounts in pico CRU. */
export function balancesPallet(rt: Runtime) {
  const { existentialDeposit, dustToTreasury } = runtimeValues(rt.spec);
  const store = rt.storage('Balances');
  const emit = rt.emitters('Balances', {
    Endowed: [accountId, u128],
    DustLost: [accountId, u128],
    Transfer: [accountId, accountId, u128],
    BalanceSet: [accountId, u128, u128],
    Reserved: [accountId, u128],
    Unreserved: [accountId, u128],
    ReserveRepatriated: [accountId, accountId, u128, reserveStatus],
  });
  const E = rt.errors(
    'Balances',
    'LiquidityRestrictions',
    'InsufficientBalance',
    'ExistentialDeposit',
    'KeepAlive',
    'DeadAccount',
  );
  const totalIssuance = store.value('TotalIssuance', u128, 0n);
  const data = (who: Hex): AccountData => rt.pallets.system.account.get(who).data;

  /**
   * Changes a balance; a total below the existential deposit ends the account.
   * Returns the dust this left, which the caller gives to the treasury at the right moment.
   * Fails for an account that something depends on: it stays as it was, but its dust is gone from issuance all the same.
   */
  function mutate(who: Hex, update: (d: AccountData, isNew: boolean) => AccountData): bigint {
    let dust = 0n;
    let endowed: bigint | undefined;
    try {
      rt.pallets.system.mutateData(who, (old) => {
        const next = update(old ?? NO_DATA, old === undefined);
        if (old === undefined) endowed = next.free;
        const total = next.free + next.reserved;
        if (total >= existentialDeposit) return next;
        dust = total;
        return undefined;
      });
    } catch (error) {
      burn(dust);
      throw error;
    }
    if (endowed !== undefined) emit.Endowed(who, endowed);
    return dust;
  }
  function sweepDust(who: Hex, dust: bigint): void {
    if (dust === 0n) return;
    emit.DustLost(who, dust);
    if (dustToTreasury) rt.pallets.treasury.deposit(dust);
    else burn(dust);
  }
  /** Changes a balance and sweeps its dust at once; false when the account may not end and so stays. */
  function change(who: Hex, update: (d: AccountData) => AccountData): boolean {
    return succeeds(() => sweepDust(who, mutate(who, update)));
  }
  const issue = (amount: bigint) => totalIssuance.set(totalIssuance.get() + amount);
  const burn = (amount: bigint) => totalIssuance.set(max(0n, totalIssuance.get() - amount));

  /** deposit_creating: false when the amount is too small to open an account (nothing is written). Issuance is not touched. */
  function credit(who: Hex, amount: bigint): boolean {
    if (amount === 0n) return true;
    if (amount < existentialDeposit && data(who).free + data(who).reserved === 0n) return false;
    if (change(who, (d) => ({ ...d, free: d.free + amount }))) return true;
    issue(amount);
    return false;
  }

  function transfer(from: Hex, to: Hex, amount: bigint, existence: Existence): void {
    if (amount === 0n || from === to) return;
    const sender = data(from);
    ensure(sender.free >= amount, E.InsufficientBalance);
    const left = sender.free - amount;
    const receiver = data(to);
    ensure(receiver.free + receiver.reserved + amount >= existentialDeposit, E.ExistentialDeposit);
    ensure(left >= sender.miscFrozen, E.LiquidityRestrictions);
    const allowDeath = existence === 'AllowDeath' && !rt.pallets.system.isProviderRequired(from);
    ensure(allowDeath || left >= existentialDeposit, E.KeepAlive);
    const dust = mutate(from, (d) => ({ ...d, free: left }));
    mutate(to, (d) => ({ ...d, free: d.free + amount }));
    sweepDust(from, dust);
    emit.Transfer(from, to, amount);
  }

  /** Frees reserved funds; returns the part that was not reserved. */
  function unreserve(who: Hex, amount: bigint): bigint {
    const { free, reserved } = data(who);
    if (amount === 0n || free + reserved === 0n) return amount;
    const actual = min(reserved, amount);
    if (!change(who, (x) => ({ ...x, free: x.free + actual, reserved: x.reserved - actual }))) return amount;
    emit.Unreserved(who, actual);
    return amount - actual;
  }

  /** Slashes all, or what leaves the existential deposit to an account that may not end; the first try costs issuance. */
  function slashWith(
    who: Hex,
    amount: bigint,
    share: (d: AccountData, most: bigint) => { free: bigint; reserved: bigint },
  ): bigint {
    const d = data(who);
    const total = d.free + d.reserved;
    if (amount === 0n || total === 0n) return 0n;
    for (const most of [amount, min(amount, max(0n, total - existentialDeposit))]) {
      const { free, reserved } = share(d, most);
      if (change(who, (x) => ({ ...x, free: x.free - free, reserved: x.reserved - reserved }))) return free + reserved;
      burn(free + reserved);
    }
    return 0n;
  }

  /** Sets both parts of a balance, as root may; issuance follows, also for an account that may not end. */
  function setBalance(who: Hex, newFree: bigint, newReserved: bigint): void {
    const wipeout = newFree + newReserved < existentialDeposit;
    const [free, reserved] = wipeout ? [0n, 0n] : [newFree, newReserved];
    const before = data(who);
    issue(free + reserved - before.free - before.reserved);
    sweepDust(
      who,
      mutate(who, (d) => ({ ...d, free, reserved })),
    );
    emit.BalanceSet(who, free, reserved);
  }
  const locks = balanceLocks(rt, {
    isDust: (who) => data(who).free + data(who).reserved < existentialDeposit,
    freeze: (who, frozen) => change(who, (d) => ({ ...d, ...frozen })),
    frozen: data,
  });
  const calls = balanceCalls(rt, { transfer, setBalance });

  return {
    calls,
    existentialDeposit,
    totalIssuance: () => totalIssuance.get(),
    account: data,
    free: (who: Hex) => data(who).free,
    reserved: (who: Hex) => data(who).reserved,
    /** free minus everything frozen: what market and bond checks compare */
    usable: (who: Hex) => usable(data(who)),
    ...locks,
    transfer,
    credit,
    /** Raises or lowers issuance without touching an account (imbalances settled by hand). */
    issue,
    burn,
    /** New money for an account, as rewards are paid: to an existing account only unless `create`. Returns what arrived. */
    mint(who: Hex, amount: bigint, create = false): bigint {
      const exists = data(who).free + data(who).reserved > 0n;
      if (amount === 0n || (!exists && !create) || !credit(who, amount)) return 0n;
      issue(amount);
      return amount;
    },
    /** Why a fee cannot be taken (KeepAlive, fee locks, all locks if it is tipped); undefined when it can. */
    feeProblem(
      who: Hex,
      amount: bigint,
      isTipped: boolean,
    ): 'InsufficientBalance' | 'KeepAlive' | 'LiquidityRestrictions' | undefined {
      const d = data(who);
      if (d.free < amount) return 'InsufficientBalance';
      const left = d.free - amount;
      const dies = left + d.reserved < existentialDeposit;
      // one that has only dust left may end, unless something depends on it
      if (dies && (d.free + d.reserved >= existentialDeposit || rt.pallets.system.isProviderRequired(who)))
        return 'KeepAlive';
      const frozen = isTipped ? max(d.miscFrozen, d.feeFrozen) : d.feeFrozen;
      return left < frozen ? 'LiquidityRestrictions' : undefined;
    },
    /** Takes free funds without any check; issuance is left to the caller. */
    debit(who: Hex, amount: bigint): void {
      sweepDust(
        who,
        mutate(who, (d) => ({ ...d, free: d.free - amount })),
      );
    },
    /** Slashes free, then reserved funds; returns what was taken (issuance is left to the caller). */
    slash: (who: Hex, amount: bigint): bigint =>
      slashWith(who, amount, (d, most) => {
        const free = min(d.free, most);
        return { free, reserved: min(d.reserved, most - free) };
      }),
    /** Slashes reserved funds alone; returns what was taken (issuance is left to the caller). */
    slashReserved: (who: Hex, amount: bigint): bigint =>
      slashWith(who, amount, (d, most) => ({ free: 0n, reserved: min(d.reserved, most) })),
    reserve(who: Hex, amount: bigint): void {
      if (amount === 0n) return;
      const d = data(who);
      ensure(d.free >= amount, E.InsufficientBalance);
      ensure(d.free - amount >= max(d.miscFrozen, d.feeFrozen), E.LiquidityRestrictions);
      sweepDust(
        who,
        mutate(who, (x) => ({ ...x, free: x.free - amount, reserved: x.reserved + amount })),
      );
      emit.Reserved(who, amount);
    },
    unreserve,
    /** Gives reserved funds to an account that exists; returns the part that was not reserved. */
    repatriateReserved(from: Hex, to: Hex, amount: bigint, status: ReserveStatus): bigint {
      if (amount === 0n) return 0n;
      if (from === to) return status === 'Free' ? unreserve(from, amount) : max(0n, amount - data(from).reserved);
      const receiver = data(to);
      ensure(receiver.free + receiver.reserved > 0n, E.DeadAccount);
      const actual = min(data(from).reserved, amount);
      const dust = mutate(from, (d) => ({ ...d, reserved: d.reserved - actual }));
      const otherDust = mutate(to, (d) =>
        status === 'Free' ? { ...d, free: d.free + actual } : { ...d, reserved: d.reserved + actual },
      );
      emit.ReserveRepatriated(from, to, actual, status);
      sweepDust(to, otherDust);
      sweepDust(from, dust);
      return amount - actual;
    },
    /** Genesis and tests: an account with money, no events. */
    endow(who: Hex, amount: bigint): void {
      const events = rt.events.records.length;
      mutate(who, (d) => ({ ...d, free: d.free + amount }));
      issue(amount);
      rt.events.records.length = events;
    },
  };
}
