import type { Hex } from '../../../../codec/scale';
import { creditMerchant, type MarketContext, toReserved } from './context';
import type { Shelf } from './shelf';
import type { FileHead } from './storage';

/**
 * While a file has no replica its size follows the report downwards; a report of more bytes than were ordered closes it
 * (undefined), its money going to the reporter's group owner if collateral allows, else to the reserved pot.
 */
export function sized<F extends FileHead>(
  { rt, s, emit, rules }: MarketContext,
  shelf: Shelf<F>,
  cid: Hex,
  file: F,
  reported: bigint,
  reporter: Hex,
): F | undefined {
  if (shelf.replicas(file).length > 0 || file.fileSize === reported) return file;
  if (file.fileSize > reported) return { ...file, fileSize: reported };
  const money = file.amount + file.prepaid;
  const owner = rt.pallets.swork.groupOwner(reporter);
  const isCredited = owner !== undefined && creditMerchant(rt, owner, money, rules.collateralTimes);
  if (!isCredited) toReserved(rt, money);
  shelf.rows.remove(cid);
  s.keysCount.set(Math.max(0, s.keysCount.get() - 1));
  if (rules.forgetsIllegalOrders) s.ordersCount.set(Math.max(0, s.ordersCount.get() - 1));
  emit.IllegalFileClosed(cid);
  return undefined;
}
