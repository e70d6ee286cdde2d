import { blake2_256 } from '../../../codec/hash';
import {
  accountId,
  bool,
  bytes,
  decode,
  encodeHex,
  fixed,
  type Hex,
  hash,
  struct,
  tuple,
  type Value,
  vec,
} from '../../../codec/scale';
import type { Runtime } from '../framework/runtime';
import { twox64Concat } from '../framework/storage';
import { exposure } from './staking/storage';

const offender = tuple(accountId, exposure);
const details = struct({ offender, reporters: vec(accountId) });
export type OffenceDetails = Value<typeof details>;
/** what identifies a report: kind, time slot, offender */
const identity = tuple(fixed(16), bytes, offender);

/** One kind of misbehaviour by validators in one time slot. */
export interface Offence {
  /** 16 ASCII bytes */
  readonly kind: Hex;
  /** encoded, of the same length for all offences of a kind */
  readonly timeSlot: Hex;
  /** orders time slots of a kind */
  compareSlots(a: Hex, b: Hex): number;
  readonly session: number;
  readonly offenders: readonly Value<typeof offender>[];
  readonly validators: number;
  /** what so many offenders at once cost, in parts per billion of their stake */
  slashPerbill(offenders: number, validators: number): bigint;
}

export type Offences = ReturnType<typeof offencesPallet>;

/** Every report of misbehaviour ever made; new ones go on to staking together with all others of their time slot. */
export function offencesPallet(rt: Runtime) {
  const store = rt.storage('Offences');
  const kindKey = twox64Concat(fixed(16));
  const reports = store.map('Reports', twox64Concat(hash), details);
  const concurrent = store.doubleMap('ConcurrentReportsIndex', kindKey, twox64Concat(bytes), vec(hash), []);
  const byKind = store.map('ReportsByKindIndex', kindKey, bytes, '0x00');
  const deferred = store.value<readonly Hex[]>('DeferredOffences', vec(hash), []);
  const emit = rt.emitters('Offences', { Offence: [fixed(16), bytes, bool] });

  // reports that staking could not take at once; it always can here
  rt.hooks('Offences', { onInitialize: () => deferred.set([]) });

  /** The kind's list, in the order of time slots. */
  function addToKind({ kind, timeSlot, compareSlots }: Offence, report: Hex): void {
    const list = vec(tuple(fixed((timeSlot.length - 2) / 2), hash));
    const rows = decode(list, byKind.get(kind));
    const at = insertionPoint(rows.length, (i) => compareSlots(rows[i]?.[0] ?? '0x', timeSlot));
    byKind.set(kind, encodeHex(list, [...rows.slice(0, at), [timeSlot, report], ...rows.slice(at)]));
  }

  return {
    /** False when all of it was reported before. */
    report(reporters: readonly Hex[], offence: Offence): boolean {
      const { kind, timeSlot } = offence;
      let isNew = false;
      for (const each of offence.offenders) {
        const id = blake2_256(encodeHex(identity, [kind, timeSlot, each]));
        if (reports.has(id)) continue;
        isNew = true;
        reports.set(id, { offender: each, reporters });
        addToKind(offence, id);
        concurrent.set(kind, timeSlot, [...concurrent.get(kind, timeSlot), id]);
      }
      if (!isNew) return false;
      const all = concurrent.get(kind, timeSlot).map((id) => reports.get(id) as OffenceDetails);
      const slashPerbill = offence.slashPerbill(all.length, offence.validators);
      rt.pallets.staking.onOffence(
        all.map(({ offender: [stash, stake], reporters: seenBy }) => ({
          stash,
          exposure: stake,
          reporters: seenBy,
          slashPerbill,
        })),
        offence.session,
      );
      emit.Offence(kind, timeSlot, true);
      return true;
    },
  };
}

/** Where a binary search ends that stops at the first equal element it meets. */
function insertionPoint(length: number, compare: (index: number) => number): number {
  let [left, right] = [0, length];
  while (left < right) {
    const middle = left + Math.floor((right - left) / 2);
    const order = compare(middle);
    if (order === 0) return middle;
    if (order < 0) left = middle + 1;
    else right = middle;
  }
  return left;
}

export const asciiKind = (text: string): Hex => `0x${Buffer.from(text).toString('hex')}`;
