import type { FileStatus } from '@moho/protocol/file-status';
import { text } from '../../messages';
import { escapeXml } from './xml';

const words = text.follow.badge;
const FONT_SIZE = 11;
const HEIGHT = 20;
const PADDING = 7;

/** Dark enough for white letters (contrast at least 4.5), and seen on white and on black. */
const COLOURS: Record<FileStatus | 'NONE', string> = {
  STORED: '#0a6175',
  WAITING: '#53489c',
  AT_RISK: '#7d5200',
  UNREACHABLE: '#a00f45',
  EXPIRED: '#7d5200',
  CLOSED: '#565f58',
  ILLEGAL: '#a00f45',
  NEVER_ORDERED: '#565f58',
  NONE: '#565f58',
};
const NAME_COLOUR = '#2b302c';

/** Widths of letters of a common sans-serif at 11 px, good to a pixel or two; `textLength` makes the drawing keep them. */
const NARROW = new Set("iljft.,:;'|!()[] r1I");
const WIDE = new Set('mwMW@%');
const widthOf = (label: string): number =>
  Math.round([...label].reduce((sum, c) => sum + (NARROW.has(c) ? 4.4 : WIDE.has(c) ? 9.6 : 6.9), 0));

const part = (label: string, x: number, colour: string): { width: number; svg: string } => {
  const letters = widthOf(label);
  const width = letters + 2 * PADDING;
  return {
    width,
    svg:
      `<rect x="${x}" width="${width}" height="${HEIGHT}" fill="${colour}"/>` +
      `<text x="${x + PADDING}" y="14" textLength="${letters}" lengthAdjust="spacingAndGlyphs">${escapeXml(label)}</text>`,
  };
};

const draw = (label: string, title: string, colour: string): string => {
  const name = part(words.name, 0, NAME_COLOUR);
  const state = part(label, name.width, colour);
  const width = name.width + state.width;
  const told = escapeXml(title);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${told}">` +
    `<title>${told}</title>` +
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>` +
    `<g clip-path="url(#r)" fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="${FONT_SIZE}">` +
    `${name.svg}${state.svg}</g></svg>`
  );
};

/** Counts of live replicas belong to files that are on chain and paid for. */
const WITH_COUNT = new Set<FileStatus>(['STORED', 'AT_RISK', 'UNREACHABLE']);

/** A file's state and live replicas as a small picture. */
export const fileBadge = (status: FileStatus, live: number, liveOwners: number): string => {
  const word = text.file.status[status];
  return WITH_COUNT.has(status)
    ? draw(`${word} · ${words.live(live)}`, words.title(word, live, liveOwners), COLOURS[status])
    : draw(word, words.plain(word.toLowerCase()), COLOURS[status]);
};

/** A badge that says why there is none. */
export const plainBadge = (label: string): string => draw(label, words.plain(label), COLOURS.NONE);
