import type { Fragment } from '../database/database';
import { asOf, byId, type List, orderBy, type Scope, tableSource } from '../database/sql';

export interface GuaranteeRow {
  id: string;
  guarantor: string;
  validator: string;
  position: number;
  value: string;
  sinceBlock: number;
}

export const guarantees: List<GuaranteeRow> = {
  name: 'guarantees',
  source: tableSource('guarantees', 'id, guarantor, validator, position, value'),
  ordering: byId,
};

/** Biggest first, as the election clips them. */
export const guaranteesByValue = orderBy('value', 'desc', 'value', ['id', 'text']);

/** In the chain's order of targets. */
export const targets: List<GuaranteeRow> = {
  ...guarantees,
  name: 'targets',
  ordering: orderBy('position', 'asc', ['guarantor', 'text'], 'position', ['id', 'text']),
};

export const guaranteeConditions = (
  { sql }: Scope,
  filter: { validator?: string | null; guarantor?: string | null },
): Fragment[] => [
  ...(filter.validator == null ? [] : [sql`t.validator = ${filter.validator}`]),
  ...(filter.guarantor == null ? [] : [sql`t.guarantor = ${filter.guarantor}`]),
];

/** A guarantor or any other stash; the stored fields are null when it has no Staking.Guarantors row in the view. */
export interface GuarantorRow {
  id: string;
  isGuarantor: boolean;
  total: string | null;
  submittedIn: number | null;
  suppressed: boolean | null;
  controller: string | null;
  sinceBlock: number | null;
}

const guarantorRows = (scope: Scope, stashes: Fragment): Fragment => {
  const { sql } = scope;
  return sql`select a.id, g.id is not null as is_guarantor, g.total, g.submitted_in, g.suppressed, b.controller,
      lower(g._block_range)::int as since_block
    from (${stashes}) a
    left join guarantors g on g.id = a.id and ${asOf(scope, 'g')}
    left join bondeds b on b.id = a.id and ${asOf(scope, 'b')}`;
};

export const guarantors: List<GuarantorRow> = {
  name: 'guarantors',
  source: (scope) => guarantorRows(scope, scope.sql`select x.id from guarantors x where ${asOf(scope, 'x')}`),
  ordering: byId,
};

export const guarantorsById = async (scope: Scope, ids: readonly string[]): Promise<Map<string, GuarantorRow>> => {
  const { sql } = scope;
  const rows = await sql<GuarantorRow[]>`${guarantorRows(scope, sql`select unnest(${ids as string[]}::text[]) as id`)}`;
  return new Map(rows.map((row) => [row.id, row]));
};
