import { countsWorkload, type MissCost, missCost, missesBehind, PUNISHMENT_SLOTS } from '@moho/protocol';
import type { Context } from '../context';
import { scopeOf } from '../database/load';
import type { View } from '../database/view';
import { type Place, placesOf } from '../report/places';
import { countedBasis, type EraRows } from './basis';
import { candidatesOf, type EraSweepRow, eraSweeps, ownerEras, votesOf } from './sql';

/** A member that counted nothing in the sweep before an era's snapshot, and what that cost. */
export interface MissNode {
  view: View;
  owner: string;
  member: string;
  era: EraSweepRow;
  /** the member in that sweep */
  place: Place;
  /** the missed slots whose punishment reached it, oldest first */
  missedSlots: number[];
  votes: number;
  /** null when the rows do not give the chain's own era, so that nothing else can be told from them */
  cost: MissCost<string> | null;
  unlike: string | null;
}

/** Whether a verdict leaves out a workload that is there. */
const isLeftOut = ({ verdict, free, spower }: Place): boolean =>
  !countsWorkload(verdict) && verdict !== 'N' && free + spower > 0n;

const slotsBefore = (slot: number, slotBlocks: number): number[] =>
  Array.from({ length: PUNISHMENT_SLOTS }, (_, i) => slot - i * slotBlocks).filter((one) => one >= 0);

const MISSED = new Set(['M', 'm']);

/**
 * Every member of an owner that counted nothing before the snapshots of closed eras from `fromEra` to `toEra`, newest era
 * first. Eras nobody was left out of are not counted, and not in the answer. Six statements, however many eras.
 */
export const loadMisses = async (
  ctx: Context,
  view: View,
  owner: string,
  [fromEra, toEra]: readonly [number, number],
  member: string | null = null,
): Promise<MissNode[]> => {
  const scope = scopeOf(ctx, view);
  const { slotBlocks } = ctx.profile;
  const all = await eraSweeps(scope, fromEra, toEra);
  if (all.length === 0) return [];
  const sweepEnds = new Map(all.map(({ slot, sweepEndBlock }) => [slot, sweepEndBlock]));
  const lastBlock = (slot: number) => sweepEnds.get(slot) ?? view.height;
  const wanted = [...new Set(all.flatMap(({ slot }) => slotsBefore(slot, slotBlocks)))];
  const own = await placesOf(scope, wanted, { owner }, lastBlock);
  const leftOut = new Map(
    all.map((era) => [
      era.era,
      own.filter((place) => place.slot === era.slot && isLeftOut(place) && (member ?? place.account) === place.account),
    ]),
  );
  const eras = all.filter(({ era }) => (leftOut.get(era) ?? []).length > 0);
  if (eras.length === 0) return [];
  const slots = [...new Set(eras.map(({ slot }) => slot))];
  const [places, candidates, votes, owners] = await Promise.all([
    placesOf(scope, slots, null, lastBlock),
    candidatesOf(scope, eras),
    votesOf(scope, eras),
    ownerEras(scope, eras, owner),
  ]);
  const missedBy = (who: Place): number[] =>
    own.filter((p) => p.account === who.account && p.anchor === who.anchor && MISSED.has(p.verdict)).map((p) => p.slot);
  return eras.toReversed().flatMap((era) => {
    const ofEra = <Row extends { era: number }>(rows: readonly Row[]) => rows.filter((row) => row.era === era.era);
    const [ownerRow] = ofEra(owners);
    if (ownerRow === undefined) throw new Error(`era ${era.era} came back without its owner`);
    const rows: EraRows = {
      era,
      places: places.filter(({ slot }) => slot === era.slot),
      candidates: ofEra(candidates),
      votes: ofEra(votes),
      owner: ownerRow,
    };
    const { basis, unlike } = countedBasis(rows, owner);
    return (leftOut.get(era.era) ?? []).map(
      (place): MissNode => ({
        view,
        owner,
        member: place.account,
        era,
        place,
        missedSlots: missesBehind(era.slot, missedBy(place), ctx.profile).sort((a, b) => a - b),
        votes: basis.candidates.find(({ stash }) => stash === owner)?.votes.length ?? 0,
        cost: unlike === null ? missCost(basis, owner, place.free + place.spower) : null,
        unlike,
      }),
    );
  });
};
