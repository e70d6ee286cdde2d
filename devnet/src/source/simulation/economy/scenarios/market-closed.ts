import type { Scenario } from './scenario';
import { failures, fileOf, newCid, orderOf } from './steps';

export const marketClosed: Scenario = {
  name: 'market-closed',
  about: 'Root closes the market for a moment: orders are refused, everything else goes on.',
  people: { client: 50 },
  blocks: 20,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.market;
    const client = stage.who('client');
    const cid = newCid(stage, 'after hours');
    stage.root(ctx, calls.setEnableMarket({ isEnabled: false }));
    ctx = yield [];
    stage.root(ctx, calls.setEnableMarket({ isEnabled: true }));
    ctx = yield [ctx.sign(client, orderOf(ctx, cid))];
    const closed = JSON.stringify({ tag: 'Module', value: { index: 26, error: 5 } });
    stage.fact('the order is refused', failures(ctx).includes(closed) && fileOf(ctx, cid) === undefined);
    stage.fact('the market is open again', storage.enableMarket.get());
    ctx = yield [ctx.sign(client, orderOf(ctx, cid))];
    stage.fact('it can be ordered now', fileOf(ctx, cid) !== undefined);
  },
};
