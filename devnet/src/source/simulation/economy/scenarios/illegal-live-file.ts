import type { Scenario } from './scenario';
import { fileOf, happened, MIB, newCid, stored, until } from './steps';

export const illegalLiveFile: Scenario = {
  name: 'illegal-live-file',
  about:
    'A living file that lost all replicas is measured anew by the next report: first smaller, then larger than ordered.',
  people: { client: 50 },
  machines: { first: {}, second: {}, third: {} },
  blocks: 400,
  *script(stage, ctx) {
    const cid = newCid(stage, 'illegal');
    const [first, second, third] = [stage.machine('first'), stage.machine('second'), stage.machine('third')];
    const report = (size: bigint) => [[cid, size, BigInt(ctx.block)]] as const;
    ctx = yield* stored(ctx, stage.who('client'), cid, [first], 4n * MIB);
    first.plan = { deleted: report(4n * MIB) };
    ctx = yield* until(ctx, 'no replica', (c) => fileOf(c, cid)?.replicas.size === 0);
    stage.fact('the file lives without a replica', (fileOf(ctx, cid)?.expiredAt ?? 0) > ctx.block);
    second.plan = { added: report(3n * MIB) };
    ctx = yield* until(ctx, 'the smaller replica', (c) => fileOf(c, cid)?.replicas.size === 1);
    stage.fact('its size is lowered while it lives', fileOf(ctx, cid)?.fileSize === 3n * MIB);
    second.plan = { deleted: report(3n * MIB) };
    ctx = yield* until(ctx, 'no replica again', (c) => fileOf(c, cid)?.replicas.size === 0);
    third.plan = { added: report(5n * MIB) };
    ctx = yield* until(ctx, 'the file’s end', (c) => fileOf(c, cid) === undefined);
    stage.fact(
      'more bytes than ordered close it',
      happened(ctx, 'Market.IllegalFileClosed').some((e) => e.args[0] === cid),
    );
  },
};
