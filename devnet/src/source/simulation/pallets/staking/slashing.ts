import { accountId, type Hex, tuple, u32, u128 } from '../../../../codec/scale';
import { minOf, saturatingSub } from '../../framework/arithmetic';
import { twox64Concat } from '../../framework/storage';
import type { LedgerPart } from './ledger';
import type { Ledger, StakingContext, UnappliedSlash } from './storage';

export type SlashingPart = ReturnType<typeof slashingPart>;

/** Slashes wait some weeks of eras, counted from the era in which they were reported, and are then taken. */
export function slashingPart({ rt, s, emit, values }: StakingContext, ledgers: LedgerPart) {
  const store = rt.storage('Staking');
  const era = twox64Concat(u32);
  const stashKey = twox64Concat(accountId);
  const validatorSlash = store.doubleMap('ValidatorSlashInEra', era, stashKey, tuple(u32, u128));
  const guarantorSlash = store.doubleMap('GuarantorSlashInEra', era, stashKey, u128);

  /** Takes from active funds, then from the oldest chunks; a rest too small to stay is taken with it. */
  function slashLedger(ledger: Ledger, value: bigint): { ledger: Ledger; taken: bigint } {
    let left = value;
    const from = (amount: bigint): bigint => {
      let part = minOf(amount, left);
      left -= part;
      if (amount - part <= rt.pallets.balances.existentialDeposit) part = amount;
      return amount - part;
    };
    const active = from(ledger.active);
    const unlocking = ledger.unlocking
      .map((chunk) => ({ ...chunk, value: left > 0n ? from(chunk.value) : chunk.value }))
      .filter((chunk) => chunk.value > 0n);
    const total = unlocking.reduce((sum, chunk) => sum + chunk.value, active);
    return { ledger: { ...ledger, active, unlocking, total }, taken: ledger.total - total };
  }

  /** Takes from bond and account; `missing` is what the account did not have. */
  function slashStash(stash: Hex, value: bigint): { taken: bigint; missing: bigint } {
    const nothing = { taken: 0n, missing: 0n };
    const controller = s.bonded.get(stash);
    const before = controller === undefined ? undefined : s.ledger.get(controller);
    if (controller === undefined || before === undefined || value === 0n) return nothing;
    const { ledger, taken } = slashLedger(before, value);
    if (taken === 0n) return nothing;
    const got = rt.pallets.balances.slash(stash, taken);
    ledgers.update(controller, ledger);
    emit.Slash(stash, taken);
    return { taken: got, missing: taken - got };
  }

  function apply({ validator, own, others, payout, reporters }: UnappliedSlash): void {
    let left = 0n;
    let reward = payout;
    for (const [who, value] of [[validator, own] as const, ...others]) {
      const { taken, missing } = slashStash(who, value);
      left += taken;
      reward = saturatingSub(reward, missing);
    }
    const each = reporters.length > 0 ? minOf(reward, left) / BigInt(reporters.length) : 0n;
    for (const reporter of each > 0n ? reporters : []) {
      left -= each;
      // too little to open the reporter's account is burnt
      if (!rt.pallets.balances.credit(reporter, each)) rt.pallets.balances.burn(each);
    }
    rt.pallets.treasury.deposit(left);
  }

  return {
    validatorSlash,
    guarantorSlash,
    clearEra(index: number): void {
      validatorSlash.removePrefix(index);
      guarantorSlash.removePrefix(index);
    },
    applyDeferred(activeEra: number): void {
      const earliest = s.earliestUnappliedSlash.get();
      if (earliest === undefined) return;
      const keepFrom = Math.max(0, activeEra - values.slashDeferEras);
      for (let index = earliest; index < keepFrom; index++) {
        const due = s.unappliedSlashes.get(index);
        s.unappliedSlashes.remove(index);
        for (const slash of due) apply(slash);
      }
      s.earliestUnappliedSlash.set(Math.max(earliest, keepFrom));
    },
    /** Keeps a slash until its time. */
    defer(slash: UnappliedSlash): void {
      const index = s.activeEra.get()?.index ?? 0;
      s.unappliedSlashes.set(index, [...s.unappliedSlashes.get(index), slash]);
      const earliest = s.earliestUnappliedSlash.get();
      if (earliest === undefined || earliest > index) s.earliestUnappliedSlash.set(index);
    },
  };
}
