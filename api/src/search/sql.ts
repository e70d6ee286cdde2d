import { asOf, type Scope } from '../database/sql';

export interface FoundRow {
  kind: 'FILE' | 'ACCOUNT' | 'VALIDATOR' | 'GROUP' | 'GUARANTOR' | 'BLOCK' | 'EXTRINSIC' | 'ERA' | 'SWORKER';
  id: string;
  detail: string | null;
}

/** Everything that carries this 0x-hex: block hash, extrinsic hash, anchor, enclave key. */
export const findHex = async (scope: Scope, hex: string): Promise<FoundRow[]> => {
  const { sql } = scope;
  return sql<FoundRow[]>`
    select 'BLOCK' as kind, b.id, null as detail from blocks b where b.hash = ${hex} and ${asOf(scope, 'b')}
    union all select 'EXTRINSIC', e.id, e.pallet || '.' || e.call from extrinsics e where e.hash = ${hex} and ${asOf(scope, 'e')}
    union all select 'SWORKER', s.id, null from sworkers s where s.id = ${hex} and ${asOf(scope, 's')}
    union all select 'SWORKER', k.anchor, 'enclave key' from enclave_keys k
      where k.id = ${hex} and k.anchor is not null and k.anchor <> k.id and ${asOf(scope, 'k')}
    limit 20`;
};

/** Roles of one address. */
export const findAddress = async (scope: Scope, address: string): Promise<FoundRow[]> => {
  const { sql } = scope;
  return sql<FoundRow[]>`
    select 'VALIDATOR' as kind, v.id, null as detail from validators v where v.id = ${address} and ${asOf(scope, 'v')}
    union all select 'GROUP', g.id, g.member_count || ' members' from groups g where g.id = ${address} and ${asOf(scope, 'g')}
    union all select 'GUARANTOR', g.id, null from guarantors g where g.id = ${address} and ${asOf(scope, 'g')}`;
};

/** Accounts whose display name contains the text, shortest name first. */
export const findNames = async (scope: Scope, text: string): Promise<FoundRow[]> => {
  const { sql } = scope;
  return sql<FoundRow[]>`
    select 'ACCOUNT' as kind, a.id, a.identity_display as detail from accounts a
    where strpos(lower(a.identity_display), lower(${text})) > 0 and ${asOf(scope, 'a')}
    order by length(a.identity_display), a.id limit 10`;
};

/** Files whose id begins with the text. */
export const findFiles = async (scope: Scope, start: string): Promise<FoundRow[]> => {
  const { sql } = scope;
  return sql<FoundRow[]>`
    select 'FILE' as kind, f.id, null as detail from files f
    where starts_with(f.id, ${start}) and ${asOf(scope, 'f')} order by f.id limit 10`;
};

/** Which of these blocks and extrinsics are in the index. */
export const findNumbered = async (
  scope: Scope,
  blockId: string | null,
  extrinsicId: string | null,
): Promise<FoundRow[]> => {
  const { sql } = scope;
  return sql<FoundRow[]>`
    select 'BLOCK' as kind, b.id, null as detail from blocks b where b.id = ${blockId}::text and ${asOf(scope, 'b')}
    union all select 'EXTRINSIC', e.id, e.pallet || '.' || e.call from extrinsics e
      where e.id = ${extrinsicId}::text and ${asOf(scope, 'e')}`;
};

/** The era of this number. */
export const findEra = async (scope: Scope, era: number): Promise<FoundRow[]> => {
  const { sql } = scope;
  return sql<FoundRow[]>`
    select 'ERA' as kind, e.id, null as detail from era_stats e where e.era = ${era} and ${asOf(scope, 'e')}`;
};
