import { blocks } from '../block/sql';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, storageReceipt } from '../receipt/node';
import { encoded, type Integer, u32, u128 } from '../receipt/scale';
import { items, type StorageItem } from '../receipt/storage-key';
import type { OrderRow, PriceRow } from './sql';

/** Receipts of the fees and counters as of the block at which one of them changed last: baseFee, byteFee, keysFee first. */
export const priceFigures = async (ctx: Context, price: Seen<PriceRow>): Promise<FigureReceipt[]> => {
  const { view, block } = price;
  const old = ((await loadOne(ctx, blocks, view, String(block)))?.specVersion ?? 25) <= 2;
  const receipt = (field: string, item: StorageItem, value: Integer, write: (value: Integer) => Uint8Array) =>
    storageReceipt(view, item, block, () => (price.unset.includes(field) ? null : encoded(write(value))), block);
  const counter = (field: string, item: StorageItem, value: number | null) =>
    value === null ? {} : { [field]: receipt(field, item, value, u32) };
  return figuresOf({
    baseFee: receipt('baseFee', items.baseFee(), price.baseFee, u128),
    byteFee: receipt('byteFee', old ? items.oldByteFee() : items.byteFee(), price.byteFee, u128),
    keysFee: receipt('keysFee', old ? items.oldKeysFee() : items.keysFee(), price.keysFee, u128),
    ...counter('fileKeysCount', old ? items.oldFileKeysCount() : items.fileKeysCount(), price.fileKeysCount),
    ...counter('ordersCount', items.ordersCount(), price.ordersCount),
    ...counter('addedFilesCount', items.addedFilesCount(), price.addedFilesCount),
  });
};

/** Receipts of an order's money: the transfers to the three pots, in the events before the one that names the order. */
export const orderFigures = ({ view, block }: Seen<OrderRow>): FigureReceipt[] => {
  const sources = [eventSource('balances.Transfer'), eventSource('market.FileSuccess')];
  const part = (pot: string) =>
    derivedReceipt(view, `The transfer to the ${pot} among the events before the order’s own.`, {
      sources,
      item: items.systemEvents(),
      block,
      rowCount: 1,
    });
  return figuresOf({
    reservedPart: part('reserved pot'),
    stakingPart: part('staking pot'),
    storagePart: part('storage pot, tips included,'),
    totalFee: derivedReceipt(view, 'The sum of the three transfers.', {
      sources,
      item: items.systemEvents(),
      block,
      rowCount: 3,
    }),
  });
};
