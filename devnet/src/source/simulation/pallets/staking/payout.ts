import { accountId, type Hex, u32 } from '../../../../codec/scale';
import { maxOf, perbillOf, perbillRatio } from '../../framework/arithmetic';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { LedgerPart } from './ledger';
import type { Exposure, StakingContext } from './storage';

/** What a validator and its guarantors get for an era, in pico CRU. */
export function splitReward(
  reward: bigint,
  feePerbill: bigint,
  exposure: Exposure,
): { validator: bigint; guarantors: { who: Hex; amount: bigint }[] } {
  const shared = perbillOf(feePerbill, reward);
  const divisor = maxOf(exposure.total, 1n);
  const guarantors = exposure.others.map(({ who, value }) => ({
    who,
    amount: perbillOf(perbillRatio(value, divisor), shared),
  }));
  return { validator: guarantors.reduce((rest, { amount }) => rest - amount, reward), guarantors };
}

export function payoutPart({ rt, s, emit, E }: StakingContext, ledgers: LedgerPart) {
  /** Mints where the staker wants its rewards: since spec 4 always into the bond. Undefined when that is gone. */
  function pay(stash: Hex, amount: bigint): bigint | undefined {
    const { balances } = rt.pallets;
    const wish = s.payee.get(stash) ?? { tag: 'Staked', value: null };
    if (wish.tag === 'Account') return balances.mint(wish.value, amount, true);
    const paidTo = wish.tag === 'Stash' ? stash : wish.tag === 'Controller' ? s.bonded.get(stash) : undefined;
    if (wish.tag === 'Staked') return payIntoBond(stash, amount);
    if (paidTo === undefined) return undefined;
    const paid = balances.mint(paidTo, amount);
    // a dead account takes no payment, but a payment of zero counts as made
    return paid === amount ? paid : undefined;
  }
  function payIntoBond(stash: Hex, amount: bigint): bigint | undefined {
    const controller = s.bonded.get(stash);
    const ledger = controller === undefined ? undefined : s.ledger.get(controller);
    if (controller === undefined || ledger === undefined) return undefined;
    const paid = rt.pallets.balances.mint(stash, amount);
    ledgers.update(controller, { ...ledger, active: ledger.active + amount, total: ledger.total + amount });
    return paid === amount ? paid : undefined;
  }

  function rewardStakers(stash: Hex, era: number): void {
    const current = ledgers.currentEra();
    const depth = s.historyDepth.get();
    ensure(era <= current && era >= Math.max(0, current - depth), E.InvalidEraToReward);
    const stakingPayout = s.erasStakingPayout.get(era);
    if (stakingPayout === undefined) throw E.InvalidEraToReward();
    const controller = s.bonded.get(stash);
    if (controller === undefined) throw E.NotStash();
    const ledger = s.ledger.get(controller);
    if (ledger === undefined) throw E.NotController();
    const kept = ledger.claimedRewards.filter((claimed) => claimed >= Math.max(0, current - depth));
    ensure(!kept.includes(era), E.AlreadyClaimed);
    s.ledger.set(controller, { ...ledger, claimedRewards: [...kept, era].sort((a, b) => a - b) });

    const exposure = s.erasStakersClipped.get(era, stash);
    const ratio = perbillRatio(exposure.total, s.erasTotalStakes.get(era));
    const reward = (s.erasAuthoringPayout.get(era, stash) ?? 0n) + perbillOf(ratio, stakingPayout);
    const fee = BigInt(s.erasValidatorPrefs.get(era, stash).feePerbill);
    const { validator, guarantors } = splitReward(reward, fee, exposure);
    for (const { who, amount } of guarantors) {
      const paid = pay(who, amount);
      if (paid !== undefined) emit.Reward(who, paid);
    }
    emit.Reward(stash, pay(stash, validator) ?? 0n);
  }

  const calls = {
    rewardStakers: rt.call(
      'Staking',
      'reward_stakers',
      { validator_stash: accountId, era: u32 },
      { weight: 120_000_000 },
      (origin, args) => {
        ensureSigned(origin);
        rewardStakers(args.validator_stash, args.era);
      },
    ),
  };
  return { calls };
}
