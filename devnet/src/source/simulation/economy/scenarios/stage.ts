import type { Hex } from '../../../../codec/scale';
import type { Economy, EconomyContext } from '../../economy';
import type { Extrinsic } from '../../framework/bare';
import type { Call } from '../../framework/dispatch';
import type { EventRecord } from '../../framework/events';
import { type Signer, signer } from '../../framework/keys';
import type { Runtime } from '../../framework/runtime';
import { type Cast, CRU } from '../cast';
import type { SpowerService } from '../service';
import { type HeardBlock, type ReportPlan, type Sworker, sworker } from '../sworker';
import type { Scenario, Script } from './scenario';

const GIB = 1_073_741_824n;
/** scripted machines speak from this offset of a slot on, before the service does its work */
const FIRST_OFFSET = 6;
const LAST_OFFSET = 19;

/** An sWorker that does what the script says: by itself it registers once and reports every slot. */
export interface ActingMachine {
  readonly worker: Sworker;
  /** goes with its next report, and with it alone */
  plan: ReportPlan;
  silent: boolean;
}

export interface Stage {
  readonly cast: Cast;
  readonly service: SpowerService;
  who(name: string): Signer;
  machine(name: string): ActingMachine;
  readonly machines: readonly ActingMachine[];
  /** validators that make no blocks and send no heartbeats */
  readonly asleep: Set<Hex>;
  /** Root's call in the next block, as governance decided. */
  root(ctx: EconomyContext, call: Call): void;
  /** States what must be so now. */
  fact(what: string, holds: boolean): void;
}

/** A scenario while it is played. */
export interface Performance {
  readonly scenario: Scenario;
  genesis(runtime: Runtime): void;
  block(ctx: EconomyContext, heard: readonly HeardBlock[]): readonly Extrinsic[];
  /** the sWorker of the scenario that has this account */
  worker(account: Hex): Sworker | undefined;
  isAsleep: NonNullable<Economy['isAsleep']>;
  /** what the script stated, with the block and whether it was so */
  readonly facts: readonly { readonly block: number; readonly what: string; readonly holds: boolean }[];
  /** undefined while it goes on; else how it ended */
  ended(): 'well' | Error | undefined;
}

const SMALL_BYTES = 200;
const isClosed = ({ pallets: { system } }: EconomyContext) =>
  system.room(system.calls.remark({ remark: '0x' }), SMALL_BYTES) !== 'now';

/** Puts a scenario on a chain; it begins in block `from`. */
export function perform(scenario: Scenario, cast: Cast, service: SpowerService, from: number): Performance {
  const persons = new Map<string, Signer>();
  const machines = new Map<string, ActingMachine>();
  const facts: { block: number; what: string; holds: boolean }[] = [];
  const name = (of: string) => `${cast.seed}/${scenario.name}/${of}`;
  for (const each of Object.keys(scenario.people ?? {})) persons.set(each, signer(name(each)));
  for (const [each, { srdGib = 1024 }] of Object.entries(scenario.machines ?? {})) {
    const worker = sworker(signer(name(each)), name(each), BigInt(srdGib) * GIB, cast.codes.current);
    machines.set(each, { worker, plan: {}, silent: false });
  }
  const found = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const item = map.get(key);
    if (item === undefined) throw new Error(`the scenario ${scenario.name} has no ${key}`);
    return item;
  };
  const unread: EventRecord[] = [];
  let now = 0;
  const stage: Stage = {
    cast,
    service,
    who: (key) => found(persons, key),
    machine: (key) => found(machines, key),
    machines: [...machines.values()],
    asleep: new Set(),
    root: (ctx, call) => ctx.pallets.scheduler.asRootAt(ctx.block + 1, call),
    fact: (what, holds) => facts.push({ block: now, what, holds }),
  };
  let script: Script | undefined;
  let end: 'well' | Error | undefined;

  function nextTurn(ctx: EconomyContext): readonly Extrinsic[] {
    if (end !== undefined) return [];
    try {
      if (script === undefined) script = scenario.script(stage, ctx);
      const turn = script.next(ctx);
      if (turn.done === true) end = 'well';
      return turn.value ?? [];
    } catch (error) {
      // a scenario that loses its way must not stop the chain of those who only live on it
      end = error instanceof Error ? error : new Error(String(error));
      return [];
    }
  }
  function reports(ctx: EconomyContext, heard: readonly HeardBlock[]): Extrinsic[] {
    const out: Extrinsic[] = [];
    const offset = ctx.block % ctx.runtime.profile.slotBlocks;
    for (const [i, machine] of stage.machines.entries()) {
      const { worker } = machine;
      for (const { block, byReporter } of heard) {
        const accepted = worker.learn(byReporter.get(worker.account) ?? [], block);
        if (accepted) service.take(accepted);
      }
      // when the scenario is over its machines fall silent
      if (end !== undefined) continue;
      if (offset !== FIRST_OFFSET + (i % (LAST_OFFSET - FIRST_OFFSET)) || machine.silent) continue;
      if (!ctx.pallets.swork.storage.pubKeys.has(worker.pk())) continue;
      out.push(...worker.report(ctx, machine.plan));
      machine.plan = {};
    }
    return out;
  }

  return {
    scenario,
    facts,
    ended: () => end,
    isAsleep: (stash) => stage.asleep.has(stash),
    genesis(runtime) {
      for (const [key, cru] of Object.entries(scenario.people ?? {})) {
        const pico = BigInt(Math.round(cru * 1e6)) * (CRU / 1_000_000n);
        if (pico > 0n) runtime.pallets.balances.endow(found(persons, key).account, pico);
      }
      for (const { worker } of stage.machines) runtime.pallets.balances.endow(worker.account, 40n * CRU);
      scenario.genesis?.(stage, runtime);
    },
    worker: (account) => stage.machines.find(({ worker }) => worker.account === account)?.worker,
    block(ctx, heard) {
      if (ctx.block < from) return [];
      now = ctx.block;
      unread.push(...ctx.previousEvents);
      const registering = Object.entries(scenario.machines ?? {}).filter(([, m]) => m.unregistered !== true);
      const first = ctx.block === from ? registering.map(([key]) => found(machines, key).worker.register(ctx)) : [];
      // a block that begins a session takes no extrinsics: the script waits for the next one, and misses no event
      if (isClosed(ctx)) return [...first, ...reports(ctx, heard)];
      const turn = nextTurn({ ...ctx, previousEvents: unread.splice(0) });
      return [...first, ...turn, ...reports(ctx, heard)];
    },
  };
}
