import { chargedMib, priceWithoutDiscount } from '@moho/protocol';
import type { OrderRow } from './sql';

export interface OrderPrice {
  /** the byte fee for every started MiB */
  sizeFee: bigint;
  /** what it would have cost without MARKET funds, tips included */
  full: bigint;
  discount: bigint;
}

/** The size that was charged: an order for a known file is charged what the chain stores (crust-protocol §6.1). */
const chargedSize = ({ kind, givenSizeBytes, sizeBytes }: OrderRow): string | null =>
  kind === 'NEW' ? (givenSizeBytes ?? sizeBytes) : sizeBytes;

/** An order's price, itemised; null for renewals, which know no tips and no discount, and where the fees are not known. */
export const orderPrice = (order: OrderRow): OrderPrice | null => {
  const { baseFee, byteFee, keysFee, tips, kind } = order;
  const size = chargedSize(order);
  if (kind === 'RENEW' || baseFee === null || byteFee === null || keysFee === null || size === null) return null;
  const fees = { base: BigInt(baseFee), byte: BigInt(byteFee), keys: BigInt(keysFee) };
  const full = priceWithoutDiscount(BigInt(size), fees, BigInt(tips ?? 0));
  const paid = BigInt(order.reservedPart) + BigInt(order.stakingPart) + BigInt(order.storagePart);
  return { sizeFee: fees.byte * chargedMib(BigInt(size)), full, discount: full - paid };
};
