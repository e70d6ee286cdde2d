import { BILLION, MIB, type OrderFees, orderRules, renewal, renewRewardPerbill } from '@moho/protocol';
import type { Fragment } from '../database/database';
import { asOf, type List, orderBy, type Scope } from '../database/sql';
import type { FeeTable } from './fee';

/** A signed call of known weight whose fee was paid. */
export interface PaidCallRow {
  id: string;
  block: number;
  index: number;
  hash: string;
  call: string;
  treasuryFee: string;
  tip: string | null;
  lengthBytes: number;
  specVersion: number;
}

/** The last paid order or settlement that was a transaction of its own. */
export const paidCalls = (scope: Scope): Promise<PaidCallRow[]> => {
  const { sql, view } = scope;
  return sql<PaidCallRow[]>`
    select e.*, b.spec_version
    from (values ('calculate_reward'), ('place_storage_order'), ('add_prepaid')) c(call)
    cross join lateral (
      select x.id, x.block, x.index, x.hash, x.call, x.treasury_fee, x.tip, x.length_bytes from extrinsics x
      where x.pallet = 'market' and x.call = c.call and x.treasury_fee > 0 and x.block <= ${view.height}
        and ${asOf(scope, 'x')}
      order by x.block desc limit 1) e
    join blocks b on b.number = e.block and ${asOf(scope, 'b')}
    order by e.block desc, e.index desc limit 1`;
};

/** What turns a file's row into money: prices, runtime and fees of the view. */
export interface Rates {
  spec: number;
  fees: OrderFees;
  table: FeeTable;
  graceBlocks: number;
}

export interface SettlementRow {
  id: string;
  cidHex: string;
  generation: number;
  sizeBytes: string;
  expiredAt: number;
  amount: string;
  prepaid: string;
  sinceBlock: number;
  /** of the columns below only sorting and counting make use; what is shown is protocol's `settlement` */
  renews: boolean;
  gain: string;
  net: string;
}

const WHOLE = Number(BILLION);

/** Protocol's `renewal` as SQL: a price that grows with each started MiB, and up to spec 16 a reward on top. */
const renewalParts = (rates: Rates): { fixed: bigint; perMib: bigint; rewardPerbill: bigint } => {
  const rules = orderRules(rates.spec);
  const price = (size: bigint): bigint => {
    const { cost, callerReward } = renewal(size, rates.fees, rules);
    return cost - callerReward;
  };
  return { fixed: price(0n), perMib: price(MIB) - price(0n), rewardPerbill: renewRewardPerbill(rules) };
};

/** Protocol's `liquidatorGain` as SQL, in parts of 10^9 of the file's amount. */
const gainPerbill = ({ sql }: Scope, block: number, { spec, graceBlocks }: Rates): Fragment =>
  spec >= 17
    ? sql`${WHOLE}::numeric`
    : sql`least(${WHOLE}::numeric,
        floor(greatest(0, ${block}::int - x.expired_at - ${graceBlocks}::int)::numeric * ${WHOLE} / ${graceBlocks}::int))`;

/** Files whose paid time is over, with what settling each in the next block gives and costs. */
export const settlements = (rates: Rates): List<SettlementRow> => ({
  name: 'settlements',
  ordering: orderBy('NET-desc', 'desc', 'net', ['id', 'text']),
  source: (scope) => {
    const { sql, view } = scope;
    const { fixed, perMib, rewardPerbill } = renewalParts(rates);
    const { fees, perByte } = rates.table;
    const cidBytes = sql`(length(x.cid_hex) - 2) / 2`;
    // Perbill: to the nearest pico, an exact half down
    const part = (of: Fragment, perbill: Fragment) => sql`ceil(${of} * ${perbill} / ${WHOLE} - 0.5)`;
    return sql`select z.*, z.gain - z.fee as net from (
      select y.*, ${part(sql`y.amount`, sql`y.gain_perbill`)}
          + case when y.renews then y.reward else 0 end as gain
      from (
        select w.*, w.prepaid >= w.price + w.reward as renews from (
          select v.*, ${part(sql`v.price`, sql`${String(rewardPerbill)}::numeric`)} as reward from (
            select x.id, x.cid_hex, x.generation, x.size_bytes, x.expired_at, x.amount, x.prepaid,
              lower(x._block_range)::int as since_block,
              ${String(fixed)}::numeric + ${String(perMib)}::numeric * ceil(x.size_bytes / ${String(MIB)}::numeric) as price,
              ${gainPerbill(scope, view.height + 1, rates)} as gain_perbill,
              (${fees.map(String) as string[]}::text[]::numeric[])[least(${cidBytes}, ${fees.length - 1}) + 1]
                + ${String(perByte)}::numeric * greatest(0, ${cidBytes} - ${fees.length - 1}) as fee
            from files x
            where x.expired_at > 0 and x.expired_at <= ${view.height}::int and ${asOf(scope, 'x')}) v) w) y) z`;
  },
});

export const outcomeCondition = ({ sql }: Scope, renews: boolean | null): Fragment[] =>
  renews === null ? [] : [sql`t.renews = ${renews}`];

export interface DeskTotals {
  expired: number;
  renewing: number;
  worthSettling: number;
  totalGain: string;
  worthNet: string;
}

/** The whole desk in figures. */
export const deskTotals = async (scope: Scope, rates: Rates): Promise<DeskTotals> => {
  const { sql } = scope;
  const [row] = await sql<DeskTotals[]>`
    select count(*)::int as expired, count(*) filter (where t.renews)::int as renewing,
      count(*) filter (where t.net > 0)::int as worth_settling, coalesce(sum(t.gain), 0)::text as total_gain,
      coalesce(sum(t.net) filter (where t.net > 0), 0)::text as worth_net
    from (${settlements(rates).source(scope)}) t`;
  if (row === undefined) throw new Error('a count came back without a row');
  return row;
};
