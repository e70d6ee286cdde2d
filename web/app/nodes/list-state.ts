import { first, oneOf, type Query } from '../../lib/params';
import { NODE_SORTS } from '../../lib/question';

export type SortField = (typeof NODE_SORTS)[number];

/** The table's state as its address holds it. */
export interface NodeListState {
  sort: SortField;
  direction: 'ASC' | 'DESC';
  text: string | null;
  elected: boolean;
  hasRoom: boolean;
  /** parts per billion; null = no filter */
  minFeePerbill: number | null;
  /** what was typed as a fee but is none */
  badFee: string | null;
  after: string | null;
}

const PERBILL_PER_PERCENT = 10_000_000;

/** A percentage such as "85" or "85.5 %" in parts per billion; null when it is none. */
export const parsePercent = (text: string): number | null => {
  const match = /^(\d{1,3}(?:[.,]\d{1,7})?)\s*%?$/.exec(text);
  if (match === null) return null;
  const perbill = Math.round(Number((match[1] as string).replace(',', '.')) * PERBILL_PER_PERCENT);
  return perbill <= 100 * PERBILL_PER_PERCENT ? perbill : null;
};

/** Reads the state out of the address. Wrong words never come here (lib/question.ts); a wrong fee is told beside the form. */
export const readState = (query: Query): NodeListState => {
  const fee = first(query, 'fee');
  const minFeePerbill = fee === null ? null : parsePercent(fee);
  return {
    sort: oneOf(first(query, 'sort'), NODE_SORTS, 'EFFECTIVE_STAKE'),
    direction: oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC'),
    text: first(query, 'q')?.slice(0, 100) ?? null,
    elected: first(query, 'elected') === '1',
    hasRoom: first(query, 'room') === '1',
    minFeePerbill,
    badFee: fee !== null && minFeePerbill === null ? fee : null,
    after: first(query, 'after'),
  };
};
