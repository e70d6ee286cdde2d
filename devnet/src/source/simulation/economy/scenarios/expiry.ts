import type { Scenario } from './scenario';
import { fileOf, happened, newCid, stored, until } from './steps';

export const expiry: Scenario = {
  name: 'expiry',
  about: 'A stored file outlives its paid period, stands expired for a while, and is closed by whoever settles it.',
  people: { client: 50, closer: 5 },
  machines: { keeper: {} },
  blocks: 1_200,
  *script(stage, ctx) {
    const cid = newCid(stage, 'expiry');
    ctx = yield* stored(ctx, stage.who('client'), cid, [stage.machine('keeper')]);
    const end = fileOf(ctx, cid)?.expiredAt ?? 0;
    stage.fact('the clock runs from the first replica', end > ctx.block);
    ctx = yield* until(ctx, 'the end of the paid period', (c) => c.block > end + 5);
    stage.fact('expired, the file still stands', fileOf(ctx, cid)?.replicas.size === 1);
    ctx = yield [ctx.sign(stage.who('closer'), ctx.pallets.market.calls.calculateReward({ cid }))];
    stage.fact('settled, it is gone', fileOf(ctx, cid) === undefined && happened(ctx, 'Market.FileClosed').length > 0);
  },
};
