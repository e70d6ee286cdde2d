import { accountId, fixed, type Hex, names, struct, u128, type Value, vec } from '../../../codec/scale';
import { maxOf } from '../framework/arithmetic';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat } from '../framework/storage';

const balanceLock = struct({ id: fixed(8), amount: u128, reasons: names('Fee', 'Misc', 'All') });
export type BalanceLock = Value<typeof balanceLock>;
/** `Locks` ids are 8 ASCII bytes */
export const lockId = (text: string): Hex => `0x${Buffer.from(text.padEnd(8)).toString('hex')}`;

/** what of an account's funds is locked, by what it may not be spent on */
interface Frozen {
  readonly miscFrozen: bigint;
  readonly feeFrozen: bigint;
}
interface Accounts {
  isDust(who: Hex): boolean;
  frozen(who: Hex): Frozen;
  freeze(who: Hex, frozen: Frozen): void;
}

/** Locks of an account lie over each other: the highest holds. Somebody with a lock may not end. */
export function balanceLocks(rt: Runtime, accounts: Accounts) {
  const locks = rt.storage('Balances').map('Locks', blake2_128Concat(accountId), vec(balanceLock), []);

  function setLocks(who: Hex, list: readonly BalanceLock[]): void {
    const highest = (kind: 'Misc' | 'Fee') =>
      list.filter((l) => l.reasons === 'All' || l.reasons === kind).reduce((most, l) => maxOf(most, l.amount), 0n);
    const frozen = { miscFrozen: highest('Misc'), feeFrozen: highest('Fee') };
    const before = accounts.frozen(who);
    // touching an account that has no more than dust ends it, if it may end; its list of locks is kept in any case
    if (accounts.isDust(who) || before.miscFrozen !== frozen.miscFrozen || before.feeFrozen !== frozen.feeFrozen)
      accounts.freeze(who, frozen);
    const existed = locks.has(who);
    if (list.length === 0) {
      locks.remove(who);
      if (existed) rt.pallets.system.decConsumers(who);
    } else {
      locks.set(who, list);
      if (!existed) rt.pallets.system.incConsumers(who);
    }
  }

  return {
    locksCodec: locks.codec,
    locks: (who: Hex) => locks.get(who),
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
  };
}
