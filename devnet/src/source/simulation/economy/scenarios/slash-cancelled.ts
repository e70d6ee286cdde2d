import type { Scenario } from './scenario';
import { activeEra, until } from './steps';

export const slashCancelled: Scenario = {
  name: 'slash-cancelled',
  about: 'Two validators are away together; root takes their waiting slashes back before they are due.',
  blocks: 600,
  *script(stage, ctx) {
    const { session, staking } = ctx.pallets;
    const { storage, calls } = staking;
    const staked = () =>
      session.validators.get().filter((stash) => storage.erasStakers.get(activeEra(ctx), stash).own > 0n);
    ctx = yield* until(ctx, 'staked validators', () => staked().length > 2);
    for (const stash of staked().slice(0, 2)) stage.asleep.add(stash);
    const known = new Set(storage.unappliedSlashes.entries().flatMap(([, list]) => list));
    const fresh = () =>
      storage.unappliedSlashes.entries().find(([, list]) => list.filter((slash) => !known.has(slash)).length > 1);
    ctx = yield* until(ctx, 'the report of both', () => fresh() !== undefined);
    stage.asleep.clear();
    const era = fresh()?.[0] ?? 0;
    const waiting = storage.unappliedSlashes.get(era).length;
    stage.root(ctx, calls.cancelDeferredSlash({ era, slash_indices: [0, waiting] }));
    ctx = yield [];
    ctx = yield [];
    stage.fact('an index too many cancels nothing', storage.unappliedSlashes.get(era).length === waiting);
    stage.root(ctx, calls.cancelDeferredSlash({ era, slash_indices: Array.from({ length: waiting }, (_, i) => i) }));
    ctx = yield [];
    ctx = yield [];
    stage.fact('they are gone', storage.unappliedSlashes.get(era).length === 0);
  },
};
