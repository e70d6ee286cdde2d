import { unpackRoster } from '@moho/protocol/verdicts';
import type postgres from 'postgres';

export interface JudgedReport {
  /** as the API names it, and as the table does */
  id: string;
  rowId: string;
  reporter: number;
  place: string;
  judgedAt: number;
  verdict: string;
  /** of its letter in the batch, from 1 */
  position: number;
}

/** A report a sweep has judged, and where that stands in the index. */
export const judgedReport = async (sql: postgres.Sql, schema: string): Promise<JudgedReport> => {
  const table = (name: string) => sql`${sql(schema)}.${sql(name)}`;
  const candidates = await sql<(Omit<JudgedReport, 'position'> & { roster: Buffer; judged: number })[]>`
    select p.anchor || '-' || r.slot as id, r.id as "rowId", r.reporter, r.block || '-' || r.event_index as place,
      b.block as "judgedAt", b.verdicts as verdict, s.reporters as roster, j.number as judged
    from ${table('slot_reports')} r join ${table('reporters')} p on p.number = r.reporter
    join ${table('reporters')} j on j.account = p.account and j.anchor = p.anchor and j.pub_key is null
    join ${table('sweep_batches')} b on b.slot = r.slot join ${table('sweep_rosters')} s on s.id = b.roster
    where r.status = 'REPORTED' and r.slot > 0 and upper_inf(r._block_range) order by r.id`;
  for (const { roster, judged, verdict, ...report } of candidates) {
    const index = unpackRoster(roster).indexOf(judged);
    if (index >= 0) return { ...report, verdict: verdict.charAt(index), position: index + 1 };
  }
  throw new Error('the chain is too short to have a judged report');
};
