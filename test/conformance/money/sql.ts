import type postgres from 'postgres';

/** Money as the tables have it: what the comparison asks them directly. Amounts are texts. */

export interface MovementRow {
  block: number;
  kind: string;
  amount: string;
}

export const movementRows = (sql: postgres.Sql, schema: string): Promise<MovementRow[]> => sql<MovementRow[]>`
  select block, kind::text as kind, amount::text as amount from ${sql(schema)}.pot_movements
  where upper_inf(_block_range) order by block`;

/** Versions of the row that mirrors the pot: from which block on it said what. */
export const potVersions = (sql: postgres.Sql, schema: string): Promise<{ block: number; free: string }[]> => sql`
  select lower(_block_range)::int as block, free::text as free from ${sql(schema)}.storage_pots order by 1`;

export interface PaidRow {
  block: number;
  owner: string | null;
  amount: string;
}

/** What owners were credited, and what they cashed out (negative), one row for each. */
export const ownerRows = (sql: postgres.Sql, schema: string): Promise<PaidRow[]> => sql<PaidRow[]>`
  select block, owner, amount::text as amount from ${sql(schema)}.file_events
  where kind::text = 'OWNER_PAID' and upper_inf(_block_range)
  union all
  select block, account, (-amount)::text from ${sql(schema)}.merchant_payments where upper_inf(_block_range)`;

export interface FileLedgerRow {
  block: number;
  fileId: string;
  /** movements of the pot for the file, less what owners were credited from it */
  moved: string;
  /** change of its amount and prepaid */
  changed: string;
}

/**
 * Per file and block: what the movements and credits say, and by how much amount + prepaid changed. A file's row that ends
 * without another version was deleted. Rows of the first indexed block have no past to differ from. Specs from 3 on find no
 * money in a row of the first market: what it held stays in the pot and belongs to nobody (`framework/old-rows.ts` of the
 * local chain), so that such a file begins again with nothing. In spec 17 a file can have money in two rows; when the older
 * one moves over the later one, what that held stays in the pot and belongs to nobody, too.
 */
export const fileLedger = (sql: postgres.Sql, schema: string, first: number): Promise<FileLedgerRow[]> => sql<
  FileLedgerRow[]
>`
  with versions as (
    select f.id, lower(f._block_range)::int as since, upper(f._block_range)::int as until, f.amount + f.prepaid as money,
      f.generation = 1 and b.spec_version >= 3 as is_lost
    from ${sql(schema)}.files f
    left join ${sql(schema)}.blocks b on b.number = upper(f._block_range) and upper_inf(b._block_range)
    union all
    select l.id, lower(l._block_range)::int, upper(l._block_range)::int, l.amount + l.prepaid,
      not exists (select from ${sql(schema)}.files f
        where f.id = l.id and f.generation < 17 and f._block_range @> upper(l._block_range))
    from ${sql(schema)}.later_files l
  ), changes as (
    select id, since as block, money as change from versions
    union all
    select id, until as block, -money from versions where until is not null and is_lost is not true
  ), changed as (
    select id, block, sum(change) as change from changes where block > ${first} group by id, block
  ), moves as (
    select file_id as id, block, amount from ${sql(schema)}.pot_movements
    where file_id is not null and upper_inf(_block_range)
    union all
    select file_id, block, -amount from ${sql(schema)}.file_events
    where kind::text = 'OWNER_PAID' and upper_inf(_block_range)
  ), moved as (
    select id, block, sum(amount) as moved from moves where block > ${first} group by id, block
  )
  select block, id as "fileId", coalesce(moved, 0)::text as moved, coalesce(change, 0)::text as changed
  from changed full join moved using (id, block)
  where coalesce(moved, 0) <> 0 or coalesce(change, 0) <> 0
  order by block, id`;

export interface OrderRow {
  block: number;
  eventIndex: number;
  payer: string;
  legs: string;
}

/** Orders somebody paid for (renewals are paid by the pot) with the sum of their legs. */
export const orderRows = (sql: postgres.Sql, schema: string): Promise<OrderRow[]> => sql<OrderRow[]>`
  select block, event_index as "eventIndex", payer, (reserved_part + staking_part + storage_part)::text as legs
  from ${sql(schema)}.storage_orders where kind::text <> 'RENEW' and upper_inf(_block_range)`;

export interface ReportedFileRow {
  block: number;
  extrinsicIndex: number;
  cidHex: string;
  isAdded: boolean;
  account: string;
  slot: number;
  sizeBytes: string;
  validAt: number | null;
}

export const reportedFileRows = (sql: postgres.Sql, schema: string): Promise<ReportedFileRow[]> => sql<
  ReportedFileRow[]
>`
  select block, extrinsic_index as "extrinsicIndex", cid_hex as "cidHex", is_added as "isAdded", account, slot,
    size_bytes::text as "sizeBytes", valid_at as "validAt"
  from ${sql(schema)}.reported_files where upper_inf(_block_range)
  order by block, extrinsic_index, split_part(id, '-', 3)::int`;

/** The one row of the spower service, and the ledgers of the first market, as of a block. */
export const serviceRow = async (
  sql: postgres.Sql,
  schema: string,
  at: number,
): Promise<Record<string, number | null> | undefined> => {
  const [row] = await sql<Record<string, number | null>[]>`
    select last_processed_block_work_reports as "lastProcessedBlockWorkReports",
      last_replicas_update_block as "lastReplicasUpdateBlock", last_spower_calculate_block as "lastSpowerCalculateBlock",
      last_spower_update_block as "lastSpowerUpdateBlock", spower_ready_period as "spowerReadyPeriod"
    from ${sql(schema)}.spower_services where _block_range @> ${at}::bigint`;
  return row;
};

export const ledgerRows = (
  sql: postgres.Sql,
  schema: string,
  at: number,
): Promise<{ id: string; collateral: string; reward: string }[]> => sql`
  select id, collateral::text as collateral, reward::text as reward from ${sql(schema)}.merchant_ledgers
  where _block_range @> ${at}::bigint`;

/** Extrinsics by block and signer. */
export const signers = async (sql: postgres.Sql, schema: string): Promise<Map<string, number[]>> => {
  const rows = await sql<{ block: number; index: number; signer: string }[]>`
    select block, index, signer from ${sql(schema)}.extrinsics where signer is not null and upper_inf(_block_range)`;
  const found = new Map<string, number[]>();
  for (const { block, index, signer } of rows) {
    const key = `${block} ${signer}`;
    found.set(key, [...(found.get(key) ?? []), index]);
  }
  return found;
};

export const blockAuthors = async (sql: postgres.Sql, schema: string): Promise<Map<number, string>> => {
  const rows = await sql<{ number: number; author: string }[]>`
    select number, author from ${sql(schema)}.blocks where author is not null and upper_inf(_block_range)`;
  return new Map(rows.map(({ number, author }) => [number, author]));
};

export interface FeesRow {
  baseFee: string;
  byteFee: string;
  keysFee: string;
}

/** A settlement of the past, with the file's row, its replicas and the prices from before it. */
export interface SettledRow {
  block: number;
  eventIndex: number;
  cidHex: string;
  specVersion: number;
  sizeBytes: string;
  expiredAt: number;
  amount: string;
  prepaid: string;
  hasReplicas: boolean;
  /** in force in the block: they may step at its beginning */
  fees: FeesRow;
  /** in force at the end of the block before; null in the first */
  feesBefore: FeesRow | null;
  /** the spower service or a report changed its replicas, or paid an owner from it, in the same block */
  isTouched: boolean;
}

/** Every settlement of a file that had a row in the block before. Up to spec 16 settling itself pays owners. */
export const settledRows = (sql: postgres.Sql, schema: string): Promise<SettledRow[]> => {
  const table = (name: string) => sql`${sql(schema)}.${sql(name)}`;
  const fees = (upTo: postgres.Fragment) => sql`(select json_build_object('baseFee', p.base_fee::text,
      'byteFee', p.byte_fee::text, 'keysFee', p.keys_fee::text)
    from ${table('dsm_prices')} p where p.block <= ${upTo} and upper_inf(p._block_range) order by p.block desc limit 1)`;
  return sql<SettledRow[]>`
    select e.block, e.event_index as "eventIndex", f.cid_hex as "cidHex", b.spec_version as "specVersion",
      f.size_bytes::text as "sizeBytes", f.expired_at as "expiredAt", f.amount::text as amount,
      f.prepaid::text as prepaid,
      exists (select from ${table('replicas')} r
        where r.file_id = e.file_id and r._block_range @> (e.block - 1)::bigint) as "hasReplicas",
      ${fees(sql`e.block`)} as fees, ${fees(sql`e.block - 1`)} as "feesBefore",
      exists (select from ${table('file_events')} o
        where o.file_id = e.file_id and o.block = e.block and upper_inf(o._block_range)
          and (o.kind::text in ('REPLICA_ADDED', 'REPLICA_REMOVED', 'FIRST_REPLICA', 'SIZE_LOWERED')
            or (o.kind::text = 'OWNER_PAID' and b.spec_version >= 17))) as "isTouched"
    from ${table('file_events')} e
    join ${table('files')} f on f.id = e.file_id and f._block_range @> (e.block - 1)::bigint
    join ${table('blocks')} b on b.number = e.block and upper_inf(b._block_range)
    where e.kind::text = 'SETTLED' and upper_inf(e._block_range) order by e.block, e.event_index`;
};
