import { asOf, byId, type List, orderBy, type Scope, tableSource } from '../database/sql';
import { hasOrdered } from '../market/sql';

export interface AccountRow {
  id: string;
  firstSeenBlock: number;
  identityDisplay: string | null;
}

export const accounts: List<AccountRow> = {
  name: 'accounts',
  source: tableSource('accounts', 'id, first_seen_block, identity_display'),
  ordering: orderBy('id', 'asc', ['id', 'text']),
};

/** An account that belongs to another one's identity. */
export interface SubIdentityRow {
  id: string;
  superAccount: string;
  /** identity's `Data` as the chain stores it, 0x-hex */
  nameData: string;
  sinceBlock: number;
}

export const subIdentities: List<SubIdentityRow> = {
  name: 'subIdentities',
  source: tableSource('sub_identities', 'id, super_account, name_data'),
  ordering: byId,
};

export interface AccountLinks {
  id: string;
  controller: string | null;
  stash: string | null;
  hasIdentity: boolean;
  owner: string | null;
  isOwner: boolean;
  isValidator: boolean;
  isGuarantor: boolean;
  isMerchant: boolean;
  isClient: boolean;
}

/** What each account is to others, in one statement. */
export const accountLinks = async (scope: Scope, ids: readonly string[]): Promise<Map<string, AccountLinks>> => {
  const { sql } = scope;
  const rows = await sql<AccountLinks[]>`
    select a.id, b.controller, c.stash, i.id is not null as has_identity, i.owner,
      exists (select 1 from groups x where x.id = a.id and ${asOf(scope, 'x')}) as is_owner,
      exists (select 1 from validators x where x.id = a.id and ${asOf(scope, 'x')}) as is_validator,
      exists (select 1 from guarantors x where x.id = a.id and ${asOf(scope, 'x')}) as is_guarantor,
      exists (select 1 from merchants x where x.id = a.id and ${asOf(scope, 'x')}) as is_merchant,
      ${hasOrdered(scope, sql`a.id`)} as is_client
    from unnest(${ids as string[]}::text[]) a(id)
    left join bondeds b on b.id = a.id and ${asOf(scope, 'b')}
    left join swork_identities i on i.id = a.id and ${asOf(scope, 'i')}
    left join lateral (select x.id as stash from bondeds x where x.controller = a.id and ${asOf(scope, 'x')} limit 1) c on true`;
  return new Map(rows.map((row) => [row.id, row]));
};

export interface ActivityRow {
  id: string;
  account: string;
  block: number;
  extrinsicIndex: number | null;
  isSigner: boolean;
}

export const activity: List<ActivityRow> = {
  name: 'activity',
  source: (scope) =>
    scope.sql`select y.*, coalesce(y.extrinsic_index, -1) as place from (${tableSource(
      'account_activities',
      'id, account, block, extrinsic_index, is_signer',
    )(scope)}) y`,
  ordering: orderBy('newest', 'desc', 'block', 'place', ['id', 'text']),
};
