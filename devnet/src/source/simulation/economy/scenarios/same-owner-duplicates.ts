import type { Scenario } from './scenario';
import { blocks, fileOf, group, MIB, newCid, stored, sweeps, until } from './steps';

export const sameOwnerDuplicates: Scenario = {
  name: 'same-owner-duplicates',
  about: 'Two members of a group report the same file: it counts once, and only who was counted can take it away.',
  people: { client: 50, owner: 50 },
  machines: { first: {}, second: {} },
  blocks: 400,
  *script(stage, ctx) {
    const cid = newCid(stage, 'twice');
    const [first, second] = [stage.machine('first'), stage.machine('second')];
    const owner = stage.who('owner');
    ctx = yield* group(ctx, owner, [first, second]);
    ctx = yield* stored(ctx, stage.who('client'), cid, [first, second]);
    const replica = () => fileOf(ctx, cid)?.replicas.get(owner.account);
    stage.fact('one replica, under the owner', fileOf(ctx, cid)?.replicas.size === 1 && replica() !== undefined);
    const other = replica()?.who === first.worker.account ? second : first;
    other.plan = { deleted: [[cid, 3n * MIB, BigInt(ctx.block)]] };
    ctx = yield* sweeps(ctx, 1);
    ctx = yield* sweeps(ctx, 1);
    stage.fact('the other member’s deletion changes nothing', replica() !== undefined);
    const counted = other === first ? second : first;
    counted.plan = { deleted: [[cid, 3n * MIB, BigInt(ctx.block)]] };
    ctx = yield* until(ctx, 'the deletion', () => replica() === undefined);
    ctx = yield* blocks(ctx, 1);
    stage.fact('its own does', fileOf(ctx, cid)?.reportedReplicaCount === 0);
  },
};
