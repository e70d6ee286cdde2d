import type { Scenario } from './scenario';
import { sharedLimit } from './shared-limit';
import { activeEra, eraStarts, sweeps, until } from './steps';

export const limitCauses: Scenario = {
  name: 'limit-causes',
  about:
    'While the network’s limit is shared, a member misses a report, another leaves its group and rewards are paid: each moves the limits of all.',
  people: sharedLimit.people ?? {},
  machines: sharedLimit.machines ?? {},
  alone: true,
  blocks: sharedLimit.blocks + 900,
  *script(stage, ctx) {
    yield* sharedLimit.script(stage, ctx);
    const { staking, swork, balances } = ctx.pallets;
    const { slotBlocks } = ctx.runtime.profile;
    const [north, south] = [stage.who('north'), stage.who('south')];
    const limitOf = (who: typeof north) => staking.storage.stakeLimit.get(who.account) ?? 0n;
    let view = yield [];

    const issuance = balances.totalIssuance();
    const closed = activeEra(view) - 1;
    view = yield [north, south].map((who) =>
      view.sign(south, staking.calls.rewardStakers({ validator_stash: who.account, era: closed })),
    );
    stage.fact('rewards were minted', balances.totalIssuance() > issuance);
    view = yield* sweeps(view, 2);

    const before = [limitOf(north), limitOf(south)] as const;
    const member = stage.machine('north a');
    member.silent = true;
    view = yield* until(view, 'the next slot', (c) => c.block % slotBlocks === 0);
    const missed = view.block;
    view = yield* until(view, 'the slot after it', (c) => c.block >= missed + slotBlocks);
    member.silent = false;
    view = yield* until(view, 'the judgement', () => limitOf(north) < before[0]);
    stage.fact('what one loses the other gains', limitOf(south) > before[1]);

    const leaver = stage.machine('south b').worker;
    view = yield [view.sign(leaver.signer, swork.calls.quitGroup({}))];
    view = yield* sweeps(view, 2);
    stage.fact('who leaves takes its workload along', swork.storage.identities.get(leaver.account)?.group === null);
    view = yield* eraStarts(view, activeEra(view) + 1);
    view = yield* until(view, 'the end of the punishment', () => limitOf(north) > limitOf(south));
    yield* sweeps(view, 2);
  },
};
