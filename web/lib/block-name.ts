import { parseBlockNumber } from './params';

export type BlockName = { number: number; hash: null } | { number: null; hash: string };

/** A block as people name it: number or hash. Null when the text is neither. */
export const parseBlockName = (text: string): BlockName | null => {
  if (/^0x[0-9a-f]{64}$/i.test(text)) return { number: null, hash: text.toLowerCase() };
  const number = parseBlockNumber(text);
  return number === null ? null : { number, hash: null };
};

export type ExtrinsicName = { id: string; hash: null } | { id: null; hash: string };

/**
 * A work report as addresses name it, in the form the API takes: "block-extrinsic", with a third number where an
 * extrinsic carried several, or "anchor-slot". Null when the text is none of these.
 */
export const parseReportName = (text: string): string | null => {
  const name = text.trim().toLowerCase();
  const call = /^(\d{1,10})-\d{1,6}(?:-\d{1,6})?$/.exec(name);
  const slot = /^0x(?:[0-9a-f]{2}){1,128}-(\d{1,10})$/.exec(name);
  const number = call?.[1] ?? slot?.[1];
  return number === undefined || parseBlockNumber(number) === null ? null : name;
};

/** An extrinsic as people name it: "block-index" or hash. Null when the text is neither. */
export const parseExtrinsicName = (text: string): ExtrinsicName | null => {
  if (/^0x[0-9a-f]{64}$/i.test(text)) return { id: null, hash: text.toLowerCase() };
  const match = /^(\d{1,10})-(\d{1,5})$/.exec(text);
  const block = match === null ? null : parseBlockNumber(match[1] as string);
  return match === null || block === null ? null : { id: `${block}-${Number(match[2])}`, hash: null };
};
