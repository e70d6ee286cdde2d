import type { Scenario } from './scenario';
import { until } from './steps';

export const whitelist: Scenario = {
  name: 'whitelist',
  about: 'Root lets only two candidates be elected for an era, then everybody again.',
  blocks: 900,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.staking;
    const chosen = stage.cast.houses.slice(0, 2).map((h) => h.stash.account);
    const standing = chosen.filter((stash) => storage.validators.has(stash));
    stage.root(ctx, calls.setValidatorsWhitelist({ new_validators: standing }));
    stage.root(ctx, calls.forceValidatorsWhitelist({ enable: true }));
    ctx = yield [];
    const era = storage.currentEra.get() ?? 0;
    ctx = yield* until(ctx, 'an election', () => (storage.currentEra.get() ?? 0) > era);
    const elected = storage.currentElected.get();
    stage.fact('nobody else is elected', elected.length > 0 && elected.every((stash) => chosen.includes(stash)));
    stage.root(ctx, calls.forceValidatorsWhitelist({ enable: false }));
    ctx = yield* until(ctx, 'the next election', () => (storage.currentEra.get() ?? 0) > era + 1);
    stage.fact('everybody may be', storage.currentElected.get().length > 2);
  },
};
