import { slotOfBlock, unpackRoster, type Verdict, workloadAt } from '@moho/protocol';
import { asOf, type Scope } from '../database/sql';

/** One identity in one sweep: who it was, how it was judged, and what it had (crust-protocol §4.3). */
export interface Place {
  slot: number;
  /** block of the sweep that visited it */
  block: number;
  account: string;
  /** the group owner, or the account itself when it had no group */
  owner: string;
  anchor: string;
  verdict: Verdict;
  /** as the sweep found them, whether they count or not */
  free: bigint;
  spower: bigint;
}

interface BatchRow {
  slot: number;
  block: number;
  verdicts: string;
  workloads: Uint8Array;
  reporters: Uint8Array;
}
interface NodeRow {
  number: number;
  account: string;
  owner: string | null;
  anchor: string;
}
type FoundRow = (BatchRow & { number: null }) | (NodeRow & { slot: null });

/** Whose places are wanted: those of a group owner's members, or of one reporting account; null for everybody's. */
export type Whose = { owner: string } | { account: string } | null;

const isWanted = ({ sql }: Scope, whose: Whose) => {
  if (whose === null) return sql`true`;
  if ('account' in whose) return sql`p.account = ${whose.account}`;
  return sql`(p.owner = ${whose.owner} or (p.account = ${whose.owner} and p.owner is null))`;
};

/**
 * Everybody the sweeps of these slots visited, or some of them alone, in one statement. Slot 0 is judged twice;
 * `lastBlock` tells by slot up to which block sweeps are looked at, without it the later one holds.
 */
export const placesOf = async (
  scope: Scope,
  slots: readonly number[],
  whose: Whose,
  lastBlock: (slot: number) => number = () => scope.view.height,
): Promise<Place[]> => {
  const { sql } = scope;
  const found = await sql<FoundRow[]>`
    select b.slot, b.block, b.verdicts, b.workloads, s.reporters,
      null::int as number, null as account, null as owner, null as anchor
    from sweep_batches b join sweep_rosters s on s.id = b.roster and upper_inf(s._block_range)
    where b.slot = any(${slots as number[]}::int[]) and ${asOf(scope, 'b')}
    union all
    select null, null, null, null, null, p.number, p.account, p.owner, p.anchor
    from reporters p where ${isWanted(scope, whose)} and p.pub_key is null`;
  const nodes = new Map<number, NodeRow>();
  const batches: BatchRow[] = [];
  for (const row of found) {
    if (row.number !== null) nodes.set(row.number, row);
    else if (row.block <= lastBlock(row.slot)) batches.push(row);
  }
  const sweepOf = ({ block }: BatchRow): number => slotOfBlock(block, scope.profile);
  const newest = new Map<number, number>();
  for (const batch of batches) newest.set(batch.slot, Math.max(sweepOf(batch), newest.get(batch.slot) ?? 0));
  return batches
    .filter((batch) => newest.get(batch.slot) === sweepOf(batch))
    .sort((a, b) => a.block - b.block)
    .flatMap(({ slot, block, verdicts, workloads, reporters }) =>
      unpackRoster(reporters).flatMap((number, i) => {
        const node = nodes.get(number);
        if (node === undefined) return [];
        const { account, anchor } = node;
        const verdict = verdicts[i] as Verdict;
        return [{ slot, block, account, owner: node.owner ?? account, anchor, verdict, ...workloadAt(workloads, i) }];
      }),
    );
};
