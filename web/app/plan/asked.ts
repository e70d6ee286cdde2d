import { parseAmount } from '../../lib/desk/state';
import { first, type Query } from '../../lib/params';
import { parsePart } from '../../lib/part';

/** What the address asks of a plan. Words that cannot be read were refused before the page is drawn. */
export interface Asked {
  amountPico: bigint | null;
  guarantor: string | null;
  mayCut: boolean;
  maxPerNodePico: bigint | null;
  minReportsPerbill: number | null;
  minFeePerbill: number | null;
  maxFeeChangePerbill: number | null;
  unslashed: boolean;
}

const cru = (query: Query, name: string): bigint | null => {
  const text = first(query, name);
  return text === null ? null : parseAmount(text);
};

const percent = (query: Query, name: string): number | null => {
  const text = first(query, name);
  return text === null ? null : parsePart(text);
};

export const readAsked = (query: Query): Asked => ({
  amountPico: cru(query, 'amount'),
  guarantor: first(query, 'guarantor'),
  mayCut: first(query, 'cut') === '1',
  maxPerNodePico: cru(query, 'most'),
  minReportsPerbill: percent(query, 'reports'),
  minFeePerbill: percent(query, 'fee'),
  maxFeeChangePerbill: percent(query, 'change'),
  unslashed: first(query, 'unslashed') === '1',
});
