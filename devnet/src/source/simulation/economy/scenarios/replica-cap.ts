import type { Scenario } from './scenario';
import { atOffset, fileOf, MIB, newCid, orderOf, sweeps, until } from './steps';

const MACHINES = 203;
const names = Array.from({ length: MACHINES }, (_, i) => `keeper ${i}`);

export const replicaCap: Scenario = {
  name: 'replica-cap',
  about:
    '203 nodes report one file: 200 become its replicas, and its spower reaches the highest step, 200 times its size.',
  people: { client: 50 },
  machines: Object.fromEntries(names.map((name) => [name, { srdGib: 1 }])),
  alone: true,
  blocks: 300,
  *script(stage, ctx) {
    const cid = newCid(stage, 'popular');
    // all of them must have the whole slot before them
    ctx = yield* atOffset(ctx, 3);
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, cid))];
    for (const machine of stage.machines) machine.plan = { added: [[cid, 3n * MIB, BigInt(ctx.block)]] };
    ctx = yield* until(ctx, 'the replicas', (c) => (fileOf(c, cid)?.replicas.size ?? 0) > 0);
    for (const machine of stage.machines) machine.silent = true;
    const file = fileOf(ctx, cid);
    stage.fact('200 replicas are kept', file?.replicas.size === 200 && file.reportedReplicaCount === 200);
    ctx = yield* sweeps(ctx, 1);
    stage.fact('its spower is 200 times its size', fileOf(ctx, cid)?.spower === 600n * MIB);
  },
};
