import type { Scenario } from './scenario';
import { blocks, fileOf, MIB, newCid, orderOf, until } from './steps';

export const spowerServiceDown: Scenario = {
  name: 'spower-service-down',
  about: 'The spower service stops for two slots: reports are accepted, their files are not applied until it is back.',
  people: { client: 50 },
  machines: { keeper: {} },
  blocks: 300,
  *script(stage, ctx) {
    const cid = newCid(stage, 'late');
    const { market, swork } = ctx.pallets;
    const { slotBlocks } = ctx.runtime.profile;
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, cid))];
    ctx = yield* until(ctx, 'a new slot', (c) => c.block % slotBlocks === 1);
    stage.service.setDown(true);
    const lastApplied = market.storage.lastReplicasUpdateBlock.get();
    const keeper = stage.machine('keeper');
    keeper.plan = { added: [[cid, 3n * MIB, BigInt(ctx.block)]] };
    ctx = yield* until(ctx, 'the report', () => keeper.worker.files().has(cid));
    ctx = yield* blocks(ctx, 2 * slotBlocks);
    stage.fact('the report was accepted', keeper.worker.files().has(cid));
    stage.fact('its file has no replica', fileOf(ctx, cid)?.replicas.size === 0);
    stage.fact('nothing was applied meanwhile', market.storage.lastReplicasUpdateBlock.get() === lastApplied);
    stage.service.setDown(false);
    ctx = yield* until(ctx, 'the service', (c) => fileOf(c, cid)?.replicas.size === 1);
    stage.fact('it catches up', swork.storage.lastProcessedBlock.get() > lastApplied);
  },
};
