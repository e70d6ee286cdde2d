import type { Seen, View } from '../database/view';
import { rawFile } from '../file/raw';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import type { Basis } from './load';
import type { SettlementRow } from './sql';

const FEE_RULE =
  'The base, 100,000 pico for each byte of the transaction, and the price of the call’s weight times the fee multiplier, which is read from the last paid order or settlement.';

/** Receipts of what a settlement is told to give and cost. */
export const settlementFigures = (row: Seen<SettlementRow>): FigureReceipt[] => {
  const { view } = row;
  const files = [mapSource('Market.FilesV2')];
  const fees = ['Market.FileBaseFee', 'Market.FileByteFee', 'Market.FileKeysCountFee'];
  return figuresOf({
    amount: storageReceipt(view, items.file(row.cidHex, row.generation), row.sinceBlock, (ctx) =>
      rawFile(ctx, view, row.id, view.height),
    ),
    callerGain: derivedReceipt(
      view,
      'All that is left of the file’s amount goes to who settles it (up to spec 16 a part that grows from the 15th to the 30th day after the end).',
      { sources: files },
    ),
    fee: derivedReceipt(view, FEE_RULE, { sources: [eventSource('treasury.Deposit')] }),
    net: derivedReceipt(view, 'The caller’s gain minus the transaction fee.', { sources: files }),
    outcome: derivedReceipt(
      view,
      'Renewed when the prepaid money is at least base fee + byte fee × started MiB + keys fee at the prices of the block, else closed.',
      { sources: [...files, ...fees.map((name) => mapSource(name))] },
    ),
  });
};

/** Receipts of the whole desk. */
export const deskFigures = (view: View, { paid }: Basis, expired: number): FigureReceipt[] => {
  const counted = (rule: string) =>
    derivedReceipt(view, rule, { sources: [mapSource('Market.FilesV2')], rowCount: expired });
  return figuresOf({
    expired: counted('Counted are the files whose expired_at is not 0 and not beyond the block.'),
    renewing: counted(
      'Counted are the expired files whose prepaid money pays for a renewal at the prices of the block.',
    ),
    worthSettling: counted('Counted are the expired files whose amount is more than the fee of settling them.'),
    totalGain: counted('The sum of what the callers of all these settlements would be given.'),
    worthNet: counted('The sum of gain minus fee over the files where it is above 0.'),
    fee: derivedReceipt(view, FEE_RULE, {
      sources: [eventSource('treasury.Deposit')],
      ...(paid === null ? {} : { block: paid.block, item: items.systemEvents(), rowCount: 1 }),
    }),
  });
};
