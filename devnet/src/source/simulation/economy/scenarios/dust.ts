import type { Scenario } from './scenario';
import { feeOf, happened } from './steps';

export const dust: Scenario = {
  name: 'dust',
  about: 'An account sends nearly everything away: it ends, and the dust it leaves goes to the treasury.',
  people: { leaving: 5, heir: 5 },
  blocks: 20,
  *script(stage, ctx) {
    const { balances, system } = ctx.pallets;
    const { account } = stage.who('leaving');
    const heir = stage.who('heir');
    const send = (dest: typeof account, value: bigint) => balances.calls.transfer({ dest, value });
    const rest = balances.free(account) - 50_000_000n;
    const fee = feeOf(ctx, send(heir.account, rest));
    ctx = yield [ctx.sign(stage.who('leaving'), send(heir.account, rest - fee))];
    const lost = happened(ctx, 'Balances.DustLost').map((e) => e.args[0]);
    stage.fact('its dust is lost', lost.includes(account));
    stage.fact('the account is gone', !system.account.has(account));
    ctx = yield [ctx.sign(heir, send(account, 1_000n))];
    stage.fact('too little does not open it again', !system.account.has(account));
    ctx = yield [ctx.sign(heir, send(account, 1_000_000_000n))];
    stage.fact('enough does', system.account.has(account));
  },
};
