import { SAFE_LIVE_OWNERS } from '@moho/protocol';
import type { View } from '../database/view';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource } from '../receipt/node';
import { LIVE_SOURCES } from './live-sources';
import type { FileFactsRow } from './sql';

/** Receipts of what is worked out for a file and stored nowhere. */
export const fileFigures = (view: View, facts: FileFactsRow): FigureReceipt[] => {
  const files = mapSource('Market.FilesV2');
  const liveSources = [files, ...LIVE_SOURCES];
  return figuresOf({
    live: derivedReceipt(
      view,
      'Counted are the file’s replicas whose account still reports under the same anchor, whose last work report is of the last finished slot or newer, and whose sWorker version has not expired.',
      { sources: liveSources, rowCount: facts.entries },
    ),
    liveOwners: derivedReceipt(
      view,
      'Counted are the different owners of the live replicas: members of one group are one.',
      {
        sources: liveSources,
        rowCount: facts.live,
      },
    ),
    status: derivedReceipt(
      view,
      `Waiting while expired_at is 0, expired once the block has reached it; before that stored with at least ${SAFE_LIVE_OWNERS} live owners, at risk with fewer, unreachable with none.`,
      { sources: liveSources },
    ),
    expiresAtTime: derivedReceipt(
      view,
      'The time of block expired_at, or where it lies ahead the time of this block and the block time for each block to come.',
      { sources: [files] },
    ),
    renewalsAffordable: derivedReceipt(
      view,
      'How often the prepaid pool pays the renewal of a file of this size at the fees of this block.',
      { sources: [files, mapSource('Market.FileBaseFee')] },
    ),
    paid: derivedReceipt(
      view,
      'What the owner’s pending reward grew by for this file since its last new order: at a join a part of the file’s amount, before spec 17 at settlements.',
      { sources: [mapSource('Benefits.MarketBenefits'), files] },
    ),
    orders: derivedReceipt(view, 'Counted are the events that name this file, up to this block.', {
      sources: [eventSource('market.FileSuccess'), eventSource('market.RenewFileSuccess')],
    }),
  });
};
