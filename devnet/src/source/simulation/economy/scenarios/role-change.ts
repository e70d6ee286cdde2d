import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { happened, sweeps, until } from './steps';

export const roleChange: Scenario = {
  name: 'role-change',
  about: 'A candidate becomes a guarantor and a candidate again: each role ends the other without an event.',
  people: { stash: 60 },
  blocks: 200,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.staking;
    const stash = stage.who('stash');
    const target = stage.cast.houses[0]?.stash.account ?? '0x';
    ctx = yield [ctx.sign(stash, calls.bond({ controller: stash.account, value: 40n * CRU }))];
    ctx = yield [ctx.sign(stash, calls.validate({ prefs: { feePerbill: 500_000_000 } }))];
    ctx = yield* sweeps(ctx, 1);
    ctx = yield* until(ctx, 'a limit', () => storage.stakeLimit.has(stash.account));
    ctx = yield [ctx.sign(stash, calls.guarantee({ target: [target, 5n * CRU] }))];
    stage.fact(
      'as a guarantor it is no candidate',
      !storage.validators.has(stash.account) && storage.guarantors.has(stash.account),
    );
    stage.fact('its limit stays', storage.stakeLimit.has(stash.account));
    ctx = yield [ctx.sign(stash, calls.validate({ prefs: { feePerbill: 500_000_000 } }))];
    stage.fact(
      'as a candidate it guarantees nobody',
      !storage.guarantors.has(stash.account) && storage.validators.has(stash.account),
    );
    stage.fact(
      'only the calls have events',
      happened(ctx, 'Staking.ChillSuccess').every((e) => e.args[1] !== stash.account),
    );
    ctx = yield [ctx.sign(stash, calls.chill({}))];
    stage.fact(
      'chilled it is neither',
      !storage.validators.has(stash.account) && !storage.stakeLimit.has(stash.account),
    );
  },
};
