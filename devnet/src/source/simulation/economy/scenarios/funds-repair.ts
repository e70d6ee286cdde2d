import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { happened } from './steps';

export const fundsRepair: Scenario = {
  name: 'funds-repair',
  about: 'A rejected treasury proposal eats into reserved benefit funds; withdrawing sets the books right.',
  people: { owner: 100 },
  blocks: 30,
  *script(stage, ctx) {
    const { balances, benefits, treasury } = ctx.pallets;
    const owner = stage.who('owner');
    const { account } = owner;
    ctx = yield [ctx.sign(owner, treasury.calls.proposeSpend({ value: 400n * CRU, beneficiary: account }))];
    const [proposed] = happened(ctx, 'Treasury.Proposed').map((e) => Number(e.args[0]));
    stage.fact('a twentieth is reserved', balances.reserved(account) === 20n * CRU);
    ctx = yield [ctx.sign(owner, benefits.calls.addBenefitFunds({ value: 50n * CRU, fundsType: 'MARKET' }))];
    stage.root(ctx, treasury.calls.rejectProposal({ proposal_id: proposed ?? 0 }));
    ctx = yield [];
    ctx = yield [];
    stage.fact('the bond is lost', balances.reserved(account) === 50n * CRU && !treasury.proposals.has(proposed ?? 0));
    ctx = yield [ctx.sign(owner, benefits.calls.withdrawBenefitFunds({}))];
    stage.fact('funds equal what is reserved', benefits.market.get(account).totalFunds === balances.reserved(account));
  },
};
