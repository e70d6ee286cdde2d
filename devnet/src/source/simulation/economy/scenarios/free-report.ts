import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { blocks, group, happened, until } from './steps';

export const freeReport: Scenario = {
  name: 'free-report',
  about: 'A group’s SWORK funds pay for two reports an era: those cost their members nothing, the others do.',
  people: { owner: 50 },
  machines: { one: {}, two: {}, three: {} },
  blocks: 900,
  *script(stage, ctx) {
    const owner = stage.who('owner');
    const { balances, benefits } = ctx.pallets;
    const value = 7n * CRU;
    ctx = yield* group(ctx, owner, stage.machines);
    ctx = yield [ctx.sign(owner, benefits.calls.addBenefitFunds({ value, fundsType: 'SWORK' }))];
    const row = () => benefits.swork.get(owner.account);
    stage.fact('six CRU make two free reports', row().totalFeeReductionCount === 2);
    ctx = yield* until(ctx, 'a new era', (c) => happened(c, 'Staking.EraReward').length > 0);
    const funds = () => stage.machines.map((m) => balances.free(m.worker.account));
    const before = funds();
    ctx = yield* blocks(ctx, ctx.runtime.profile.slotBlocks);
    const after = funds();
    const free = before.filter((held, i) => held === after[i]).length;
    stage.fact('two reports cost nothing', free === 2);
    stage.fact('both are used up', row().usedFeeReductionCount === 2);
  },
};
