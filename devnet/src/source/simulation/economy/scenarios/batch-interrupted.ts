import type { Scenario } from './scenario';
import { fileOf, happened, newCid, orderOf } from './steps';

const TOO_LARGE = 9n * 1_073_741_824n;

export const batchInterrupted: Scenario = {
  name: 'batch-interrupted',
  about: 'Three orders at once, the second one too large: a batch keeps the first, batch_all keeps none.',
  people: { client: 50 },
  blocks: 10,
  *script(stage, ctx) {
    const { batch, batchAll } = ctx.pallets.utility.calls;
    const client = stage.who('client');
    const three = (name: string) => [1, 2, 3].map((i) => newCid(stage, `${name} ${i}`));
    const [loose, strict] = [three('loose'), three('strict')];
    const calls = (cids: typeof loose) => cids.map((cid, i) => orderOf(ctx, cid, i === 1 ? TOO_LARGE : 1_000_000n));
    ctx = yield [
      ctx.sign(client, batch({ calls: calls(loose) })),
      ctx.sign(client, batchAll({ calls: calls(strict) })),
    ];
    stage.fact(
      'the batch says where it stopped',
      happened(ctx, 'Utility.BatchInterrupted').some((e) => e.args[0] === 1),
    );
    stage.fact(
      'what came before stays',
      loose.map((cid) => fileOf(ctx, cid) !== undefined).join() === 'true,false,false',
    );
    stage.fact(
      'batch_all takes everything back',
      strict.every((cid) => fileOf(ctx, cid) === undefined),
    );
  },
};
