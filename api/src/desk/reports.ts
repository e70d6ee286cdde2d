import {
  type ChainProfile,
  type SuccessRate,
  slotOfBlock,
  unpackRoster,
  type Verdict,
  verdictReported,
} from '@moho/protocol';
import { MOST_SLOTS } from '../audit/load';
import { rostersById } from '../audit/sql';
import type { Scope } from '../database/sql';
import { batchesFrom, ownersByNumber, type SlotBatch, verdictsOf } from './sql';

/** How often the machines of each owner reported over 28 days. A judged slot never changes, so each is read once and kept. */

/** Counts of one slot, two for each owner by its place: due, reported. */
type SlotCounts = Uint16Array;

export interface ReportReader {
  /** One statement; four when there are slots not seen before. Rates by owner. */
  read: (scope: Scope) => Promise<ReadonlyMap<string, SuccessRate>>;
}

export const createReportReader = (profile: ChainProfile): ReportReader => {
  const places = new Map<string, number>();
  const known = new Map<string, SlotCounts>();
  let last: { key: string; rates: Map<string, SuccessRate> } | null = null;

  const placeOf = (owner: string): number => {
    const place = places.get(owner) ?? places.size;
    places.set(owner, place);
    return place;
  };

  const bySlot = (batches: readonly SlotBatch[]): Map<string, SlotBatch[]> => {
    const slots = new Map<number, SlotBatch[]>();
    for (const batch of batches) slots.set(batch.slot, [...(slots.get(batch.slot) ?? []), batch]);
    return new Map([...slots].map(([slot, of]) => [`${slot} ${of.map(({ id }) => id).join()}`, of]));
  };

  const learn = async (scope: Scope, slots: ReadonlyMap<string, SlotBatch[]>): Promise<void> => {
    const missing = [...slots].filter(([key]) => !known.has(key));
    if (missing.length === 0) return;
    const wanted = missing.flatMap(([, batches]) => batches);
    const judged = new Map(
      (
        await verdictsOf(
          scope,
          wanted.map(({ block }) => block),
        )
      ).map((row) => [row.id, row.verdicts]),
    );
    const packed = await rostersById(scope, [...new Set(wanted.map(({ roster }) => roster))]);
    const owners = new Map((await ownersByNumber(scope)).map(({ number, owner }) => [number, owner]));
    const rosters = new Map([...packed].map(([id, bytes]) => [id, unpackRoster(bytes)]));
    for (const [key, batches] of missing) {
      // of a machine judged twice in one slot the later judgement holds
      const verdicts = new Map<number, string>();
      for (const { id, roster } of batches) {
        const letters = judged.get(id) ?? '';
        for (const [i, number] of (rosters.get(roster) ?? []).entries()) verdicts.set(number, letters[i] ?? 'N');
      }
      for (const number of verdicts.keys()) placeOf(owners.get(number) ?? '');
      const counts = new Uint16Array(2 * places.size);
      for (const [number, verdict] of verdicts) {
        const reported = verdictReported(verdict as Verdict);
        if (reported === null) continue;
        const at = 2 * placeOf(owners.get(number) ?? '');
        counts[at] = (counts[at] as number) + 1;
        if (reported) counts[at + 1] = (counts[at + 1] as number) + 1;
      }
      known.set(key, counts);
    }
    for (const key of known.keys()) if (known.size > 2 * MOST_SLOTS && !slots.has(key)) known.delete(key);
  };

  const sum = (slots: ReadonlyMap<string, SlotBatch[]>): Map<string, SuccessRate> => {
    const [due, reported] = [new Float64Array(places.size), new Float64Array(places.size)];
    for (const key of slots.keys()) {
      const counts = known.get(key) as SlotCounts;
      for (let place = 0; 2 * place < counts.length; place++) {
        due[place] = (due[place] as number) + (counts[2 * place] as number);
        reported[place] = (reported[place] as number) + (counts[2 * place + 1] as number);
      }
    }
    return new Map(
      [...places]
        .map(([owner, place]): [string, SuccessRate] => [
          owner,
          { due: due[place] as number, reported: reported[place] as number },
        ])
        .filter(([, rate]) => rate.due > 0),
    );
  };

  const read = async (scope: Scope): Promise<ReadonlyMap<string, SuccessRate>> => {
    const open = slotOfBlock(scope.view.height, profile);
    const slots = bySlot(await batchesFrom(scope, open - (MOST_SLOTS - 1) * profile.slotBlocks));
    const key = [...slots.keys()].join(' ');
    if (last?.key === key) return last.rates;
    await learn(scope, slots);
    const rates = sum(slots);
    last = { key, rates };
    return rates;
  };
  return { read };
};
