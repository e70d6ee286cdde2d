import type { Scenario } from './scenario';
import { activeEra, eraStarts, failures, happened, until } from './steps';

const HISTORY_ERAS = 84;

export const unclaimed84: Scenario = {
  name: 'unclaimed-84',
  about:
    'A validator’s reward is forgotten for 84 eras: on the last day it could still be had, a day later it is gone.',
  people: { claimer: 10 },
  profile: { name: 'devnet-short-eras', sessionBlocks: 6, sessionsPerEra: 1 },
  blocks: 900,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.staking;
    const claimer = stage.who('claimer');
    const [a, b] = stage.cast.houses.map((h) => h.stash.account);
    if (a === undefined || b === undefined) throw new Error('two validators are needed');
    const paid = (era: number) => storage.erasStakingPayout.get(era) ?? 0n;
    ctx = yield* until(
      ctx,
      'an era with a reward',
      (c) => paid(activeEra(c) - 1) > 0n && happened(c, 'Staking.EraReward').length > 0,
    );
    const era = activeEra(ctx) - 1;
    const claim = (stash: `0x${string}`) => ctx.sign(claimer, calls.rewardStakers({ validator_stash: stash, era }));
    ctx = yield* until(ctx, 'the last day', () => (storage.currentEra.get() ?? 0) === era + HISTORY_ERAS);
    ctx = yield [claim(a)];
    stage.fact('84 eras later it is paid', happened(ctx, 'Staking.Reward').length > 0);
    ctx = yield* eraStarts(ctx, activeEra(ctx) + 2);
    ctx = yield [claim(b)];
    const late = JSON.stringify({ tag: 'Module', value: { index: 8, error: 12 } });
    stage.fact('later it is refused', failures(ctx).includes(late));
    stage.fact('nothing of the era is left', storage.erasStakers.entries(era).length === 0 && paid(era) === 0n);
  },
};
