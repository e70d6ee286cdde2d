import type { Hex } from '../../../codec/scale';
import type { Economy, EconomyContext } from '../economy';
import type { Extrinsic } from '../framework/bare';
import type { Signer } from '../framework/keys';
import { castOf } from './cast';
import { storageClients } from './clients';
import { found } from './founding';
import { crustGenesis } from './genesis';
import { groupLife } from './groups';
import { type LivingMachine, livingMachine } from './machine';
import { oddities } from './oddities';
import { oldMarketLife } from './old-markets';
import { draws, type People, POPULATIONS, populationOf } from './people';
import type { Scenario } from './scenarios/scenario';
import { type Performance, perform } from './scenarios/stage';
import { spowerService } from './service';
import { fileShelf } from './shelf';
import { stakers } from './stakers';
import { heardOf, type ReportArgs, type Sworker } from './sworker';

export interface EconomyOptions {
  /** plain transfers added to every block, to measure with */
  readonly busy?: number | undefined;
  /** how many there are; by default the dozens of the local chain */
  readonly people?: People | undefined;
  /** played beside everything else, one after the other */
  readonly scenarios?: readonly Scenario[] | undefined;
}

export interface CrustEconomy extends Economy {
  readonly performances: readonly Performance[];
}

/** Scenarios begin when the groups have formed, one every so many blocks. */
const FIRST_SCENARIO_BLOCK = 90;
const BLOCKS_BETWEEN_SCENARIOS = 40;

/** The small but whole economy of the local chain: files, reports, stakes and everything that can go wrong with them. */
export function crustEconomy(seed: number, slotBlocks: number, options: EconomyOptions = {}): CrustEconomy {
  const population = populationOf(options.people ?? 'dozens');
  const cast = castOf(seed, slotBlocks, population);
  const shelf = fileShelf(seed, population.files);
  const grown = population.files > 0;
  const kind = population.quiet ? 'steady' : grown ? 'founding' : 'newborn';
  const machines = cast.machines.map((_, i) => livingMachine(cast, i, shelf, kind));
  const byOffset = machinesByOffset(machines);
  const service = spowerService(cast);
  const performances = (options.scenarios ?? []).map((scenario, i) =>
    perform(scenario, cast, service, FIRST_SCENARIO_BLOCK + i * BLOCKS_BETWEEN_SCENARIOS),
  );
  const groups = grown ? { act: () => [] } : groupLife(cast);
  const others = population.quiet ? () => [] : byChance();

  /** Those who act by chance rather than by a plan. */
  function byChance(): (ctx: EconomyContext) => readonly Extrinsic[] {
    const clients = storageClients(cast, shelf);
    const stakes = stakers(cast, grown);
    const rest = oddities(cast, clients.newOrder);
    const old = oldMarketLife(cast);
    let closing: ReturnType<typeof clients.settle>['closing'] = [];
    return (ctx) => {
      const closed = closing;
      const settled = clients.settle(ctx);
      closing = settled.closing;
      const orders = Array.from({ length: draws(population.clients, POPULATIONS.dozens.clients) }, () =>
        clients.act(ctx),
      );
      return [
        ...service.forgetClosed(ctx, closed),
        ...orders.flat(),
        ...settled.sent,
        ...stakes.act(ctx),
        ...rest.act(ctx),
        ...old.act(ctx),
      ];
    };
  }
  function busyTransfers(ctx: EconomyContext): Extrinsic[] {
    return Array.from({ length: options.busy ?? 0 }, (_, i) => {
      const from = cast.clients[i % cast.clients.length] as Signer;
      const to = cast.clients[(i + 1) % cast.clients.length] as Signer;
      return ctx.sign(from, ctx.pallets.balances.calls.transfer({ dest: to.account, value: 1_000_000_000n }));
    });
  }

  const workerOf = (account: Hex): Sworker | undefined =>
    byOffset.workers.get(account) ?? performances.map((p) => p.worker(account)).find((worker) => worker !== undefined);

  return {
    performances,
    genesis(runtime, _seed, lay) {
      crustGenesis(runtime, cast, grown);
      if (grown) found(runtime, cast, machines, shelf, population.files, lay);
      for (const performance of performances) performance.genesis(runtime);
    },
    visitorOrdered: shelf.add,
    isAsleep: (stash, block) => performances.some((performance) => performance.isAsleep(stash, block)),
    remade(sent, branch) {
      const { pallet, name } = sent.call.def;
      if (pallet !== 'Swork' || name !== 'report_works') return undefined;
      const worker = workerOf(sent.signer);
      const args = worker?.remade(sent.call.args as ReportArgs, branch.hashOf);
      return worker && args && branch.sign(worker.signer, { def: sent.call.def, args });
    },
    block(ctx) {
      const heard = [...ctx.missed, { block: ctx.block - 1, events: ctx.previousEvents }].map(heardOf);
      for (const { block, byReporter } of heard) {
        for (const [account, list] of byReporter) {
          const accepted = byOffset.workers.get(account)?.learn(list, block);
          if (accepted) service.take(accepted);
        }
      }
      const awake = byOffset.at.get(ctx.block % slotBlocks) ?? [];
      return [
        ...groups.act(ctx),
        ...awake.flatMap((machine) => machine.act(ctx)),
        ...performances.flatMap((performance) => performance.block(ctx, heard)),
        ...service.act(ctx),
        ...others(ctx),
        ...busyTransfers(ctx),
      ];
    },
  };
}

/** The machines that may have something to do at an offset of the slot, and all of them by account. */
function machinesByOffset(machines: readonly LivingMachine[]) {
  const at = new Map<number, LivingMachine[]>();
  for (const machine of machines) {
    for (const offset of new Set(machine.offsets)) at.set(offset, [...(at.get(offset) ?? []), machine]);
  }
  return { at, workers: new Map(machines.map(({ worker }) => [worker.account, worker])) };
}
