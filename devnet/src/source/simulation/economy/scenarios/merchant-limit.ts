import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { fileOf, group, happened, newCid, orderOf, stored } from './steps';

export const merchantLimit: Scenario = {
  name: 'merchant-limit',
  about: 'A merchant is paid for replicas as far as its collateral reaches; a node without a group never is.',
  people: { client: 100, rich: 200, poor: 200 },
  machines: { 'of rich': {}, 'of poor': {}, alone: {} },
  blocks: 300,
  *script(stage, ctx) {
    const { benefits, market } = ctx.pallets;
    const [rich, poor] = [stage.who('rich'), stage.who('poor')];
    const cid = newCid(stage, 'paid');
    ctx = yield* group(ctx, rich, [stage.machine('of rich')]);
    ctx = yield* group(ctx, poor, [stage.machine('of poor')]);
    ctx = yield [
      ctx.sign(rich, benefits.calls.addBenefitFunds({ value: 100n * CRU, fundsType: 'MARKET' })),
      ctx.sign(poor, benefits.calls.addBenefitFunds({ value: CRU / 100n, fundsType: 'MARKET' })),
    ];
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, cid, 3_145_728n, 30n * CRU))];
    ctx = yield* stored(ctx, stage.who('client'), cid, stage.machines);
    const reward = (who: typeof rich) => benefits.market.get(who.account).fileReward;
    stage.fact('all three replicas are kept', fileOf(ctx, cid)?.replicas.size === 3);
    stage.fact('only the one with enough collateral is paid', reward(rich) > CRU && reward(poor) === 0n);
    stage.fact('one paid place is used', fileOf(ctx, cid)?.remainingPaidCount === 3);
    const before = ctx.pallets.balances.free(rich.account);
    ctx = yield [ctx.sign(rich, market.calls.rewardMerchant({})), ctx.sign(poor, market.calls.rewardMerchant({}))];
    stage.fact('it cashes in', ctx.pallets.balances.free(rich.account) > before && reward(rich) === 0n);
    stage.fact(
      'who has nothing fails',
      happened(ctx, 'Market.RewardMerchantSuccess').every((e) => e.args[0] !== poor.account),
    );
  },
};
