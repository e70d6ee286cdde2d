import type { Scenario } from './scenario';
import { failures, fileOf, happened, MIB, newCid, orderOf, until } from './steps';

const SIZE = 3n * MIB;

export const batchedReport: Scenario = {
  name: 'batched-report',
  about:
    'A node sends its report twice in one batch: the chain takes it once, the spower service never sees it; naming the file again is refused.',
  people: { client: 50 },
  machines: { keeper: {}, other: {} },
  blocks: 300,
  *script(stage, ctx) {
    const { swork } = ctx.pallets;
    const cid = newCid(stage, 'unseen');
    const keeper = stage.machine('keeper');
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, cid, SIZE))];
    ctx = yield* until(ctx, 'the first report', () => swork.storage.identities.has(keeper.worker.account));
    keeper.plan = { added: [[cid, SIZE, BigInt(ctx.block)]], inBatch: true, twice: true };
    const taken = (c: typeof ctx) =>
      happened(c, 'Swork.WorksReportSuccess').filter((e) => e.args[0] === keeper.worker.account).length;
    ctx = yield* until(ctx, 'the batch', (c) => happened(c, 'Utility.BatchCompleted').length > 0 && taken(c) > 0);
    const reported = ctx.block - 1;
    stage.fact('of two reports in a batch one counts', taken(ctx) === 1);
    // another node gives the service something to do, so that it gets past the batch
    const bait = newCid(stage, 'seen');
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, bait, SIZE))];
    stage.machine('other').plan = { added: [[bait, SIZE, BigInt(ctx.block)]] };
    ctx = yield* until(ctx, 'the service', () => swork.storage.lastProcessedBlock.get() >= reported);
    ctx = yield* until(ctx, 'the other file', (c) => fileOf(c, bait)?.replicas.size === 1);
    stage.fact('the service got past it without its file', fileOf(ctx, cid)?.replicas.size === 0);
    keeper.plan = { added: [[cid, SIZE, BigInt(ctx.block)]] };
    const refused = JSON.stringify({ tag: 'Module', value: { index: 25, error: 7 } });
    ctx = yield* until(ctx, 'the refusal', (c) => failures(c).includes(refused));
    stage.fact('the same file cannot be added once more', fileOf(ctx, cid)?.replicas.size === 0);
  },
};
