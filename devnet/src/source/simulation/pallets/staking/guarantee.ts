import { accountId, type Hex, tuple, u128 } from '../../../../codec/scale';
import { minOf } from '../../framework/arithmetic';
import { ensure } from '../../framework/dispatch';
import type { LedgerPart } from './ledger';
import { FULL_FEE, type Guarantee, type StakingContext, validatorPrefs } from './storage';

const MAX_GUARANTEE_TARGETS = 16;

export type GuaranteePart = ReturnType<typeof guaranteePart>;

/** Who stands as a validator and who guarantees whom: a stash is one or the other. */
export function guaranteePart({ rt, s, emit, E }: StakingContext, ledgers: LedgerPart) {
  function chillStash(stash: Hex): void {
    s.stakeLimit.remove(stash);
    s.validators.remove(stash);
    s.guarantors.remove(stash);
  }

  function guarantee(controller: Hex, stash: Hex, active: bigint, target: Hex, votes: bigint): void {
    ensure(s.validators.has(target), E.InvalidTarget);
    ensure(votes > rt.pallets.balances.existentialDeposit, E.InsufficientValue);
    const existing = s.guarantors.get(stash);
    const old: Guarantee = existing ?? { targets: [], total: 0n, submittedIn: 0, suppressed: false };
    const left = active > old.total ? active - old.total : 0n;
    const increase = minOf(votes, left);
    const known = old.targets.some((t) => t.who === target);
    // the very first guarantee may be of nothing, when nothing is bonded
    ensure(increase > 0n || existing === undefined, E.ExceedGuaranteeLimit);
    ensure(known || old.targets.length < MAX_GUARANTEE_TARGETS, E.ExceedGuaranteeLimit);
    const targets = known
      ? old.targets.map((t) => (t.who === target ? { ...t, value: t.value + increase } : t))
      : [...old.targets, { who: target, value: increase }];
    s.validators.remove(stash);
    s.guarantors.set(stash, {
      targets,
      total: old.total + increase,
      submittedIn: ledgers.currentEra(),
      suppressed: false,
    });
    emit.GuaranteeSuccess(controller, target, votes);
  }

  const target = { target: tuple(accountId, u128) };
  const calls = {
    validate: rt.call(
      'Staking',
      'validate',
      { prefs: validatorPrefs },
      { weight: 237_000_000 },
      (origin, { prefs }) => {
        const { controller, ledger } = ledgers.ledgerOf(origin);
        const { stash } = ledger;
        const era = s.activeEra.get()?.index ?? 0;
        // lowering the fee during an era costs the validator that whole era's share; no row reads as 100 %
        if (prefs.feePerbill < s.erasValidatorPrefs.get(era, stash).feePerbill)
          s.erasValidatorPrefs.set(era, stash, FULL_FEE);
        s.guarantors.remove(stash);
        s.validators.set(stash, prefs);
        emit.ValidateSuccess(controller, prefs);
      },
    ),
    guarantee: rt.call('Staking', 'guarantee', target, { weight: 379_000_000 }, (origin, { target: [who, votes] }) => {
      const { controller, ledger } = ledgers.ledgerOf(origin);
      guarantee(controller, ledger.stash, ledger.active, who, votes);
    }),
    cutGuarantee: rt.call(
      'Staking',
      'cut_guarantee',
      target,
      { weight: 207_000_000 },
      (origin, { target: [who, votes] }) => {
        const { controller, ledger } = ledgers.ledgerOf(origin);
        ensure(votes > rt.pallets.balances.existentialDeposit, E.InsufficientValue);
        const old = s.guarantors.get(ledger.stash);
        const vote = old?.targets.find((t) => t.who === who);
        if (old === undefined || vote === undefined) throw E.InvalidTarget();
        const decrease = minOf(votes, vote.value);
        const targets = old.targets
          .map((t) => (t.who === who ? { ...t, value: t.value - decrease } : t))
          .filter((t) => t.who !== who || t.value > 0n);
        s.guarantors.set(ledger.stash, { ...old, targets, total: old.total - decrease });
        emit.CutGuaranteeSuccess(controller, who, votes);
      },
    ),
    chill: rt.call('Staking', 'chill', {}, { weight: 237_000_000 }, (origin) => {
      const { controller, ledger } = ledgers.ledgerOf(origin);
      chillStash(ledger.stash);
      emit.ChillSuccess(controller, ledger.stash);
    }),
  };
  return { calls, chillStash };
}
