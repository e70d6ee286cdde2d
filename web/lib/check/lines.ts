import { text } from '../../messages';
import { parseCsv } from '../export/parse-csv';
import { formatInteger } from '../format/quantity';

const words = text.check;

/** So many lines the API checks at once. */
export const MOST_LINES = 500;
/** Longer lists are not read: 500 addresses of gateways are far shorter. */
export const MOST_BYTES = 200_000;

export type ListOfLines = { ok: true; lines: string[] } | { ok: false; sentence: string };

const refused = (sentence: string): ListOfLines => ({ ok: false, sentence });

/** A heading of a column, as exports of this site and of others have it. */
const HEADING = /^"?(cid|cids|file|hash|ipfs ?hash)"?$/i;

/**
 * The CIDs of a pasted or uploaded list: one on each line; of a line of CSV the first cell. Empty lines, a heading and
 * spaces around a line are passed over.
 */
export const readLines = (list: string): ListOfLines => {
  if (list.length > MOST_BYTES) return refused(words.tooLong(`${formatInteger(MOST_BYTES)} bytes`));
  if (/[\0\uFFFD]/.test(list)) return refused(words.notText);
  const cells = parseCsv(list.replace(/^\uFEFF/, '')).map(([cell = '']) => cell.replace(/^'(?=[=+\-@])/, '').trim());
  const lines = cells.filter((cell, i) => cell !== '' && !(i === 0 && HEADING.test(cell)));
  if (lines.length === 0) return refused(words.empty);
  if (lines.length > MOST_LINES) return refused(words.tooMany(formatInteger(lines.length), MOST_LINES));
  return { ok: true, lines };
};

/** What a form gives: what was pasted, or else what was uploaded. */
export const listOf = async (form: FormData): Promise<string | null> => {
  const pasted = form.get('cids');
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return file.size > MOST_BYTES ? null : file.text();
  return typeof pasted === 'string' ? pasted : '';
};
