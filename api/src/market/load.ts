import type { OrderFees } from '@moho/protocol';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { View } from '../database/view';
import { lastPrice, type PriceRow } from './sql';

/** The prices in force in the view. */
export const loadPrice = (ctx: Context, view: View): Promise<PriceRow | null> =>
  loadKeyed(ctx, 'lastPrice', view, 'last', async (scope) => {
    const price = await lastPrice(scope);
    return new Map(price === null ? [] : [['last', price]]);
  });

export const feesOf = (price: PriceRow): OrderFees => ({
  base: BigInt(price.baseFee),
  byte: BigInt(price.byteFee),
  keys: BigInt(price.keysFee),
});

export interface Chunk {
  value: string;
  era: number;
}

/** The `[{value, era}]` of a ledger's or merchant's unlocking funds, stored as JSON text. */
export const readChunks = (json: string): Chunk[] => {
  const chunks = JSON.parse(json) as { value: string | number; era: number }[];
  return chunks.map(({ value, era }) => ({ value: String(value), era: Number(era) }));
};
