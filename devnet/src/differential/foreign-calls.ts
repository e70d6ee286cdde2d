import { accountId, decode, type Hex, raw, u128 } from '../codec/scale';
import { type Call, type CallDef, type DispatchClass, failure } from '../source/simulation/framework/dispatch';
import type { ForeignCalls, Runtime } from '../source/simulation/framework/runtime';
import type { PalletName } from '../source/simulation/framework/spec';
import type { KeyName } from './names';
import { classIn, type EventReader, errorIn, type RecordedEvent, weightIn } from './recorded-events';
import type { RecordedStep } from './recording';

/** Calls that are played back from the recording although a pallet here has them: the code of a runtime is in none. */
const PLAYED_BACK = ['System.set_code', 'System.set_code_without_checks'];
/** The items these write; any other call may write every item of its pallet. */
const WRITTEN_ITEMS: Readonly<Record<string, readonly string[]>> = {
  'System.set_code': [],
  'System.set_code_without_checks': [],
};

/** What a call that is played back weighs in an extrinsic with others that are: most only set something. */
const SETTER_WEIGHT = 1000;

/** Calls that nothing here models, played back from what the recording says they did. */
export interface Playback extends ForeignCalls {
  /** Turns to another block. */
  enter(step: RecordedStep): void;
  /** Told of an extrinsic before it runs: its result says what a call in it weighed that only the recording knows. */
  begin(outermost: Call, index: number): void;
  /** calls played back in this block, as `Pallet.call` */
  readonly played: readonly string[];
  /** Whether a call played back in this block may have written this item. */
  wrote(name: KeyName): boolean;
}

export function playback(reader: EventReader, runtimeOf: () => Runtime): Playback {
  const played: string[] = [];
  /** calls of the extrinsic at hand that are played back, in their order */
  let mine: { readonly def: CallDef; readonly known: Foreign }[] = [];
  /** place of every call in the list that holds it */
  let places: ReadonlyMap<CallDef, number> = new Map();
  /** calls read since the last extrinsic began */
  let fresh: typeof mine = [];
  let events: readonly RecordedEvent[] = [];

  /** Runs a call by its events: money moves as they say, all else is taken over. */
  function play(def: CallDef): void {
    const runtime = runtimeOf();
    const { phase, records } = runtime.events;
    const all = events.filter(({ extrinsic }) => extrinsic === (typeof phase === 'number' ? phase : undefined));
    const { own, next } = split(all.slice(records.filter((record) => record.phase === phase).length), def.pallet);
    for (const event of own) replay(runtime, event);
    played.push(`${def.pallet}.${def.name}`);
    const error = next === undefined || !concerns(next, def) ? undefined : errorIn(next);
    if (error !== undefined) throw failure(error, `${def.pallet}.${def.name}`);
  }
  /** In an interrupted batch one item failed; a failed batch_all tells by its weight how far it came. */
  function concerns(event: RecordedEvent, def: CallDef): boolean {
    if (event.name === 'ExtrinsicFailed' && mine.at(-1)?.def !== def)
      return weightIn(event) < mine.reduce((sum, { known }) => sum + known.weighs, 0);
    if (event.name !== 'BatchInterrupted') return true;
    return (places.get(def) ?? 0) === Buffer.from(event.encoded.slice(6, 14), 'hex').readUInt32LE();
  }

  return {
    played,
    wrote: ({ pallet: prefix, item }) =>
      played.some((call) => {
        const pallet = call.slice(0, call.indexOf('.')) as PalletName;
        if ((runtimeOf().spec.module(pallet)?.prefix ?? pallet) !== prefix) return false;
        return WRITTEN_ITEMS[call]?.includes(item) ?? true;
      }),
    has: (pallet, name) => PLAYED_BACK.includes(`${pallet}.${name}`),
    begin(outermost, index) {
      [mine, fresh] = [fresh, []];
      places = placesIn(outermost);
      const left = events.filter(({ extrinsic }) => extrinsic === index);
      const result = left.find(({ name }) => name === 'ExtrinsicSuccess' || name === 'ExtrinsicFailed');
      if (result === undefined || left.some(({ name }) => name === 'BatchInterrupted')) return;
      if (new Set(mine.map(({ def }) => `${def.pallet}.${def.name}`)).size !== 1) return;
      // one call, or several of a kind, weigh what the rest of the extrinsic leaves of its result
      for (const { known } of mine) known.weighs = 0;
      const each = Math.max(0, weightIn(result) - outermost.def.weight(outermost.args)) / mine.length;
      for (const { known } of mine) Object.assign(known, { weighs: each, kind: classIn(result) });
    },
    enter(step) {
      events = reader.read(step.block.diff);
      played.length = 0;
      [mine, fresh] = [[], []];
    },
    read(index, r): Call | undefined {
      const name = reader.callName(index);
      if (name === undefined) return undefined;
      const known: Foreign = { weighs: SETTER_WEIGHT, kind: 'Normal' };
      const def = defOf(name, index, known, () => play(def));
      fresh.push({ def, known });
      return { def, args: r.hex(reader.callLength(index, r.rest())) };
    },
  };
}

/** What is known of the cost of a call that is played back. */
interface Foreign {
  weighs: number;
  kind: DispatchClass;
}

function defOf(
  name: { readonly pallet: string; readonly name: string },
  index: readonly [number, number],
  known: Foreign,
  play: () => void,
): CallDef {
  return {
    pallet: name.pallet as PalletName,
    name: name.name,
    index,
    codec: raw as CallDef['codec'],
    weight: () => known.weighs,
    class: () => known.kind,
    paysFee: true,
    run() {
      play();
      return undefined;
    },
  };
}

/** Where each call stands in the list (a batch) that holds it, however deep. */
function placesIn(outermost: Call): Map<CallDef, number> {
  const places = new Map<CallDef, number>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [place, inner] of Object.values(value).entries()) {
      if (Array.isArray(value) && isCall(inner)) places.set(inner.def, place);
      look(isCall(inner) ? inner.args : inner);
    }
  };
  look(outermost.args);
  return places;
}
const isCall = (value: unknown): value is Call =>
  typeof value === 'object' && value !== null && 'def' in value && 'args' in value;

/** The events that a call of `pallet` left, up to the first one that is not of its making, and the one that follows. */
function split(rest: readonly RecordedEvent[], pallet: string) {
  const isEnd = ({ name }: RecordedEvent) => name === 'ExtrinsicSuccess' || name === 'ExtrinsicFailed';
  const end = rest.findIndex((event, i) => {
    const after = rest[i + 1];
    // the fee, not dust
    if (event.pallet === 'Treasury') return after === undefined || isEnd(after);
    if (event.pallet === 'System') return isEnd(event);
    return event.pallet !== 'Balances' && event.pallet !== pallet;
  });
  const own = end < 0 ? rest : rest.slice(0, end);
  return { own, next: rest.slice(own.length).find((event) => event.pallet !== 'Treasury') };
}

function replay(runtime: Runtime, { pallet, name, encoded, args }: RecordedEvent): void {
  const { balances } = runtime.pallets;
  const account = (i: number) => decode(accountId, args[i] as Hex);
  const amount = (i: number) => decode(u128, args[i] as Hex);
  if (pallet === 'Balances' && name === 'Transfer') balances.transfer(account(0), account(1), amount(2), 'AllowDeath');
  else if (pallet === 'Balances' && name === 'Reserved') balances.reserve(account(0), amount(1));
  else if (pallet === 'Balances' && name === 'Unreserved') balances.unreserve(account(0), amount(1));
  // new and dead accounts and their dust come of the moves themselves
  else if (pallet !== 'Balances' && pallet !== 'Treasury' && (pallet !== 'System' || name === 'CodeUpdated'))
    runtime.events.records.push({ pallet: pallet as PalletName, name, args: [], phase: runtime.events.phase, encoded });
}
