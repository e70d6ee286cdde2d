import { countsWorkload, unpackRoster, type Verdict, workloadAt } from '@moho/protocol/verdicts';
import type postgres from 'postgres';
import type { ChainEntry, Fields } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import type { Judged, VisitState } from './judgements';

export const BATCH_ITEM = 'SweepBatch';

/** One identity as one block of a sweep found and judged it. */
export interface Visited extends Fields {
  account: string;
  owner: string | null;
  anchor: string;
  verdict: Verdict;
  free: string;
  spower: string;
}

const letterOf = (row: Fields | undefined, enabled: boolean): Verdict => {
  if (row === undefined) return 'N';
  if (row.status === 'EXEMPT') return 'E';
  if (row.status === 'MISSED') return enabled ? 'M' : 'm';
  return row.punished === true ? 'P' : 'R';
};

/** What a batch must hold, in the order of the visit: `rows` are those the visit must leave, `reports` the work reports before it. */
export const visitedBatch = (state: VisitState, rows: Map<string, Fields>, reports: ChainEntry[]): Visited[] => {
  const known = new Map(reports.map(({ id, fields }) => [id, fields]));
  return state.identities.map(({ id: account, fields }) => {
    const anchor = String(fields.anchor);
    const report = known.get(anchor);
    return {
      account,
      owner: fields.owner === null || fields.owner === undefined ? null : String(fields.owner),
      anchor,
      verdict: letterOf(rows.get(`${anchor}-${state.slot}`), state.punishmentEnabled),
      free: String(report?.free ?? 0),
      spower: String(report?.spower ?? 0),
    };
  });
};

/** The workload that counted, as sums over the identities. */
export const countedSums = (visited: Visited[]): { judgedFree: string; judgedSpower: string } => {
  const counted = visited.filter(({ verdict }) => countsWorkload(verdict));
  const sum = (field: 'free' | 'spower') => String(counted.reduce((all, one) => all + BigInt(one[field]), 0n));
  return { judgedFree: sum('free'), judgedSpower: sum('spower') };
};

interface BatchRow {
  slot: number;
  block: number;
  verdicts: string;
  workloads: Buffer;
  reporters: Buffer;
}
interface ReporterRow {
  number: number;
  account: string;
  owner: string | null;
  anchor: string | null;
}

/** Every identity of every batch of the finished sweeps, by block and place. */
const storedVisits = async (sql: postgres.Sql, schema: string, lastBlock: number): Promise<Map<string, Fields>> => {
  const batches = await sql<BatchRow[]>`
    select b.slot, b.block, b.verdicts, b.workloads, r.reporters from ${sql(schema)}.sweep_batches b
    join ${sql(schema)}.sweep_rosters r on r.id = b.roster and upper_inf(r._block_range)
    where upper_inf(b._block_range) and b.block <= ${lastBlock}`;
  const reporters = await sql<ReporterRow[]>`
    select number, account, owner, anchor from ${sql(schema)}.reporters where pub_key is null and upper_inf(_block_range)`;
  const byNumber = new Map(reporters.map((row) => [row.number, row]));
  const visits = new Map<string, Fields>();
  for (const { slot, block, verdicts, workloads, reporters: roster } of batches) {
    unpackRoster(roster).forEach((number, place) => {
      const { free, spower } = workloadAt(workloads, place);
      const { account = null, owner = null, anchor = null } = byNumber.get(number) ?? {};
      const fields = { slot, account, owner, anchor, verdict: verdicts.charAt(place) };
      visits.set(`${block}-${place}`, { ...fields, free: String(free), spower: String(spower) });
    });
  }
  return visits;
};

/** What every sweep visited, in its order, how it judged each and what it found each able to do, against the batches. */
export const compareBatches = async (
  judgements: Judged[],
  sql: postgres.Sql,
  schema: string,
  head: number,
): Promise<ItemResult> => {
  const entries: ChainEntry[] = [];
  const excused = new Set<string>();
  for (const judged of judgements) {
    for (const [block, visited] of judged.visits) {
      visited.forEach((fields, place) => {
        const id = `${block}-${place}`;
        entries.push({ id, fields: { slot: judged.slot, ...fields }, rawKeys: [] });
        if (judged.excused.has(`${fields.anchor}-${judged.slot}`)) excused.add(id);
      });
    }
  }
  const lastBlock = Math.max(0, ...judgements.map(({ endBlock }) => endBlock));
  return compareItem(BATCH_ITEM, head, entries, await storedVisits(sql, schema, lastBlock), excused);
};
