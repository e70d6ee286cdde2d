import type { Signer } from '../../framework/keys';
import { CRU } from '../cast';
import type { Scenario, ScenarioMachine } from './scenario';
import { activeEra, eraStarts, group, sweeps, until } from './steps';

/** nearly as much as a machine may report */
const SRD_GIB = 2_000_000;
const MEMBERS = ['a', 'b', 'c', 'd', 'e', 'f'];
/** what a group stores, bytes: the limit its owner would have if a byte backed a pico */
const STORED = BigInt(MEMBERS.length * SRD_GIB) * 1_073_741_824n;
const HOUSES = ['north', 'south'];
const GUARANTORS = Array.from({ length: 70 }, (_, i) => `guarantor ${i}`);
const perHouse = <T>(value: T): Record<string, T> =>
  Object.fromEntries(HOUSES.flatMap((house) => MEMBERS.map((member) => [`${house} ${member}`, value])));

export const sharedLimit: Scenario = {
  name: 'shared-limit',
  about:
    'More is stored than all stake may be: the network’s limit is shared, and each group’s part depends on all others.',
  people: { north: 3000, south: 9000, ...Object.fromEntries(GUARANTORS.map((name) => [name, 130])) },
  machines: perHouse<ScenarioMachine>({ srdGib: SRD_GIB }),
  alone: true,
  blocks: 1100,
  *script(stage, ctx) {
    const { staking, swork } = ctx.pallets;
    const owners = HOUSES.map((house) => stage.who(house));
    const people = GUARANTORS.map((name) => stage.who(name));
    const bond = (who: Signer, cru: bigint) =>
      ctx.sign(who, staking.calls.bond({ controller: who.account, value: cru * CRU }));
    ctx = yield owners.map((owner, i) => bond(owner, i === 0 ? 2000n : 8000n));
    ctx = yield owners.map((o) => ctx.sign(o, staking.calls.validate({ prefs: { feePerbill: 700_000_000 } })));
    for (const [i, owner] of owners.entries()) {
      const members = MEMBERS.map((member) => stage.machine(`${HOUSES[i]} ${member}`));
      ctx = yield* group(ctx, owner, members);
    }
    ctx = yield people.map((guarantor) => bond(guarantor, 120n));
    // in pairs of the same size, so that a tie falls on the border of those who are paid
    const votes = (i: number) => 80n * CRU + BigInt(Math.floor((i + 1) / 2)) * CRU;
    const target = (i: number) => owners[i < 66 ? 0 : 1]?.account ?? '0x';
    ctx = yield people.map((p, i) => ctx.sign(p, staking.calls.guarantee({ target: [target(i), votes(i)] })));
    const limits = () => owners.map(({ account }) => staking.storage.stakeLimit.get(account) ?? 0n);
    const workload = () => swork.storage.free.get() + swork.storage.spower.get();
    ctx = yield* until(ctx, 'a shared limit', () => limits().every((l) => l > 0n && l < STORED));
    stage.fact(
      'a byte backs less than a pico',
      limits().every((limit) => limit < STORED),
    );
    stage.fact('both groups share alike', limits()[0] === limits()[1]);
    const all = staking.storage.stakeLimit.entries().reduce((sum, [, limit]) => sum + limit, 0n);
    stage.fact('all limits together are less than what is stored', all < workload());
    ctx = yield* eraStarts(ctx, activeEra(ctx) + 3);
    ctx = yield* sweeps(ctx, 1);
    stage.fact(
      'it stays so',
      limits().every((limit) => limit < STORED),
    );
  },
};
