import type { Hex } from '../../../../codec/scale';
import type { EconomyContext } from '../../economy';
import { sessionSecrets } from '../../framework/session-keys';
import { votePayload } from '../../pallets/equivocation';
import type { Scenario } from './scenario';
import { activeEra, eraStarts, failures, happened, until } from './steps';

/** eras between a report and its slash */
const DEFERRED = 109;
const ROUND = 7n;
const hashes = (['11', '22'] as const).map((byte) => `0x${byte.repeat(32)}` as Hex);

/** What shows that a voter of the running set voted for two blocks in one round. */
function equivocationBy(stash: Hex, ctx: EconomyContext) {
  const { grandpa, keys } = sessionSecrets(stash);
  const setId = ctx.pallets.grandpa.setId();
  const [first, second] = hashes.map((targetHash) => {
    const vote = { targetHash, targetNumber: ctx.block - 1 };
    const signature = Buffer.from(grandpa.sign(votePayload('Prevote', vote, ROUND, setId))).toString('hex');
    return [vote, `0x${signature}` as Hex] as const;
  });
  if (first === undefined || second === undefined) throw new Error('an equivocation has two votes');
  const { session } = ctx.pallets;
  return ctx.pallets.grandpa.calls.reportEquivocation({
    equivocationProof: {
      setId,
      equivocation: { tag: 'Prevote', value: { round: ROUND, identity: keys.grandpa, first, second } },
    },
    keyOwnerProof: {
      session: session.currentIndex(),
      trieNodes: [],
      validatorCount: session.validators.get().length,
    },
  });
}

export const slash: Scenario = {
  name: 'slash',
  about: 'A validator votes for two blocks at once and is reported: it stands down at once and pays 109 eras later.',
  people: { watcher: 30 },
  profile: { name: 'devnet-short-eras', sessionBlocks: 6, sessionsPerEra: 1 },
  blocks: 1_100,
  *script(stage, ctx) {
    const { storage } = ctx.pallets.staking;
    const { balances, treasury, session } = ctx.pallets;
    const watcher = stage.who('watcher');
    const exposed = () => session.validators.get().find((v) => storage.erasStakers.get(activeEra(ctx), v).own > 0n);
    ctx = yield* until(ctx, 'validators with a stake', () => exposed() !== undefined);
    const offender = exposed() ?? '0x';
    const era = activeEra(ctx);
    const report = equivocationBy(offender, ctx);
    ctx = yield [ctx.sign(watcher, report), ctx.sign(watcher, report)];
    stage.fact('it is reported', happened(ctx, 'Offences.Offence').length === 1);
    stage.fact('it stands down without an event of its own', !storage.validators.has(offender));
    const [waiting] = storage.unappliedSlashes.get(era);
    stage.fact('its slash waits, with the reporter’s name', waiting?.reporters[0] === watcher.account);
    stage.fact('nothing is taken yet', happened(ctx, 'Staking.Slash').length === 0);
    const duplicate = JSON.stringify({ tag: 'Module', value: { index: 11, error: 6 } });
    stage.fact('a second report of it fails', failures(ctx).includes(duplicate));
    ctx = yield* eraStarts(ctx, era + DEFERRED - 1);
    stage.fact('108 eras later it still waits', storage.unappliedSlashes.get(era).length === 1);
    const [before, pot] = [balances.free(watcher.account), treasury.pot()];
    const own = balances.free(offender);
    ctx = yield* eraStarts(ctx, era + DEFERRED);
    stage.fact('then it is taken', balances.free(offender) < own && storage.unappliedSlashes.get(era).length === 0);
    stage.fact('the reporter is paid its share', balances.free(watcher.account) - before === (waiting?.payout ?? 0n));
    stage.fact('the treasury gets the rest', treasury.pot() > pot);
  },
};
