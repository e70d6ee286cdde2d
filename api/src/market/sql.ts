import type { Fragment } from '../database/database';
import { asOf, byId, type List, orderBy, type Scope, tableSource } from '../database/sql';

export interface PriceRow {
  id: string;
  block: number;
  time: string;
  baseFee: string;
  byteFee: string;
  keysFee: string;
  fileKeysCount: number | null;
  ordersCount: number | null;
  addedFilesCount: number | null;
  /** fees and counters the chain has no key for: the value is the runtime’s default */
  unset: string[];
}

export const prices: List<PriceRow> = {
  name: 'prices',
  source: tableSource(
    'dsm_prices',
    'id, block, time, base_fee, byte_fee, keys_fee, file_keys_count, orders_count, added_files_count, unset',
  ),
  ordering: orderBy('newest', 'desc', 'block'),
};

export interface PriceFilter {
  fromBlock?: number | null;
  toBlock?: number | null;
  /** only rows at which a fee moved, not a counter alone */
  feesMoved?: boolean | null;
}

/** A fee differs from that of the row before, or there is none before. */
const feeMoved = (scope: Scope): Fragment => {
  const { sql } = scope;
  return sql`not exists (
    select 1 from (
      select p.* from dsm_prices p where p.block < t.block and ${asOf(scope, 'p')} order by p.block desc limit 1) p
    where (p.base_fee, p.byte_fee, p.keys_fee) = (t.base_fee, t.byte_fee, t.keys_fee))`;
};

export const priceConditions = (scope: Scope, filter: PriceFilter): Fragment[] => [
  ...(filter.fromBlock == null ? [] : [scope.sql`t.block >= ${filter.fromBlock}`]),
  ...(filter.toBlock == null ? [] : [scope.sql`t.block <= ${filter.toBlock}`]),
  ...(filter.feesMoved ? [feeMoved(scope)] : []),
];

/** The prices in force in the view, or none before the first row. */
export const lastPrice = async (scope: Scope): Promise<PriceRow | null> => {
  const { sql } = scope;
  const rows = await sql<PriceRow[]>`select * from (${prices.source(scope)}) t order by t.block desc limit 1`;
  return rows[0] ?? null;
};

export interface MerchantRow {
  id: string;
  totalFunds: string;
  activeFunds: string;
  usedFeeReductionQuota: string;
  fileReward: string;
  refreshedAt: number;
  unlockingFunds: string;
  sinceBlock: number;
}

export const merchants: List<MerchantRow> = {
  name: 'merchants',
  source: tableSource(
    'merchants',
    'id, total_funds, active_funds, used_fee_reduction_quota, file_reward, refreshed_at, unlocking_funds',
  ),
  ordering: byId,
};

export interface SworkBenefitRow {
  id: string;
  totalFunds: string;
  activeFunds: string;
  totalFeeReductionCount: number;
  usedFeeReductionCount: number;
  refreshedAt: number;
  unlockingFunds: string;
  sinceBlock: number;
}

export const sworkBenefits: List<SworkBenefitRow> = {
  name: 'sworkBenefits',
  source: tableSource(
    'swork_benefits',
    'id, total_funds, active_funds, total_fee_reduction_count, used_fee_reduction_count, refreshed_at, unlocking_funds',
  ),
  ordering: byId,
};

export interface MerchantPaymentRow {
  id: string;
  account: string;
  amount: string;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number;
  time: string;
}

export const merchantPayments: List<MerchantPaymentRow> = {
  name: 'merchantPayments',
  source: tableSource('merchant_payments', 'id, account, amount, block, extrinsic_index, event_index, time'),
  ordering: orderBy('newest', 'desc', 'block', 'event_index'),
};

export interface OrderRow {
  id: string;
  fileId: string;
  cidHex: string;
  kind: 'NEW' | 'EXTEND' | 'RENEW';
  account: string;
  payer: string;
  signer: string | null;
  givenSizeBytes: string | null;
  sizeBytes: string | null;
  tips: string | null;
  memo: string | null;
  reservedPart: string;
  stakingPart: string;
  storagePart: string;
  /** the fees at the moment of the order; null when not knowable */
  baseFee: string | null;
  byteFee: string | null;
  keysFee: string | null;
  wrapped: boolean;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number;
  time: string;
}

export const orders: List<OrderRow> = {
  name: 'orders',
  source: tableSource(
    'storage_orders',
    `id, file_id, cid_hex, kind, account, payer, signer, given_size_bytes, size_bytes, tips, memo, reserved_part,
     staking_part, storage_part, base_fee, byte_fee, keys_fee, wrapped, block, extrinsic_index, event_index, time`,
  ),
  ordering: orderBy('newest', 'desc', 'block', 'event_index'),
};

export interface OrderFilter {
  fileId?: string | null;
  account?: string | null;
  payer?: string | null;
  kind?: string | null;
  fromBlock?: number | null;
  toBlock?: number | null;
}

export const orderConditions = ({ sql }: Scope, filter: OrderFilter): Fragment[] => [
  ...(filter.fileId == null ? [] : [sql`t.file_id = ${filter.fileId}`]),
  ...(filter.account == null ? [] : [sql`t.account = ${filter.account}`]),
  ...(filter.payer == null ? [] : [sql`t.payer = ${filter.payer}`]),
  ...(filter.kind == null ? [] : [sql`t.kind::text = ${filter.kind}`]),
  ...(filter.fromBlock == null ? [] : [sql`t.block >= ${filter.fromBlock}`]),
  ...(filter.toBlock == null ? [] : [sql`t.block <= ${filter.toBlock}`]),
];

/** Each file's first order in the view. */
export const firstOrders = async (scope: Scope, fileIds: readonly string[]): Promise<Map<string, OrderRow>> => {
  const { sql } = scope;
  const rows = await sql<OrderRow[]>`
    select distinct on (t.file_id) t.* from (${orders.source(scope)}) t
    where t.file_id = any(${fileIds as string[]}::text[]) order by t.file_id, t.block, t.event_index`;
  return new Map(rows.map((row) => [row.fileId, row]));
};

/**
 * Whether an order (a row of storage_orders under that alias) is one of the account's: it names the account, or the account
 * paid it. A renewal is no order of anybody: the pool pays it, and its event names whoever settled the file.
 */
export const isOrderOf = (scope: Scope, account: Fragment | string, alias: string): Fragment => {
  const { sql } = scope;
  const o = sql(alias);
  return sql`((${o}.account = ${account} or ${o}.payer = ${account}) and ${o}.kind::text <> 'RENEW' and ${asOf(scope, alias)})`;
};

/** True when the account has ordered in the view; for the CLIENT role. */
export const hasOrdered = (scope: Scope, account: Fragment): Fragment => {
  const { sql } = scope;
  return sql`exists (select 1 from storage_orders o where ${isOrderOf(scope, account, 'o')})`;
};

/** Ids of the files an account ordered. */
export const orderedFileIds = (scope: Scope, account: string): Fragment => {
  const { sql } = scope;
  return sql`select o.file_id from storage_orders o where ${isOrderOf(scope, account, 'o')}`;
};
