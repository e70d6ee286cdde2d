/** Reading what a person or a link put into the address. Bad input is told apart from absent input. */

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
export type Query = Record<string, string | string[] | undefined>;

/** First value of a parameter; empty text counts as absent. */
export const first = (query: Query, name: string): string | null => {
  const value = query[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === undefined || text === '' ? null : text;
};

/** The path part of a dynamic route as people wrote it; null when its percent signs decode to nothing. */
export const decodePart = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null; // "%E0%A4%A" is no text; the page answers that as unreadable
  }
};

const MAX_BLOCK = 2_147_483_647;

/** A block number as text, at most 2^31 − 1 (GraphQL Int); null when it is none. */
export const parseBlockNumber = (text: string): number | null => {
  const digits = text.replace(/^#/, '').replace(/[,_ ]/g, '');
  if (!/^\d{1,10}$/.test(digits)) return null;
  const value = Number(digits);
  return value <= MAX_BLOCK ? value : null;
};

export type AtBlock = { ok: true; block: number | null } | { ok: false; text: string };

/** The `at` parameter of the time machine. */
export const readAt = (query: Query): AtBlock => {
  const text = first(query, 'at');
  if (text === null) return { ok: true, block: null };
  const block = parseBlockNumber(text);
  return block === null ? { ok: false, text } : { ok: true, block };
};

/** One of the allowed words, or the fallback where none is given; lib/question.ts has refused all others. */
export const oneOf = <T extends string>(text: string | null, allowed: readonly T[], fallback: T): T =>
  allowed.find((word) => word === text) ?? fallback;

/** The same address with some parameters changed; null removes one. */
export const withQuery = (path: string, query: Query, changes: Record<string, string | null>): string => {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (!(name in changes) && value !== undefined) next.set(name, Array.isArray(value) ? (value[0] ?? '') : value);
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) next.set(name, value);
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
};
