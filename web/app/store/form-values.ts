import { parseBytes, parseCru } from '@moho/protocol/amount';
import { first, oneOf, type Query } from '../../lib/params';
import { STORE_UNITS } from '../../lib/question';
import { text } from '../../messages';

const words = text.store.form;
export const DEFAULT_SIZE = { size: '1', unit: 'GiB' } as const;
/** The longest memo that is put into a call; the API reads no more. */
export const MAX_MEMO_CHARS = 256;
const MAX_SIZE_BYTES = 2n ** 63n - 1n;

export interface FormValues {
  /** as typed; what it names is the API's to say */
  cid: string | null;
  size: string;
  unit: (typeof STORE_UNITS)[number];
  sizeBytes: bigint;
  tips: string;
  tipsPico: bigint;
  memo: string;
  /** what was typed and cannot be used, each in one sentence */
  problems: string[];
}

const readSize = (size: string, unit: string): { bytes: bigint; problem: string | null } => {
  const fallback = parseBytes(`${DEFAULT_SIZE.size} ${DEFAULT_SIZE.unit}`);
  // a unit typed behind the number says more than the choice beside it
  const given = /[A-Za-z]\s*$/.test(size) ? size : `${size} ${unit}`;
  const refused = (reason: string) => ({
    bytes: fallback,
    problem: `${words.bad(given.slice(0, 40), reason)} ${words.fallback}`,
  });
  try {
    const bytes = parseBytes(given);
    return bytes > MAX_SIZE_BYTES ? refused(text.market.quote.tooLarge) : { bytes, problem: null };
  } catch (error) {
    return refused(error instanceof Error ? `${error.message}.` : String(error));
  }
};

const readTips = (tips: string): { pico: bigint; problem: string | null } => {
  try {
    const pico = parseCru(tips);
    if (pico >= 0n) return { pico, problem: null };
  } catch {
    // told below in the page's own words
  }
  return { pico: 0n, problem: words.badTips(tips.slice(0, 40)) };
};

/** What the form of /store was filled in with. Never throws: what cannot be used is named and left out. */
export const readForm = (query: Query): FormValues => {
  const size = first(query, 'size') ?? DEFAULT_SIZE.size;
  const unit = oneOf(first(query, 'unit'), STORE_UNITS, DEFAULT_SIZE.unit);
  const read = readSize(size, unit);
  const tips = first(query, 'tips') ?? '0';
  const given = readTips(tips);
  const memo = first(query, 'memo') ?? '';
  const isMemoLong = memo.length > MAX_MEMO_CHARS;
  return {
    cid: first(query, 'cid'),
    size,
    unit,
    sizeBytes: read.bytes,
    tips,
    tipsPico: given.pico,
    memo: isMemoLong ? '' : memo,
    problems: [read.problem, given.problem, isMemoLong ? words.memoLong(MAX_MEMO_CHARS) : null].filter(
      (problem) => problem !== null,
    ),
  };
};
