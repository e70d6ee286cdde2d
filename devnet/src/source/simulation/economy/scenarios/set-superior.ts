import type { Scenario } from './scenario';
import { failures, happened } from './steps';

export const setSuperior: Scenario = {
  name: 'set-superior',
  about:
    'Root names another spower service: the old one is refused and pays for trying, the new one works for nothing.',
  people: { successor: 50 },
  blocks: 40,
  *script(stage, ctx) {
    const { market, swork, balances } = ctx.pallets;
    const successor = stage.who('successor');
    const old = stage.cast.superior;
    stage.root(ctx, market.calls.setSpowerSuperior({ superior: successor.account }));
    stage.root(ctx, swork.calls.setSpowerSuperior({ superior: successor.account }));
    ctx = yield [];
    stage.service.setSuperior(successor);
    const funds = () => [old, successor].map((who) => balances.free(who.account));
    const before = funds();
    const apply = market.calls.calculateSpowers({ cids: [] });
    const update = swork.calls.updateSpower({ changedSpowers: [], changedFiles: [] });
    ctx = yield [old, successor].flatMap((who) => [ctx.sign(who, apply), ctx.sign(who, update)]);
    const refused = (index: number, error: number) => JSON.stringify({ tag: 'Module', value: { index, error } });
    stage.fact(
      'the old one is refused',
      failures(ctx).includes(refused(26, 8)) && failures(ctx).includes(refused(25, 23)),
    );
    stage.fact('and pays', (funds()[0] ?? 0n) < (before[0] ?? 0n));
    stage.fact('the new one works', happened(ctx, 'Market.CalculateSpowersSuccess').length > 0);
    stage.fact('and pays nothing', funds()[1] === before[1]);
    stage.root(ctx, market.calls.setSpowerSuperior({ superior: old.account }));
    stage.root(ctx, swork.calls.setSpowerSuperior({ superior: old.account }));
    ctx = yield [];
    stage.service.setSuperior(old);
    stage.fact('the old one is back', market.storage.spowerSuperior.get() === old.account);
  },
};
