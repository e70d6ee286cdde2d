import {
  bytes,
  type Hex,
  names,
  option,
  struct,
  tuple,
  u8,
  u32,
  type Value,
  variants,
  vec,
} from '../../../codec/scale';
import { type Call, dispatchResult, ensure, ensureRoot, type Origin, ROOT } from '../framework/dispatch';
import { asRuntimesRead } from '../framework/old-rows';
import type { Runtime } from '../framework/runtime';
import { twox64Concat } from '../framework/storage';
import { READ, WRITE } from '../framework/weights';

/** Tasks of this priority or better run whatever they weigh. */
const HARD_DEADLINE = 63;
const LAST_BLOCK = 2 ** 32 - 1;
/** 80 % of a block */
const MAX_WEIGHT = 1_600_000_000_000;
/** what a full block of tasks makes the calls' weights assume */
const TASKS = 50;

/** Root alone schedules here; councils could, but have no calls on this chain. */
const origin = variants({ system: names('Root') });
const period = option(tuple(u32, u32));
const address = tuple(u32, u32);

export type Scheduler = ReturnType<typeof schedulerPallet>;

/** Calls that root has put off to a later block, once or again and again. */
export function schedulerPallet(rt: Runtime) {
  const task = struct({ maybeId: option(bytes), priority: u8, call: rt.callCodec, maybePeriodic: period, origin });
  type Task = Value<typeof task>;
  const store = rt.storage('Scheduler');
  // what was put off before an upgrade names its calls by the places they had then
  const tasks = asRuntimesRead(vec(option(task)));
  const agenda = store.map<number, readonly (Task | null)[]>('Agenda', twox64Concat(u32), tasks, []);
  const lookup = store.map('Lookup', twox64Concat(bytes), address);
  const version = store.value('StorageVersion', names('V1', 'V2'));
  const emit = rt.emitters('Scheduler', {
    Scheduled: [u32, u32],
    Canceled: [u32, u32],
    Dispatched: [address, option(bytes), dispatchResult],
  });
  const E = rt.errors('Scheduler', 'FailedToSchedule', 'NotFound', 'TargetBlockNumberInPast');

  function append(when: number, item: Task): number {
    const list = [...agenda.get(when), item];
    agenda.set(when, list);
    return list.length - 1;
  }
  interface Plan {
    readonly maybePeriodic: Task['maybePeriodic'];
    readonly priority: number;
    readonly call: Call;
  }
  function schedule(when: number, plan: Plan, maybeId: Hex | null): void {
    ensure(maybeId === null || !lookup.has(maybeId), E.FailedToSchedule);
    ensure(when > rt.block(), E.TargetBlockNumberInPast);
    const [every, times] = plan.maybePeriodic ?? [0, 0];
    const maybePeriodic = times > 1 && every > 0 ? ([every, times - 1] as const) : null;
    const { priority, call } = plan;
    const index = append(when, { maybeId, priority, call, maybePeriodic, origin: ROOT_CALLER });
    if (maybeId !== null) lookup.set(maybeId, [when, index]);
    emit.Scheduled(when, index);
  }
  function cancel(when: number, index: number): void {
    const found = strike(when, index);
    if (found === null) throw E.NotFound();
    if (found.maybeId !== null) lookup.remove(found.maybeId);
    emit.Canceled(when, index);
  }
  /** Takes a task out of its block; the block's list is written also where there is no such task. */
  function strike(when: number, index: number): Task | null {
    const list = agenda.get(when);
    agenda.set(
      when,
      list.map((item, i) => (i === index ? null : item)),
    );
    return list[index] ?? null;
  }
  /** A name is good for one cancelling, although its task may have been put off to a place it does not know. */
  function cancelNamed(id: Hex): void {
    const place = lookup.get(id);
    if (place === undefined) throw E.NotFound();
    strike(...place);
    lookup.remove(id);
    emit.Canceled(...place);
  }

  /** Runs one task and, if it comes again, puts it into a later block. */
  function run(now: number, index: number, item: Task): void {
    const outcome = rt.dispatch(item.call, ROOT);
    if (item.maybePeriodic !== null) {
      const [every, left] = item.maybePeriodic;
      const again = append(now + every, { ...item, maybePeriodic: left > 1 ? [every, left - 1] : null });
      if (item.maybeId !== null) lookup.set(item.maybeId, [now + every, again]);
    } else if (item.maybeId !== null) lookup.remove(item.maybeId);
    const result = outcome.ok ? ({ tag: 'Ok', value: null } as const) : ({ tag: 'Err', value: outcome.error } as const);
    emit.Dispatched([now, index], item.maybeId, result);
  }
  const weightOf = ({ call, maybeId, maybePeriodic }: Task) =>
    call.def.weight(call.args) + (maybeId === null ? 0 : WRITE) + (maybePeriodic === null ? 0 : READ + WRITE);

  rt.hooks('Scheduler', {
    onInitialize(now) {
      const due = agenda.get(now);
      agenda.remove(now);
      const queued = due.flatMap((item, index) => (item === null ? [] : [{ item, index }]));
      queued.sort((a, b) => a.item.priority - b.item.priority);
      let weight = READ + 2 * WRITE;
      let spent = 0;
      const late: Task[] = [];
      for (const [order, { item, index }] of queued.entries()) {
        weight += weightOf(item);
        if (item.priority <= HARD_DEADLINE || weight <= MAX_WEIGHT || order === 0) {
          spent = weight;
          run(now, index, item);
        } else late.push(item);
      }
      for (const item of late) append(now + 1, item);
      return spent;
    },
  });

  /** a call of root alone */
  const asRoot =
    <A>(does: (args: A) => void) =>
    (caller: Origin, args: A): void => {
      ensureRoot(caller);
      does(args);
    };
  const what = { maybePeriodic: period, priority: u8, call: rt.callCodec };
  const one = { weight: 34_006_000 + 47_000 * TASKS + READ + WRITE };
  const named = { weight: 44_217_000 + 66_000 * TASKS + 2 * READ + 2 * WRITE };
  /** "after n blocks" begins with the block after this one, whose tasks have run already */
  const later = (after: number) => Math.min(rt.block() + after + 1, LAST_BLOCK);
  const calls = {
    schedule: rt.call(
      'Scheduler',
      'schedule',
      { when: u32, ...what },
      one,
      asRoot((a) => schedule(a.when, a, null)),
    ),
    cancel: rt.call(
      'Scheduler',
      'cancel',
      { when: u32, index: u32 },
      { weight: 30_954_000 + 3_073_000 * TASKS + READ + 2 * WRITE },
      asRoot((a) => cancel(a.when, a.index)),
    ),
    scheduleNamed: rt.call(
      'Scheduler',
      'schedule_named',
      { id: bytes, when: u32, ...what },
      named,
      asRoot((a) => schedule(a.when, a, a.id)),
    ),
    cancelNamed: rt.call(
      'Scheduler',
      'cancel_named',
      { id: bytes },
      { weight: 35_521_000 + 3_084_000 * TASKS + 2 * READ + 2 * WRITE },
      asRoot((a) => cancelNamed(a.id)),
    ),
    scheduleAfter: rt.call(
      'Scheduler',
      'schedule_after',
      { after: u32, ...what },
      one,
      asRoot((a) => schedule(later(a.after), a, null)),
    ),
    scheduleNamedAfter: rt.call(
      'Scheduler',
      'schedule_named_after',
      { id: bytes, after: u32, ...what },
      named,
      asRoot((a) => schedule(later(a.after), a, a.id)),
    ),
  };

  return {
    calls,
    agenda,
    lookup,
    genesis: () => version.set('V2'),
    /** What governance decided elsewhere: root's call in a coming block, without a proposal to show for it. */
    asRootAt(when: number, call: Call): void {
      append(when, { maybeId: null, priority: HARD_DEADLINE, call, maybePeriodic: null, origin: ROOT_CALLER });
    },
  };
}

const ROOT_CALLER = { tag: 'system', value: 'Root' } as const;
