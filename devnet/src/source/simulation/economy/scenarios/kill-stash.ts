import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { activeEra, happened, until } from './steps';

export const killStash: Scenario = {
  name: 'kill-stash',
  about: 'A guarantor leaves: cuts its votes, unbonds all, waits 112 eras and withdraws; nothing of the bond is left.',
  people: { stash: 30, controller: 5 },
  profile: { name: 'devnet-short-eras', sessionBlocks: 6, sessionsPerEra: 1 },
  blocks: 1_100,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.staking;
    const [stash, controller] = [stage.who('stash'), stage.who('controller')];
    const target = stage.cast.houses[0]?.stash.account ?? '0x';
    const value = 20n * CRU;
    ctx = yield [ctx.sign(stash, calls.bond({ controller: controller.account, value }))];
    ctx = yield [ctx.sign(controller, calls.guarantee({ target: [target, value] }))];
    ctx = yield [ctx.sign(controller, calls.unbond({ value }))];
    stage.fact('guaranteed funds cannot be unbonded', storage.ledger.get(controller.account)?.unlocking.length === 0);
    ctx = yield [ctx.sign(controller, calls.cutGuarantee({ target: [target, value] }))];
    stage.fact('an empty row of votes stays', storage.guarantors.get(stash.account)?.total === 0n);
    ctx = yield [ctx.sign(controller, calls.unbond({ value }))];
    const chunk = storage.ledger.get(controller.account)?.unlocking[0];
    stage.fact('its chunk is due after 112 eras', (chunk?.era ?? 0) - activeEra(ctx) >= 111);
    ctx = yield [ctx.sign(controller, calls.withdrawUnbonded({}))];
    stage.fact('not before', storage.ledger.get(controller.account)?.total === value);
    ctx = yield* until(ctx, 'the chunk', () => (storage.currentEra.get() ?? 0) >= (chunk?.era ?? 0));
    ctx = yield [ctx.sign(controller, calls.withdrawUnbonded({}))];
    stage.fact('it is withdrawn', happened(ctx, 'Staking.Withdrawn').length > 0);
    const gone = !storage.bonded.has(stash.account) && !storage.ledger.has(controller.account);
    stage.fact('nothing is left', gone && !storage.guarantors.has(stash.account));
  },
};
