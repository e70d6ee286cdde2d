import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { activeEra, eraStarts, newCid, stored } from './steps';

export const freeSettlement: Scenario = {
  name: 'free-settlement',
  about: 'MARKET funds give a share of the era’s fee quota: settling a file is paid by newly made money.',
  people: { client: 50, owner: 200 },
  machines: { keeper: {} },
  blocks: 900,
  *script(stage, ctx) {
    const owner = stage.who('owner');
    const { balances, benefits, market, utility } = ctx.pallets;
    const cid = newCid(stage, 'settled free');
    const settle = market.calls.calculateReward({ cid });
    ctx = yield [ctx.sign(owner, benefits.calls.addBenefitFunds({ value: 100n * CRU, fundsType: 'MARKET' }))];
    ctx = yield* stored(ctx, stage.who('client'), cid, [stage.machine('keeper')]);
    ctx = yield* eraStarts(ctx, activeEra(ctx) + 2);
    const quota = () => benefits.current.get();
    stage.fact('the era has a quota', quota().totalFeeReductionQuota > 0n);
    const [held, issued, used] = [
      balances.free(owner.account),
      balances.totalIssuance(),
      quota().usedFeeReductionQuota,
    ];
    ctx = yield [ctx.sign(owner, settle)];
    const fee = quota().usedFeeReductionQuota - used;
    stage.fact('the settlement cost nothing', balances.free(owner.account) === held);
    stage.fact('its fee came out of the quota', fee > 0n && balances.totalIssuance() >= issued + fee);
    ctx = yield [ctx.sign(owner, utility.calls.batch({ calls: [settle] }))];
    stage.fact('inside a batch it is paid', balances.free(owner.account) < held);
  },
};
