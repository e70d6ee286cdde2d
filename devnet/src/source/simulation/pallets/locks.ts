import { accountId, compact, type Hex, struct, u32, type Value } from '../../../codec/scale';
import { perbillOf, perbillRatio } from '../framework/arithmetic';
import { ensure, ensureRoot, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat } from '../framework/storage';
import { lockId } from './balance-locks';

const CRU_LOCK = lockId('crulock');
/** one unlocking period: 30 days */
export const UNLOCK_PERIOD_BLOCKS = 432_000;

const lockType = struct({ delay: u32, lockPeriod: u32 });
const lock = struct({ total: compact, lastUnlockAt: u32, lockType });
export type LockType = Value<typeof lockType>;
/** the kinds of locked CRU sold before the chain began: 18 or 24 periods, one of them half a year later */
export const CRU18: LockType = { delay: 0, lockPeriod: 18 };
export const CRU24: LockType = { delay: 0, lockPeriod: 24 };
export const CRU24D6: LockType = { delay: 2_592_000, lockPeriod: 18 };

export type Locks = ReturnType<typeof locksPallet>;

/** CRU that came with a lock and is set free period by period, once unlocking has begun. */
export function locksPallet(rt: Runtime) {
  const store = rt.storage('Locks');
  const locks = store.map('Locks', blake2_128Concat(accountId), lock);
  const unlockFrom = store.value('UnlockFrom', u32);
  const emit = rt.emitters('Locks', { UnlockStartedFrom: [u32], UnlockSuccess: [accountId, u32] });
  const E = rt.errors('Locks', 'AlreadyStarted', 'NotStarted', 'LockNotExist', 'TimeIsNotEnough');

  function unlock(who: Hex): void {
    const now = rt.block();
    const from = unlockFrom.get();
    if (from === undefined || now <= from) throw E.NotStarted();
    const row = locks.get(who);
    if (row === undefined) throw E.LockNotExist();
    const { delay, lockPeriod } = row.lockType;
    const periodStart = from + Math.floor((now - from) / UNLOCK_PERIOD_BLOCKS) * UNLOCK_PERIOD_BLOCKS;
    ensure(periodStart > (row.lastUnlockAt === 0 ? from + delay : row.lastUnlockAt), E.TimeIsNotEnough);
    const periods = Math.floor(Math.max(0, periodStart - from - delay) / UNLOCK_PERIOD_BLOCKS);
    const free = perbillOf(perbillRatio(BigInt(periods), BigInt(lockPeriod)), row.total);
    if (free === row.total) {
      rt.pallets.balances.removeLock(who, CRU_LOCK);
      locks.remove(who);
    } else {
      rt.pallets.balances.setLock(who, CRU_LOCK, row.total - free, 'Misc');
      locks.set(who, { ...row, lastUnlockAt: periodStart });
    }
    emit.UnlockSuccess(who, periodStart);
  }

  const calls = {
    setUnlockFrom: rt.call('Locks', 'set_unlock_from', { date: u32 }, { weight: 1000 }, (origin, { date }) => {
      ensureRoot(origin);
      const from = unlockFrom.get();
      ensure(from === undefined || rt.block() < from, E.AlreadyStarted);
      unlockFrom.set(date);
      emit.UnlockStartedFrom(date);
    }),
    unlock: rt.call('Locks', 'unlock', {}, { weight: 109_000_000 + 8 * 25_000_000 + 5 * 100_000_000 }, (origin) =>
      unlock(ensureSigned(origin)),
    ),
  };

  return {
    calls,
    locks,
    unlockFrom,
    /** Locks funds of an account, as genesis did for holders of CRU18 and CRU24; more of it adds to the lock. */
    lock(who: Hex, amount: bigint, kind: LockType): void {
      const old = locks.get(who);
      const total = (old?.total ?? 0n) + amount;
      locks.set(who, { total, lastUnlockAt: 0, lockType: old?.lockType ?? kind });
      rt.pallets.balances.setLock(who, CRU_LOCK, total, 'Misc');
    },
  };
}
