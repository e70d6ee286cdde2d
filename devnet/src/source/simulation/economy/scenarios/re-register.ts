import type { Scenario } from './scenario';
import { fileOf, MIB, newCid, stored, sweeps, until } from './steps';

export const reRegister: Scenario = {
  name: 're-register',
  about:
    'A node begins anew with a fresh enclave: its old replicas keep the old anchor, and taking one away frees no spower.',
  people: { client: 50 },
  machines: { node: {} },
  blocks: 500,
  *script(stage, ctx) {
    const cid = newCid(stage, 'kept');
    const node = stage.machine('node');
    const { storage } = ctx.pallets.swork;
    const identity = () => storage.identities.get(node.worker.account);
    ctx = yield* stored(ctx, stage.who('client'), cid, [node]);
    const old = identity()?.anchor ?? '0x';
    ctx = yield [node.worker.renew(ctx, 'fresh', stage.cast.codes.current, false)];
    ctx = yield* until(ctx, 'the new anchor', () => identity()?.anchor !== old);
    stage.fact('a first judgement is due again', identity()?.punishmentDeadline === 1n);
    stage.fact('the old report is gone', !storage.workReports.has(old));
    stage.fact('the replica keeps the old anchor', fileOf(ctx, cid)?.replicas.get(node.worker.account)?.anchor === old);
    ctx = yield* sweeps(ctx, 1);
    const spower = () => storage.workReports.get(identity()?.anchor ?? '0x')?.spower;
    const before = spower();
    node.plan = { deleted: [[cid, 3n * MIB, BigInt(ctx.block)]] };
    ctx = yield* until(ctx, 'the deletion', (c) => fileOf(c, cid)?.replicas.size === 0);
    stage.fact('no spower is freed', spower() === before);
  },
};
