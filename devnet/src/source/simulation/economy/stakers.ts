import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import { type Cast, CRU, type Guaranteeing, type House } from './cast';
import { HABITS } from './people';

/** one claim of rewards still to be sent */
interface Claim {
  readonly stash: Hex;
  readonly era: number;
}

/** Guarantors, validators and their groups' funds; rewards are claimed by somebody, mostly. */
export function stakers(cast: Cast, grown = false) {
  const claims: Claim[] = [];

  /** Guarantors come one by one in the first blocks: bond, then a first guarantee. */
  function arrive(ctx: EconomyContext): SignedExtrinsic[] {
    const { staking } = ctx.pallets;
    const bonding = cast.guarantors[ctx.block - 2];
    const choosing = cast.guarantors[ctx.block - 20];
    const out: SignedExtrinsic[] = [];
    if (bonding) {
      const value = BigInt(ctx.rng.between(300, 1300)) * CRU;
      out.push(ctx.sign(bonding.stash, staking.calls.bond({ controller: bonding.controller.account, value })));
    }
    if (choosing) out.push(...guarantee(ctx, choosing));
    return out;
  }
  function guarantee(ctx: EconomyContext, who: Guaranteeing): SignedExtrinsic[] {
    const target = ctx.rng.pick(cast.houses).stash.account;
    const value = BigInt(ctx.rng.between(20, 700)) * CRU + BigInt(ctx.rng.below(1_000_000));
    return [ctx.sign(who.controller, ctx.pallets.staking.calls.guarantee({ target: [target, value] }))];
  }

  /** Group owners put down collateral and funds for free reports. */
  function fund(ctx: EconomyContext): SignedExtrinsic[] {
    const { benefits } = ctx.pallets;
    const house = cast.houses[(ctx.block - 40) / 2];
    if (!house || house.members < 2) return [];
    const market = benefits.calls.addBenefitFunds({ value: 40n * CRU, fundsType: 'MARKET' });
    const swork = benefits.calls.addBenefitFunds({ value: 30n * CRU, fundsType: 'SWORK' });
    return [ctx.sign(house.stash, market), ctx.sign(house.stash, swork)];
  }

  function newcomer(ctx: EconomyContext, house: House): SignedExtrinsic[] {
    const { staking } = ctx.pallets;
    if (ctx.block === 610)
      return [ctx.sign(house.stash, staking.calls.bond({ controller: house.controller.account, value: 50n * CRU }))];
    if (ctx.block === 620 || ctx.block === 1900) {
      return [ctx.sign(house.controller, staking.calls.validate({ prefs: { feePerbill: house.feePerbill } }))];
    }
    if (ctx.block === 1500) return [ctx.sign(house.controller, staking.calls.chill({}))];
    return [];
  }

  function move(ctx: EconomyContext): SignedExtrinsic[] {
    const { staking, benefits, market } = ctx.pallets;
    const who = ctx.rng.pick(cast.guarantors);
    const house = ctx.rng.pick(cast.houses);
    switch (ctx.rng.below(11)) {
      case 0:
      case 1:
        return guarantee(ctx, who);
      case 2: {
        const target = staking.storage.guarantors.get(who.stash.account)?.targets[0]?.who;
        if (target === undefined) return [];
        return [
          ctx.sign(
            who.controller,
            staking.calls.cutGuarantee({ target: [target, BigInt(ctx.rng.between(5, 80)) * CRU] }),
          ),
        ];
      }
      case 3:
        return [ctx.sign(who.stash, staking.calls.bondExtra({ max_additional: BigInt(ctx.rng.between(1, 40)) * CRU }))];
      case 4:
        return [ctx.sign(who.controller, staking.calls.unbond({ value: BigInt(ctx.rng.between(1, 60)) * CRU }))];
      case 5:
        return [ctx.sign(who.controller, staking.calls.rebond({ value: BigInt(ctx.rng.between(1, 30)) * CRU }))];
      case 6:
        return [ctx.sign(who.controller, staking.calls.withdrawUnbonded({}))];
      case 7: {
        const feePerbill = ctx.rng.between(0, 20) * 50_000_000;
        return [ctx.sign(house.controller, staking.calls.validate({ prefs: { feePerbill } }))];
      }
      case 8:
        return [ctx.sign(house.stash, market.calls.rewardMerchant({}))];
      case 9: {
        const value = BigInt(ctx.rng.between(1, 6)) * CRU;
        const kind = ctx.rng.pick(['MARKET', 'SWORK'] as const);
        return [ctx.sign(house.stash, benefits.calls.cutBenefitFunds({ value, fundsType: kind }))];
      }
      default: {
        const kind = ctx.rng.pick(['MARKET', 'SWORK'] as const);
        return [ctx.sign(house.stash, benefits.calls.rebondBenefitFunds({ value: 2n * CRU, fundsType: kind }))];
      }
    }
  }

  /** After an era ends its rewards are claimed a block at a time; one in eight validators is forgotten. */
  function claim(ctx: EconomyContext): SignedExtrinsic[] {
    for (const event of ctx.previousEvents) {
      if (event.pallet !== 'Staking' || event.name !== 'EraReward') continue;
      const era = event.args[0] as number;
      for (const [stash] of ctx.pallets.staking.storage.erasStakers.entries(era)) {
        if (!ctx.rng.chance(HABITS.staker.rewardsForgotten)) claims.push({ stash, era });
      }
    }
    const next = claims.shift();
    if (next === undefined) return [];
    const { calls } = ctx.pallets.staking;
    const by = ctx.rng.pick(cast.clients);
    const first = calls.rewardStakers({ validator_stash: next.stash, era: next.era });
    const second = claims[0];
    if (second === undefined || !ctx.rng.chance(HABITS.staker.claimsInPairs)) return [ctx.sign(by, first)];
    claims.shift();
    const both = [first, calls.rewardStakers({ validator_stash: second.stash, era: second.era })];
    return [ctx.sign(by, ctx.pallets.utility.calls.batch({ calls: both }))];
  }

  return {
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const out = [...(grown ? [] : arrive(ctx)), ...newcomer(ctx, cast.newcomer), ...claim(ctx)];
      if (ctx.block >= 40 && ctx.block % 2 === 0) out.push(...fund(ctx));
      if (ctx.block > 60 && ctx.rng.chance(HABITS.staker.moves)) out.push(...move(ctx));
      return out;
    },
  };
}
