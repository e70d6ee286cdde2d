import type { Scenario } from './scenario';
import { atOffset, until } from './steps';

export const judgedAnew: Scenario = {
  name: 'judged-anew',
  about:
    'A node that has reported begins anew in the very block that judges it: the sweep comes before its first report.',
  machines: { node: {} },
  blocks: 500,
  *script(stage, ctx) {
    const node = stage.machine('node');
    const { storage } = ctx.pallets.swork;
    const { slotBlocks, sweepOffset } = ctx.runtime.profile;
    const identity = () => storage.identities.get(node.worker.account);
    const slotOf = (c: typeof ctx) => c.block - (c.block % slotBlocks);
    const hasReported = (c: typeof ctx) =>
      Number(storage.workReports.get(identity()?.anchor ?? '0x')?.reportSlot ?? 0) === slotOf(c);
    ctx = yield* until(ctx, 'the first report', () => identity() !== undefined);
    ctx = yield* until(ctx, 'a new slot', (c) => c.block % slotBlocks === 0);
    const judged = ctx.block;
    ctx = yield* until(ctx, 'its report of the slot to be judged', hasReported);
    ctx = yield* until(ctx, 'the next slot', (c) => c.block >= judged + slotBlocks);
    ctx = yield* until(
      ctx,
      'its report of that one',
      (c) => hasReported(c) || c.block % slotBlocks === sweepOffset - 3,
    );
    const old = identity()?.anchor ?? '0x';
    node.silent = true;
    ctx = yield [node.worker.renew(ctx, 'fresh', stage.cast.codes.current, false)];
    ctx = yield* atOffset(ctx, sweepOffset);
    stage.fact('it still has its old anchor', identity()?.anchor === old);
    const block = ctx.block;
    ctx = yield node.worker.report(ctx);
    node.silent = false;
    stage.fact('the block judges and takes its first report', ctx.block === block + 1 && identity()?.anchor !== old);
    stage.fact('it is new, not punished', identity()?.punishmentDeadline === 1n);
    stage.fact('the old marks are gone', storage.reportedInSlot.get(old, BigInt(judged)) !== true);
  },
};
