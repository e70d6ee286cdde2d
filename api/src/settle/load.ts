import {
  type ChainProfile,
  graceBlocks,
  hexToBytes,
  type OrderFees,
  type Settlement,
  settlement,
  settlementFee,
} from '@moho/protocol';
import { blocks } from '../block/sql';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { Seen, View } from '../database/view';
import { problem } from '../errors';
import { loadFacts } from '../file/load';
import { feesOf, loadPrice } from '../market/load';
import { type FeeBasis, feeTable, loadFeeBasis } from './fee';
import type { Rates, SettlementRow } from './sql';

/** What every settlement of a view is told from. */
export interface Basis extends FeeBasis {
  spec: number;
  fees: OrderFees;
}

/** Runtime, prices and transaction fee of a view; INDEX_NOT_READY before the chain has prices. */
export const loadBasis = async (ctx: Context, view: View): Promise<Basis> => {
  const [block, price, paid] = await Promise.all([
    loadOne(ctx, blocks, view, String(view.height)),
    loadPrice(ctx, view),
    loadFeeBasis(ctx, view),
  ]);
  if (block === null || price === null) {
    throw problem('INDEX_NOT_READY', `The index holds no prices of block ${view.height} yet.`);
  }
  return { ...paid, spec: block.specVersion, fees: feesOf(price) };
};

export const ratesOf = (ctx: Context, { spec, fees, multiplier }: Basis): Rates => ({
  spec,
  fees,
  table: feeTable(spec, multiplier),
  graceBlocks: graceBlocks(ctx.profile),
});

/** A settlement as the API answers it: what was told of it, and the transaction fee. */
export interface Told extends Settlement {
  fee: bigint;
  net: bigint;
  spec: number;
}

/** Block of the settlement, and what of the file its own row does not tell. */
export interface Moment {
  block: number;
  hasReplicas: boolean;
}

/** What settling a file gives, costs and does. */
export const tell = (row: SettlementRow, { block, hasReplicas }: Moment, basis: Basis, profile: ChainProfile): Told => {
  const { spec, fees, multiplier } = basis;
  const told = settlement({
    file: {
      sizeBytes: BigInt(row.sizeBytes),
      expiredAt: row.expiredAt,
      amount: BigInt(row.amount),
      prepaid: BigInt(row.prepaid),
      hasReplicas,
    },
    block,
    fees,
    spec,
    profile,
  });
  const fee = settlementFee(hexToBytes(row.cidHex as `0x${string}`).length, spec, multiplier);
  return { ...told, fee, net: told.callerGain - fee, spec };
};

/** What settling this file in the block after the view's gives, costs and does. */
export const toldOf = async (ctx: Context, row: Seen<SettlementRow>): Promise<Told> => {
  const { view } = row;
  const [basis, { entries }] = await Promise.all([loadBasis(ctx, view), loadFacts(ctx, { id: row.id, view })]);
  return tell(row, { block: view.height + 1, hasReplicas: entries > 0 }, basis, ctx.profile);
};
