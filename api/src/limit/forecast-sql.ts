import type { Fragment } from '../database/database';
import { asOf, keyArray, type Scope } from '../database/sql';
import { codeExpiryOf } from '../report/sql';
import { collectFacts, type FactRow, type SweepFacts } from './facts';
import { peopleOf, sweepRows, sweepsOf } from './facts-sql';

/** A member's identity as of the view: until when it is punished, and until when its enclave's code is accepted. */
export interface MachineFact {
  account: string;
  anchor: string;
  punishmentDeadline: number;
  codeExpireBlock: number | null;
}

/** A replica that matures or whose file expires before the end of the forecast. */
export interface DueFact {
  anchor: string;
  fileId: string;
  sizeBytes: string;
  spower: string;
  reported: number;
  createdAt: number | null;
  expiredAt: number;
}

export interface ForecastFacts extends SweepFacts {
  machine: MachineFact[];
  due: DueFact[];
}

const noFacts = (): ForecastFacts => ({ sweep: [], batch: [], number: [], identity: [], machine: [], due: [] });

/** The newest sweep of the view, for each owner. */
const newestOf = ({ sql, view }: Scope, owners: readonly string[]): Fragment => sql`
  ends as (
    select o.key, o.key as stash, true as is_after,
      (select max(s.sweep_end_block) from slot_summaries s where s.sweep_end_block <= ${view.height}) as block
    from unnest(${keyArray(sql, owners)}) o(key))`;

export interface Horizon {
  until: number;
  readyPeriodBlocks: number;
}

/** What the forecast of these owners' limits follows from, in one statement. */
export const forecastFacts = async (
  scope: Scope,
  owners: readonly string[],
  { until, readyPeriodBlocks }: Horizon,
): Promise<Map<string, ForecastFacts>> => {
  const { sql } = scope;
  const rows = await sql<FactRow[]>`
    with ${newestOf(scope, owners)}, ${sweepsOf(scope)}, ${peopleOf(scope)},
    machines as (
      select a.key, i.id, i.anchor, i.punishment_deadline from accounts a
      join swork_identities i on i.id = a.account and coalesce(i.owner, i.id) = a.key and ${asOf(scope, 'i')})
    ${sweepRows(scope)}
    union all
    select m.key, 'machine', jsonb_build_object('account', m.id, 'anchor', m.anchor,
      'punishmentDeadline', m.punishment_deadline::bigint, 'codeExpireBlock', c.expire_block)
    from machines m left join lateral ${codeExpiryOf(scope, sql`m.anchor`)} c on true
    union all
    select m.key, 'due', jsonb_build_object('anchor', m.anchor, 'fileId', f.id, 'sizeBytes', f.size_bytes::text,
      'spower', f.spower::text, 'reported', f.reported_replica_count, 'createdAt', x.created_at,
      'expiredAt', f.expired_at)
    from machines m join replicas x on x.anchor = m.anchor and ${asOf(scope, 'x')}
    join files f on f.id = x.file_id and f.spower is not null and ${asOf(scope, 'f')}
    where x.created_at + ${readyPeriodBlocks}::bigint <= ${until} or (f.expired_at > 0 and f.expired_at <= ${until})`;
  return collectFacts(rows, noFacts);
};
