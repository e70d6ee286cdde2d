import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { fileOf, happened, newCid, orderOf, stored, until } from './steps';

export const liquidation: Scenario = {
  name: 'liquidation',
  about: 'An order with a large tip ends, and whoever settles it first gets all that no replica earned.',
  people: { client: 50, liquidator: 5, slow: 5 },
  machines: { keeper: {} },
  blocks: 1_200,
  *script(stage, ctx) {
    const cid = newCid(stage, 'tipped');
    const { calculateReward } = ctx.pallets.market.calls;
    const { balances } = ctx.pallets;
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, cid, 3_145_728n, 2n * CRU))];
    ctx = yield* stored(ctx, stage.who('client'), cid, [stage.machine('keeper')]);
    ctx = yield [ctx.sign(stage.who('liquidator'), calculateReward({ cid }))];
    stage.fact('before the end there is nothing to get', (fileOf(ctx, cid)?.amount ?? 0n) >= 2n * CRU);
    const end = fileOf(ctx, cid)?.expiredAt ?? 0;
    ctx = yield* until(ctx, 'the end', (c) => c.block > end);
    const [amount, before] = [fileOf(ctx, cid)?.amount ?? 0n, balances.free(stage.who('liquidator').account)];
    ctx = yield [
      ctx.sign(stage.who('liquidator'), calculateReward({ cid })),
      ctx.sign(stage.who('slow'), calculateReward({ cid })),
    ];
    const gained = balances.free(stage.who('liquidator').account) - before;
    stage.fact('the first gets all of it, less the fee', gained > amount - CRU / 100n && gained < amount);
    stage.fact('the second settles a file that is gone', happened(ctx, 'Market.CalculateSuccess').length === 1);
  },
};
