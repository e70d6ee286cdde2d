import { text } from '../../messages';
import { displayCru } from '../format/amount';
import { displayBytes, formatInteger, shorten } from '../format/quantity';
import { formatDay } from '../format/time';
import { route } from '../route';
import type { FollowClock, FollowedEvent, FollowedExpiry, FollowedStatus } from './query';

/** One line of a feed, before it is written down. */
export interface Entry {
  /** what it is about, the same for ever: no other entry of the chain has this name */
  name: string;
  title: string;
  /** plain sentences */
  sentences: string[];
  path: string;
  time: Date;
}

const words = text.follow.feed;
const { kinds } = text.file.events;

const cru = (pico: string): string => {
  const { exact } = displayCru(pico);
  return exact.replace(/\.?0+$/, '');
};

/** The value of an event in its unit: sizes and spower are bytes, those of the paid time a block. */
const valueSentence = ({ kind, value }: FollowedEvent): string | null => {
  if (value === null) return null;
  switch (kind) {
    case 'ORDERED':
    case 'SIZE_LOWERED':
      return words.size(displayBytes(value));
    case 'SPOWER_CHANGED':
      return words.spower(displayBytes(value));
    case 'FIRST_REPLICA':
    case 'EXTENDED':
    case 'RENEWED':
      return words.paidUntil(formatInteger(value));
    case 'OWNER_PAID':
      return words.placesLeft(formatInteger(value));
    default:
      return null;
  }
};

export const eventEntry = (event: FollowedEvent): Entry => ({
  name: `file/${encodeURIComponent(event.fileId)}/event/${event.id}`,
  title: words.of(kinds[event.kind], shorten(event.fileId, 10, 6)),
  sentences: [
    words.inBlock(formatInteger(event.block)),
    event.amount === null ? null : words.amount(cru(event.amount)),
    valueSentence(event),
    event.account === null ? null : words.by(event.account),
    event.owner === null || event.owner === event.account ? null : words.owner(event.owner),
    words.file(event.fileId),
  ].filter((sentence) => sentence !== null),
  path: route.file(event.fileId),
  time: new Date(event.time),
});

/** Warned is in the last twelfth of the paid time: the last 15 days of mainnet's 180. */
export const warningBlocks = (clock: FollowClock): number => Math.floor(clock.profile.fileDurationBlocks / 12);

/** The estimate of the end moves by seconds with every late block; a warning's date moves only with a fifteenth of its time. */
const warnedAt = (end: Date, clock: FollowClock): Date => {
  const windowMs = warningBlocks(clock) * clock.profile.blockTimeMs;
  const step = Math.max(1, Math.floor(windowMs / 15));
  return new Date(Math.floor((end.getTime() - windowMs) / step) * step);
};

/** The warning that a file's paid time ends, or that it has ended; null while that is far, or when there is no such time. */
export const expiryEntry = (file: FollowedExpiry, clock: FollowClock): Entry | null => {
  const { state, expiresAtTime, cid } = file;
  const head = clock.indexedHeight ?? 0;
  if (state === null || expiresAtTime === null || state.expiredAt === 0) return null;
  const about = { path: route.file(cid), name: `file/${encodeURIComponent(cid)}/expiry/${state.expiredAt}` };
  const end = new Date(expiresAtTime);
  const block = formatInteger(state.expiredAt);
  const title = (what: string) => words.of(what, shorten(cid, 10, 6));
  const gone = state.endedAtBlock !== null;
  if (state.expiredAt <= head) {
    // a file that was closed has its own entry for that; it says why
    const told = gone ? text.follow.expiry.overGone(block) : text.follow.expiry.overText(block);
    return {
      ...about,
      name: `${about.name}/over`,
      title: title(text.follow.expiry.over),
      sentences: [told, words.file(cid)],
      time: end,
    };
  }
  if (gone || state.expiredAt > head + warningBlocks(clock)) return null;
  return {
    ...about,
    title: title(text.follow.expiry.soon),
    sentences: [text.follow.expiry.soonText(block, formatDay(end)), words.file(cid)],
    time: warnedAt(end, clock),
  };
};

/** How well a paid file is kept. The chain has no event for it: owners fall silent and report again. */
const CARE = ['STORED', 'AT_RISK', 'UNREACHABLE'] as const;
type Care = (typeof CARE)[number];
const MOST_STATUS_ENTRIES = 50;

/** An entry for each block in which a file became safely stored, at risk or unreachable; the newest of them. */
export const statusEntries = (cid: string, steps: readonly FollowedStatus[]): Entry[] =>
  steps
    .flatMap(({ block, time, status, liveOwners }, i): Entry[] => {
      const care = CARE.find((one): one is Care => one === status);
      if (care === undefined || time === null || steps[i - 1]?.status === care) return [];
      return [
        {
          name: `file/${encodeURIComponent(cid)}/status/${block}`,
          title: words.of(text.follow.care[care], shorten(cid, 10, 6)),
          sentences: [text.follow.care.since(formatInteger(block), liveOwners), words.file(cid)],
          path: route.file(cid),
          time: new Date(time),
        },
      ];
    })
    .slice(-MOST_STATUS_ENTRIES);

/** Newest first; entries of one moment in the order given. */
export const newestFirst = (entries: readonly (Entry | null)[]): Entry[] =>
  entries.filter((entry) => entry !== null).sort((a, b) => b.time.getTime() - a.time.getTime());
