import type { Scenario } from './scenario';
import { sweeps, until } from './steps';

export const punishmentSwitch: Scenario = {
  name: 'punishment-switch',
  about: 'Root switches punishment off: a node that misses a slot is left out of that judgement alone, and not marked.',
  machines: { node: {} },
  blocks: 500,
  *script(stage, ctx) {
    const node = stage.machine('node');
    const { calls, storage } = ctx.pallets.swork;
    const { slotBlocks } = ctx.runtime.profile;
    const deadline = () => storage.identities.get(node.worker.account)?.punishmentDeadline;
    ctx = yield* until(ctx, 'the first report', () => storage.identities.has(node.worker.account));
    ctx = yield* sweeps(ctx, 2);
    stage.root(ctx, calls.setPunishment({ isEnabled: false }));
    ctx = yield* until(ctx, 'a new slot', (c) => c.block % slotBlocks === 0);
    stage.fact('it is off', storage.enablePunishment.get() === false);
    const missed = ctx.block;
    node.silent = true;
    ctx = yield* until(ctx, 'the slot’s end', (c) => c.block >= missed + slotBlocks);
    node.silent = false;
    ctx = yield* until(ctx, 'its judgement', () => Number(storage.currentReportSlot.get()) >= missed + 2 * slotBlocks);
    stage.fact('the node is not marked', deadline() === 0n);
    stage.root(ctx, calls.setPunishment({ isEnabled: true }));
    ctx = yield [];
    ctx = yield [];
    stage.fact('it is on again', storage.enablePunishment.get() === true);
  },
};
