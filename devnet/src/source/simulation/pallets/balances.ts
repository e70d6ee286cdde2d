import { accountId, compact, fixed, type Hex, names, struct, u128, type Value, vec } from '../../../codec/scale';
import { ensure, ensureRoot, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat } from '../framework/storage';
import { runtimeValues } from './runtime-values';
import { type AccountData, NO_DATA } from './system';

const balanceLock = struct({ id: fixed(8), amount: u128, reasons: names('Fee', 'Misc', 'All') });
export type BalanceLock = Value<typeof balanceLock>;
export type Existence = 'AllowDeath' | 'KeepAlive';
/** `Locks` ids are 8 ASCII bytes */
export const lockId = (text: string): Hex => `0x${Buffer.from(text.padEnd(8)).toString('hex')}`;

const [READ, WRITE] = [25_000_000, 100_000_000];
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
  const locks = store.map('Locks', blake2_128Concat(accountId), vec(balanceLock), []);
  const data = (who: Hex): AccountData => rt.pallets.system.account.get(who).data;

  /**
   * Changes a balance; a total below the existential deposit ends the account.
   * Returns the dust this left, which the caller gives to the treasury at the right moment.
   */
  function mutate(who: Hex, update: (d: AccountData, isNew: boolean) => AccountData): bigint {
    let dust = 0n;
    let endowed: bigint | undefined;
    rt.pallets.system.mutateData(who, (old) => {
      const next = update(old ?? NO_DATA, old === undefined);
      if (old === undefined) endowed = next.free;
      const total = next.free + next.reserved;
      if (total >= existentialDeposit) return next;
      dust = total;
      return undefined;
    });
    if (endowed !== undefined) emit.Endowed(who, endowed);
    return dust;
  }
  function sweepDust(who: Hex, dust: bigint): void {
    if (dust === 0n) return;
    emit.DustLost(who, dust);
    if (dustToTreasury) rt.pallets.treasury.deposit(dust);
    else burn(dust);
  }
  const issue = (amount: bigint) => totalIssuance.set(totalIssuance.get() + amount);
  const burn = (amount: bigint) => totalIssuance.set(max(0n, totalIssuance.get() - amount));

  /** deposit_creating: false when the amount is too small to open an account (nothing is written). Issuance is not touched. */
  function credit(who: Hex, amount: bigint): boolean {
    if (amount === 0n) return true;
    if (amount < existentialDeposit && data(who).free + data(who).reserved === 0n) return false;
    sweepDust(
      who,
      mutate(who, (d) => ({ ...d, free: d.free + amount })),
    );
    return true;
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

  function setLocks(who: Hex, list: readonly BalanceLock[]): void {
    const frozen = (kind: 'Misc' | 'Fee') =>
      list.filter((l) => l.reasons === 'All' || l.reasons === kind).reduce((m, l) => max(m, l.amount), 0n);
    const account = data(who);
    const [miscFrozen, feeFrozen] = [frozen('Misc'), frozen('Fee')];
    // touching an account that has no money is told of as if it were endowed, with nothing
    const isNew = account.free + account.reserved === 0n;
    if (isNew || account.miscFrozen !== miscFrozen || account.feeFrozen !== feeFrozen) {
      sweepDust(
        who,
        mutate(who, (d) => ({ ...d, miscFrozen, feeFrozen })),
      );
    }
    const existed = locks.has(who);
    if (list.length === 0) {
      locks.remove(who);
      if (existed) rt.pallets.system.decConsumers(who);
    } else {
      locks.set(who, list);
      if (!existed) rt.pallets.system.incConsumers(who);
    }
  }

  const transferFields = { dest: accountId, value: compact };
  const calls = {
    transfer: rt.call('Balances', 'transfer', transferFields, { weight: 218_087_000 }, (origin, { dest, value }) => {
      transfer(ensureSigned(origin), dest, value, 'AllowDeath');
    }),
    transferKeepAlive: rt.call(
      'Balances',
      'transfer_keep_alive',
      transferFields,
      { weight: 188_971_000 },
      (origin, { dest, value }) => {
        transfer(ensureSigned(origin), dest, value, 'KeepAlive');
      },
    ),
    /** up to spec 3 */
    setBalance: rt.call(
      'Balances',
      'set_balance',
      { who: accountId, new_free: compact, new_reserved: compact },
      { weight: 44_144_000 + READ + WRITE },
      (origin, { who, new_free, new_reserved }) => {
        ensureRoot(origin);
        const wipeout = new_free + new_reserved < existentialDeposit;
        const [free, reserved] = wipeout ? [0n, 0n] : [new_free, new_reserved];
        const before = data(who);
        sweepDust(
          who,
          mutate(who, (d) => ({ ...d, free, reserved })),
        );
        issue(free + reserved - before.free - before.reserved);
        emit.BalanceSet(who, free, reserved);
      },
    ),
    /** up to spec 3 */
    forceTransfer: rt.call(
      'Balances',
      'force_transfer',
      { source: accountId, ...transferFields },
      { weight: 91_707_000 + 2 * READ + 2 * WRITE },
      (origin, { source, dest, value }) => {
        ensureRoot(origin);
        transfer(source, dest, value, 'AllowDeath');
      },
    ),
  };

  return {
    calls,
    existentialDeposit,
    locksCodec: locks.codec,
    totalIssuance: () => totalIssuance.get(),
    account: data,
    free: (who: Hex) => data(who).free,
    reserved: (who: Hex) => data(who).reserved,
    /** free minus everything frozen: what market and bond checks compare */
    usable: (who: Hex) => usable(data(who)),
    locks: (who: Hex) => locks.get(who),
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
    /** Why a fee cannot be taken (KeepAlive, fee locks); undefined when it can. */
    feeProblem(who: Hex, amount: bigint): 'InsufficientBalance' | 'KeepAlive' | 'LiquidityRestrictions' | undefined {
      const d = data(who);
      if (d.free < amount) return 'InsufficientBalance';
      const left = d.free - amount;
      if (left + d.reserved < existentialDeposit && d.free + d.reserved >= existentialDeposit) return 'KeepAlive';
      return left < d.feeFrozen ? 'LiquidityRestrictions' : undefined;
    },
    /** Takes free funds without any check; issuance is left to the caller. */
    debit(who: Hex, amount: bigint): void {
      sweepDust(
        who,
        mutate(who, (d) => ({ ...d, free: d.free - amount })),
      );
    },
    /** Slashes free, then reserved funds; returns what was taken (issuance is left to the caller). */
    slash(who: Hex, wanted: bigint): bigint {
      const d = data(who);
      const total = d.free + d.reserved;
      // an account that something depends on keeps the existential deposit
      const kept = total - wanted < existentialDeposit && rt.pallets.system.isProviderRequired(who);
      const amount = kept ? min(wanted, max(0n, total - existentialDeposit)) : wanted;
      const free = min(d.free, amount);
      const reserved = min(d.reserved, amount - free);
      if (free + reserved > 0n)
        sweepDust(
          who,
          mutate(who, (x) => ({ ...x, free: x.free - free, reserved: x.reserved - reserved })),
        );
      return free + reserved;
    },
    /** Slashes reserved funds alone; returns what was taken (issuance is left to the caller). */
    slashReserved(who: Hex, amount: bigint): bigint {
      const taken = min(data(who).reserved, amount);
      if (taken > 0n)
        sweepDust(
          who,
          mutate(who, (x) => ({ ...x, reserved: x.reserved - taken })),
        );
      return taken;
    },
    reserve(who: Hex, amount: bigint): void {
      if (amount === 0n) return;
      const d = data(who);
      ensure(d.free >= amount, E.InsufficientBalance);
      ensure(d.free - amount >= max(d.miscFrozen, d.feeFrozen), E.LiquidityRestrictions);
      mutate(who, (x) => ({ ...x, free: x.free - amount, reserved: x.reserved + amount }));
      emit.Reserved(who, amount);
    },
    /** Frees reserved funds; returns the part that was not reserved. */
    unreserve(who: Hex, amount: bigint): bigint {
      if (amount === 0n) return 0n;
      const actual = min(data(who).reserved, amount);
      mutate(who, (x) => ({ ...x, free: x.free + actual, reserved: x.reserved - actual }));
      emit.Unreserved(who, actual);
      return amount - actual;
    },
    /** Zero is a no-op: an old lock of that id stays. */
    setLock(who: Hex, id: Hex, amount: bigint, reasons: BalanceLock['reasons']): void {
      if (amount === 0n) return;
      const old = locks.get(who);
      const lock = { id, amount, reasons };
      setLocks(who, old.some((l) => l.id === id) ? old.map((l) => (l.id === id ? lock : l)) : [...old, lock]);
    },
    removeLock(who: Hex, id: Hex): void {
      const left = locks.get(who).filter((l) => l.id !== id);
      setLocks(who, left);
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
