import { type DeskState, parseAmount, parsePercent as parseAnyPercent, readDesk, readIds } from '../../lib/desk/state';
import { first, oneOf, parseBlockNumber, type Query } from '../../lib/params';
import { NODE_SORTS } from '../../lib/question';

export type SortField = (typeof NODE_SORTS)[number];

/** The table's state as its address holds it; null = no filter. */
export interface NodeListState {
  sort: SortField;
  direction: 'ASC' | 'DESC';
  desk: DeskState;
  text: string | null;
  elected: boolean;
  hasRoom: boolean;
  unslashed: boolean;
  /** parts per billion */
  minFeePerbill: number | null;
  /** what was typed as a fee but is none */
  badFee: string | null;
  /** as they were typed, by the parameter's name */
  typed: Readonly<Record<Threshold, string | null>>;
  /** nodes chosen to be compared */
  picked: string[];
  after: string | null;
}

export const THRESHOLDS = ['mine', 'paid', 'bad', 'headroom', 'saturation', 'reports', 'unclaimed'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

const WHOLE_PERBILL = 1_000_000_000n;

/** A percentage such as "85" or "85.5 %" in parts per billion, at most one whole; null when it is none. */
export const parsePercent = (text: string): number | null => {
  const perbill = parseAnyPercent(text);
  return perbill === null || perbill < 0n || perbill > WHOLE_PERBILL ? null : Number(perbill);
};

/** Reads the state out of the address. Wrong words never come here (lib/question.ts); a wrong fee is told beside the form. */
export const readState = (query: Query): NodeListState => {
  const fee = first(query, 'fee');
  const minFeePerbill = fee === null ? null : parsePercent(fee);
  return {
    sort: oneOf(first(query, 'sort'), NODE_SORTS, 'EFFECTIVE_STAKE'),
    direction: oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC'),
    desk: readDesk(query),
    text: first(query, 'q')?.slice(0, 100) ?? null,
    elected: first(query, 'elected') === '1',
    hasRoom: first(query, 'room') === '1',
    unslashed: first(query, 'unslashed') === '1',
    minFeePerbill,
    badFee: fee !== null && minFeePerbill === null ? fee : null,
    typed: Object.fromEntries(THRESHOLDS.map((name) => [name, first(query, name)])) as Record<Threshold, string | null>,
    picked: readIds(first(query, 'pick')),
    after: first(query, 'after'),
  };
};

const given = <T>(name: string, value: T | null): Record<string, T> => (value === null ? {} : { [name]: value });
const perbill = (text: string | null): bigint | null => (text === null ? null : parseAnyPercent(text));
const big = (value: bigint | null): string | null => (value === null ? null : String(value));
const part = (value: bigint | null): number | null =>
  value === null ? null : Number(value > WHOLE_PERBILL ? WHOLE_PERBILL : value < 0n ? 0n : value);

/** What the API is asked with. */
export const questionOf = (state: NodeListState) => {
  const { typed, desk } = state;
  return {
    orderBy: { field: state.sort, direction: state.direction },
    amount: String(desk.amountPico),
    weights: desk.weights.map((weighing) => ({ ...weighing })),
    filter: {
      ...given('text', state.text),
      ...(state.elected ? { standings: ['ELECTED' as const] } : {}),
      ...(state.hasRoom ? { hasPlace: true } : {}),
      ...(state.unslashed ? { unslashed: true } : {}),
      ...given('minGuaranteeFeePerbill', state.minFeePerbill),
      ...given('minReportsPerbill', part(perbill(typed.reports))),
      ...given('minHeadroom', big(typed.headroom === null ? null : parseAmount(typed.headroom))),
      ...given('maxSaturationPerbill', big(perbill(typed.saturation))),
      ...given('minReturnPerbill', big(perbill(typed.paid))),
      ...given('minBadReturnPerbill', big(perbill(typed.bad))),
      ...given('minMyReturnPerbill', big(perbill(typed.mine))),
      ...given('maxUnclaimed', typed.unclaimed === null ? null : parseBlockNumber(typed.unclaimed)),
    },
  };
};

/** Filters that narrow the list, so that their form is shown open. */
export const isNarrowed = (state: NodeListState): boolean => Object.keys(questionOf(state).filter).length > 0;
