import type { Scenario } from './scenario';
import { sweeps } from './steps';

export const sweepCutShort: Scenario = {
  name: 'sweep-cut-short',
  about: 'More identities than a sweep gets through before its hard stop: those it did not reach count for nothing.',
  machines: Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`node ${i}`, {}])),
  profile: { name: 'devnet-slow-sweep', sweepBatch: 1 },
  blocks: 300,
  *script(stage, ctx) {
    const { storage } = ctx.pallets.swork;
    const { stopOffset, sweepOffset, slotBlocks } = ctx.runtime.profile;
    ctx = yield* sweeps(ctx, 3);
    const all = storage.identities.size();
    stage.fact('there are more than fit', all > stopOffset - sweepOffset);
    stage.fact('it ended at the stop', [stopOffset, 0].includes(ctx.block % slotBlocks));
    const free = stage.machines.reduce((sum, m) => sum + m.worker.srdBytes, 0n);
    const base = stage.cast.machines.reduce((sum, m) => sum + m.srdBytes, 0n);
    stage.fact('what it did not reach is missing from the totals', storage.free.get() < free + base);
    stage.fact('nothing of it is left over', !storage.workload.exists() && !storage.identityPreviousKey.exists());
  },
};
