import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { group, until } from './steps';

const PUNISHED_JUDGEMENTS = 8;

export const missedSlot: Scenario = {
  name: 'missed-slot',
  about:
    'A group’s only member misses one slot: for eight judgements its owner may hold no stake, then it is forgiven.',
  people: { owner: 60 },
  machines: { member: {} },
  blocks: 700,
  *script(stage, ctx) {
    const member = stage.machine('member');
    const owner = stage.who('owner');
    const { swork, staking } = ctx.pallets;
    const { slotBlocks } = ctx.runtime.profile;
    const deadline = () => Number(swork.storage.identities.get(member.worker.account)?.punishmentDeadline ?? 0n);
    const limit = () => staking.storage.stakeLimit.get(owner.account) ?? 0n;
    ctx = yield [ctx.sign(owner, staking.calls.bond({ controller: owner.account, value: 20n * CRU }))];
    ctx = yield [ctx.sign(owner, staking.calls.validate({ prefs: { feePerbill: 900_000_000 } }))];
    ctx = yield* group(ctx, owner, [member]);
    ctx = yield* until(ctx, 'a stake limit', () => limit() > 0n);
    stage.fact('a reporting member is not marked', deadline() === 0);
    member.silent = true;
    ctx = yield* until(ctx, 'the next slot', (c) => c.block % slotBlocks === 0);
    const missed = ctx.block;
    ctx = yield* until(ctx, 'the slot after it', (c) => c.block >= missed + slotBlocks);
    member.silent = false;
    ctx = yield* until(ctx, 'the punishment', () => deadline() > 0);
    stage.fact('it lasts for eight slots', deadline() >= missed + PUNISHED_JUDGEMENTS * slotBlocks);
    ctx = yield* until(ctx, 'the judgement’s end', () => limit() === 0n);
    const last = deadline();
    ctx = yield* until(ctx, 'the end of it', () => limit() > 0n);
    stage.fact('the limit is back when it is over', Number(swork.storage.currentReportSlot.get()) > last);
    stage.fact('its mark stays', deadline() === last);
  },
};
