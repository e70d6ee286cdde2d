import type { Scenario } from './scenario';
import { activeEra, eraStarts } from './steps';

const WHOLE = 1_000_000_000;

export const feeDrop: Scenario = {
  name: 'fee-drop',
  about: 'A validator lowers what it shares in the middle of an era, and has to share everything of that era.',
  blocks: 700,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.staking;
    ctx = yield* eraStarts(ctx, activeEra(ctx) + 2);
    const era = activeEra(ctx);
    const sharedBy = (stash: `0x${string}`) => storage.erasValidatorPrefs.get(era, stash).feePerbill;
    const house = stage.cast.houses.find(({ stash }) => {
      const shared = sharedBy(stash.account);
      return storage.validators.has(stash.account) && shared > WHOLE / 10 && shared < (WHOLE * 9) / 10;
    });
    if (house === undefined) throw new Error('no validator shares a part only');
    const shared = sharedBy(house.stash.account);
    const validate = (feePerbill: number) => ctx.sign(house.controller, calls.validate({ prefs: { feePerbill } }));
    ctx = yield [validate(shared + 10_000_000)];
    stage.fact('a rise changes nothing now', sharedBy(house.stash.account) === shared);
    ctx = yield [validate(50_000_000)];
    stage.fact('a fall costs the whole era', sharedBy(house.stash.account) === WHOLE);
    ctx = yield [validate(shared)];
    stage.fact('and cannot be taken back', sharedBy(house.stash.account) === WHOLE);
  },
};
