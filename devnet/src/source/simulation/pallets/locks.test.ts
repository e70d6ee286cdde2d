import { describe, expect, it } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { ROOT } from '../framework/dispatch';
import { CRU18, CRU24D6, UNLOCK_PERIOD_BLOCKS } from './locks';

const FROM = 10;

function start(kind: typeof CRU18) {
  const b = bench({ anna: 100n * CRU }, ({ locks }) => locks.lock(id('anna'), 36n * CRU, kind));
  const { locks, balances } = b.pallets;
  const startFrom = (date: number) => {
    const outcome = b.chain.runtime.dispatch(locks.calls.setUnlockFrom({ date }), ROOT);
    return outcome.ok ? 'ok' : outcome.name.replace(/^.*\./, '');
  };
  /** as if so many blocks had passed: only the block's number matters to a lock */
  const unlockAt = (block: number) => {
    b.chain.runtime.initialize(block);
    return b.run('anna', locks.calls.unlock({})).result;
  };
  const frozen = () => balances.account(id('anna')).miscFrozen;
  return { b, locks, startFrom, unlockAt, frozen };
}

describe('locked CRU', () => {
  it('is set free period by period, an eighteenth each', () => {
    const { startFrom, unlockAt, frozen, locks } = start(CRU18);
    expect(unlockAt(5)).toBe('NotStarted');
    expect(startFrom(FROM)).toBe('ok');
    expect(unlockAt(FROM + 5)).toBe('TimeIsNotEnough');
    for (const periods of [1, 2, 7]) {
      expect(unlockAt(FROM + periods * UNLOCK_PERIOD_BLOCKS + 3)).toBe('ok');
      const free = (36n * CRU * BigInt(Math.floor((periods * 1e9) / 18))) / 1_000_000_000n;
      expect(36n * CRU - frozen() - free).toBeLessThanOrEqual(1n);
      expect(unlockAt(FROM + periods * UNLOCK_PERIOD_BLOCKS + 4)).toBe('TimeIsNotEnough');
    }
    expect(unlockAt(FROM + 18 * UNLOCK_PERIOD_BLOCKS)).toBe('ok');
    expect(frozen()).toBe(0n);
    expect(locks.locks.has(id('anna'))).toBe(false);
    expect(unlockAt(FROM + 19 * UNLOCK_PERIOD_BLOCKS)).toBe('LockNotExist');
  });

  it('of the late kind begins half a year after the others', () => {
    const { startFrom, unlockAt } = start(CRU24D6);
    startFrom(FROM);
    expect(unlockAt(FROM + 6 * UNLOCK_PERIOD_BLOCKS)).toBe('TimeIsNotEnough');
    expect(unlockAt(FROM + 7 * UNLOCK_PERIOD_BLOCKS)).toBe('ok');
  });

  it('holds back transfers, and a start that has come is not moved', () => {
    const { b, startFrom, unlockAt } = start(CRU18);
    const transfer = b.pallets.balances.calls.transfer({ dest: id('berta'), value: 70n * CRU });
    expect(b.run('anna', transfer).result).toBe('LiquidityRestrictions');
    expect(startFrom(FROM)).toBe('ok');
    expect(startFrom(FROM + 1)).toBe('ok');
    unlockAt(FROM + 2);
    expect(startFrom(FROM + 9)).toBe('AlreadyStarted');
  });
});
