import type { Scenario } from './scenario';
import { activeEra, happened, until } from './steps';

export const offline: Scenario = {
  name: 'offline',
  about: 'Two validators are away for a whole session: they are reported, stand down, and a slash waits for them.',
  blocks: 600,
  *script(stage, ctx) {
    const { session, staking } = ctx.pallets;
    const { storage, calls } = staking;
    const staked = () =>
      session.validators.get().filter((stash) => storage.erasStakers.get(activeEra(ctx), stash).own > 0n);
    ctx = yield* until(ctx, 'a new session with staked validators', (c) => {
      return happened(c, 'Session.NewSession').length > 0 && staked().length > 2;
    });
    const away = staked().slice(0, 2);
    for (const stash of away) stage.asleep.add(stash);
    const waiting = () => storage.unappliedSlashes.entries().flatMap(([, list]) => list);
    const isDue = (stash: string) => waiting().some(({ validator }) => validator === stash);
    // one of them may still have made a block of the session that began
    ctx = yield* until(ctx, 'the report of both', () => away.every(isDue));
    stage.fact(
      'both stand down',
      away.every((stash) => !storage.validators.has(stash) && !storage.stakeLimit.has(stash)),
    );
    stage.fact(
      'nobody gets a share of it',
      waiting().every((slash) => !away.includes(slash.validator) || slash.reporters.length === 0),
    );
    stage.asleep.clear();
    const houses = stage.cast.houses.filter((h) => away.includes(h.stash.account));
    ctx = yield houses.map((h) => ctx.sign(h.controller, calls.validate({ prefs: { feePerbill: h.feePerbill } })));
    stage.fact(
      'they may stand again',
      away.every((stash) => storage.validators.has(stash)),
    );
    stage.fact(
      'without a limit until the next judgement',
      away.every((stash) => !storage.stakeLimit.has(stash)),
    );
  },
};
