import type { EconomyContext } from '../../economy';
import { CRU } from '../cast';
import type { Scenario, ScenarioMachine, Script } from './scenario';
import { activeEra, eraStarts, group, sweeps, until } from './steps';

/** nearly as much as a machine may report */
const SRD_GIB = 2_000_000;
const GIB = 1_073_741_824n;
const MEMBERS = Array.from({ length: 14 }, (_, i) => `member ${i}`);
const HOUSES = ['east', 'west'];
const STORED = BigInt(HOUSES.length * MEMBERS.length * SRD_GIB) * GIB;
const machineNames = HOUSES.flatMap((house) => MEMBERS.map((member) => `${house} ${member}`));

export const stageChanges: Scenario = {
  name: 'stage-changes',
  about:
    'So much is stored that the network’s limit is shared, and while half of the machines are silent it is not: limits change their stage, on a chain of any size.',
  people: { east: 30_000, west: 30_000 },
  machines: Object.fromEntries(machineNames.map((name): [string, ScenarioMachine] => [name, { srdGib: SRD_GIB }])),
  alone: true,
  blocks: 1150,
  *script(stage, ctx) {
    const { staking, swork, balances } = ctx.pallets;
    const { slotBlocks } = ctx.runtime.profile;
    const owners = HOUSES.map((house) => stage.who(house));
    const [east, west] = owners as [(typeof owners)[number], (typeof owners)[number]];
    // the stake at which the network's limit is about two thirds of what is stored: its formula, solved for the stake
    const issuance = balances.totalIssuance();
    const stake = (issuance * issuance * 33n) / 100n / ((STORED * 2n) / 3n + (issuance * 65n) / 100n);
    ctx = yield owners.map((who) =>
      ctx.sign(who, staking.calls.bond({ controller: who.account, value: (stake / 2n / CRU) * CRU })),
    );
    ctx = yield owners.map((who) => ctx.sign(who, staking.calls.validate({ prefs: { feePerbill: 500_000_000 } })));
    for (const [i, owner] of owners.entries()) {
      const members = MEMBERS.map((member) => stage.machine(`${HOUSES[i]} ${member}`));
      ctx = yield* group(ctx, owner, members);
    }
    const limitOf = ({ account }: typeof east) => staking.storage.stakeLimit.get(account) ?? 0n;
    const total = () => swork.storage.free.get() + swork.storage.spower.get();
    const isShared = () =>
      limitOf(east) > 0n && owners.reduce((sum, who) => sum + limitOf(who), 0n) < (total() * 9n) / 10n;
    const shared = (view: EconomyContext): Script<EconomyContext> => until(view, 'a shared limit', isShared);

    ctx = yield* shared(ctx);
    stage.fact('a byte backs less than a pico', isShared());
    ctx = yield* eraStarts(ctx, activeEra(ctx) + 2);
    const minted = balances.totalIssuance();
    const era = activeEra(ctx) - 1;
    ctx = yield owners.map(({ account }) =>
      ctx.sign(west, staking.calls.rewardStakers({ validator_stash: account, era })),
    );
    stage.fact('rewards were minted', balances.totalIssuance() > minted);
    ctx = yield* sweeps(ctx, 2);

    ctx = yield* shared(ctx);
    const silent = stage.machines.filter((_, i) => i % 2 === 0);
    for (const machine of silent) machine.silent = true;
    ctx = yield* until(ctx, 'the next slot', (c) => c.block % slotBlocks === 0);
    const missed = ctx.block;
    ctx = yield* until(ctx, 'the slot after it', (c) => c.block >= missed + slotBlocks);
    for (const machine of silent) machine.silent = false;
    ctx = yield* until(ctx, 'a limit of its own', () => !isShared());
    stage.fact('a byte backs a pico while half are silent', limitOf(east) > 0n && !isShared());
    ctx = yield* shared(ctx);
    stage.fact('the limit is shared again', isShared());

    const leaver = stage.machine('west member 1').worker;
    ctx = yield [ctx.sign(leaver.signer, swork.calls.quitGroup({}))];
    yield* sweeps(ctx, 2);
    stage.fact('who leaves takes its workload along', swork.storage.identities.get(leaver.account)?.group === null);
  },
};
