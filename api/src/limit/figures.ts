import { LIMIT_CAUSE_RULES, type LimitPart } from '@moho/protocol';
import type { Seen } from '../database/view';
import { derivedReceipt, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { encodeStakeLimit } from '../validator/raw';
import type { LedgerMove } from './ledger';
import type { LimitChangeRow } from './sql';

const SOURCES = [
  'Swork.Identities',
  'Swork.WorkReports',
  'Market.FilesV2',
  'Staking.ErasTotalStakes',
  'Balances.TotalIssuance',
].map(mapSource);

/** Receipts of a change: the two stored values, and how it is taken apart. */
export const changeFigures = (change: Seen<LimitChangeRow>): FigureReceipt[] => {
  const { view, stash, block, before, after } = change;
  const stored = (limit: string | null, at: number) =>
    storageReceipt(view, items.stakeLimit(stash), null, () => (limit === null ? null : encodeStakeLimit(limit)), at);
  return figuresOf({
    before: stored(before, Math.max(1, block - 1)),
    after: stored(after, block),
    totalStakeLimit: derivedReceipt(
      view,
      'Issuance × ratio, by the part of it that was staked, when the sweep ended.',
      {
        sources: ['Balances.TotalIssuance', 'Staking.ErasTotalStakes'].map(mapSource),
        item: items.totalIssuance(),
        block: Math.max(1, block - 1),
      },
    ),
    parts: derivedReceipt(
      view,
      'The causes are applied one after another in a fixed order; each part is the exact limit after its cause minus the one before it.',
      { sources: SOURCES, block },
    ),
  });
};

export const partFigures = (change: Seen<LimitChangeRow>, part: LimitPart<LedgerMove>): FigureReceipt[] =>
  figuresOf({
    amount: derivedReceipt(
      change.view,
      `The limit with this cause applied minus the limit without it, all earlier causes applied and no later one: ${LIMIT_CAUSE_RULES[part.cause]}.`,
      { sources: SOURCES, block: change.block, rowCount: part.moves.length },
    ),
  });
