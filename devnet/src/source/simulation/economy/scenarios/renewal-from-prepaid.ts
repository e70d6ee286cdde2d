import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { fileOf, happened, newCid, stored, until } from './steps';

export const renewalFromPrepaid: Scenario = {
  name: 'renewal-from-prepaid',
  about:
    'A file whose owner paid ahead is renewed at its end: with its replica first, as an empty shelf the second time.',
  people: { client: 50, settler: 5 },
  machines: { keeper: {} },
  blocks: 2_200,
  *script(stage, ctx) {
    const cid = newCid(stage, 'renewal');
    const keeper = stage.machine('keeper');
    const { addPrepaid, calculateReward } = ctx.pallets.market.calls;
    ctx = yield* stored(ctx, stage.who('client'), cid, [keeper]);
    ctx = yield [ctx.sign(stage.who('client'), addPrepaid({ cid, amount: CRU }))];
    const before = fileOf(ctx, cid);
    ctx = yield* until(ctx, 'the end', (c) => c.block > (before?.expiredAt ?? 0));
    ctx = yield [ctx.sign(stage.who('settler'), calculateReward({ cid }))];
    const renewed = fileOf(ctx, cid);
    stage.fact(
      'it is renewed',
      happened(ctx, 'Market.RenewFileSuccess').some((e) => e.args[1] === cid),
    );
    stage.fact('the fee came out of what was paid ahead', (renewed?.prepaid ?? CRU) < (before?.prepaid ?? 0n));
    stage.fact('a new period runs', (renewed?.expiredAt ?? 0) > ctx.block);

    keeper.plan = { deleted: [[cid, renewed?.fileSize ?? 0n, BigInt(ctx.block)]] };
    ctx = yield* until(ctx, 'the replica’s end', (c) => fileOf(c, cid)?.replicas.size === 0);
    ctx = yield* until(ctx, 'the second end', (c) => c.block > (fileOf(c, cid)?.expiredAt ?? 0));
    ctx = yield [ctx.sign(stage.who('settler'), calculateReward({ cid }))];
    const empty = fileOf(ctx, cid);
    stage.fact('without a replica it waits for one again', empty?.expiredAt === 0 && empty.remainingPaidCount === 4);
  },
};
