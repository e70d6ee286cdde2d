/** The ways people write a CID that is not bare. */
export type Wrapping = 'IPFS_URI' | 'IPFS_PATH' | 'GATEWAY_PATH' | 'GATEWAY_SUBDOMAIN';

export interface Unwrapped {
  wrapping: Wrapping;
  /** the CID as it stands in the text */
  cid: string;
  /** what follows it inside that content; null when nothing does */
  path: string | null;
}

/** Spaces (the invisible ones, too) and quotes around a text, as they come along from mails, tables and JSON. */
const AROUND = /^[\s\u200b-\u200d"'`´‘’“”„«»<>]+|[\s\u200b-\u200d"'`´‘’“”„«»<>,;]+$/gu;

export const withoutQuotes = (text: string): string => text.replace(AROUND, '');

const HOST = String.raw`(?:https?:)?(?://)?[^/?#\s]+`;
const FORMS: readonly (readonly [Wrapping, RegExp])[] = [
  ['IPFS_URI', /^(?:web\+)?(?:ipfs|dweb):\/*(?:ipfs\/)?(.+)$/isu],
  ['IPFS_PATH', /^\/*ipfs\/(.+)$/isu],
  ['GATEWAY_SUBDOMAIN', /^(?:(?:https?:)?\/\/)?([^./:]+)\.ipfs\.[^/?#\s]+(.*)$/isu],
  ['GATEWAY_PATH', new RegExp(`^${HOST}/ipfs/(.+)$`, 'isu')],
];

const split = (rest: string): { cid: string; path: string | null } => {
  const end = rest.search(/[/?#]/u);
  if (end < 0) return { cid: rest, path: null };
  const path = rest.slice(end);
  return { cid: rest.slice(0, end), path: path === '/' ? null : path };
};

/** Takes the address around a CID apart; null when the text has none of these forms. Whether what it holds is a CID is not checked. */
export const unwrap = (text: string): Unwrapped | null => {
  for (const [wrapping, form] of FORMS) {
    const found = form.exec(text);
    if (found !== null) return { wrapping, ...split(`${found[1]}${found[2] ?? ''}`) };
  }
  return null;
};
