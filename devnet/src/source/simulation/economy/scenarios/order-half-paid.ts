import { orderFee } from '../../pallets/market/fees';
import { POTS } from '../../pallets/market/storage';
import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { failures, feeOf, fileOf, MIB, newCid, orderOf, until } from './steps';

export const orderHalfPaid: Scenario = {
  name: 'order-half-paid',
  about:
    'An order fails at its third payment, since the account must not end: what was paid before is gone, nothing ordered.',
  people: { keyholder: 20 },
  genesis: (stage, rt) => rt.pallets.system.incConsumers(stage.who('keyholder').account),
  blocks: 60,
  *script(stage, ctx) {
    const { balances, market } = ctx.pallets;
    const who = stage.who('keyholder');
    const cid = newCid(stage, 'half');
    const { slotBlocks, feeTickOffset } = ctx.runtime.profile;
    // prices must not move between the reckoning and the order
    ctx = yield* until(ctx, 'steady prices', (c) => c.block % slotBlocks === feeTickOffset + 1);
    const { base, value } = orderFee(market.storage, MIB);
    // all but half an existential deposit goes into the order, most of it as a tip
    const fee = feeOf(ctx, orderOf(ctx, cid, MIB, 10n * CRU));
    const tips = balances.free(who.account) - base - value - fee - balances.existentialDeposit / 2n;
    const pot = balances.free(POTS.staking);
    ctx = yield [ctx.sign(who, orderOf(ctx, cid, MIB, tips))];
    const keepAlive = JSON.stringify({ tag: 'Module', value: { index: 5, error: 5 } });
    stage.fact('it fails as the account must live', failures(ctx).includes(keepAlive));
    stage.fact('two of three payments stay paid', balances.free(POTS.staking) > pot);
    stage.fact('nothing is ordered', fileOf(ctx, cid) === undefined);
  },
};
