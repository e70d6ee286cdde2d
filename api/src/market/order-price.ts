import { chargedMib, priceWithoutDiscount } from '@moho/protocol';
import type { OrderRow } from './sql';

/** The size that was charged: an order for a known file is charged what the chain stores (crust-protocol §6.1). */
const chargedSize = ({ kind, givenSizeBytes, sizeBytes }: OrderRow): bigint | null => {
  const size = kind === 'NEW' ? (givenSizeBytes ?? sizeBytes) : sizeBytes;
  return size === null ? null : BigInt(size);
};

/** The byte fee for every started MiB; null where fee or size are not known. */
export const sizeFee = (order: OrderRow): bigint | null => {
  const size = chargedSize(order);
  return order.byteFee === null || size === null ? null : BigInt(order.byteFee) * chargedMib(size);
};

/** What the order would have cost without MARKET funds, tips included; null for renewals, which know neither, and where not known. */
export const fullPrice = (order: OrderRow): bigint | null => {
  const { baseFee, byteFee, keysFee, tips, kind } = order;
  const size = chargedSize(order);
  if (kind === 'RENEW' || baseFee === null || byteFee === null || keysFee === null || size === null) return null;
  const fees = { base: BigInt(baseFee), byte: BigInt(byteFee), keys: BigInt(keysFee) };
  return priceWithoutDiscount(size, fees, BigInt(tips ?? 0));
};

/** What MARKET funds saved the payer. */
export const discountOf = (order: OrderRow): bigint | null => {
  const full = fullPrice(order);
  if (full === null) return null;
  return full - BigInt(order.reservedPart) - BigInt(order.stakingPart) - BigInt(order.storagePart);
};
