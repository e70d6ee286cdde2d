import { createEvents, type DateArray, type EventAttributes } from 'ics';
import { text } from '../../messages';
import { formatInteger, shorten } from '../format/quantity';
import { route } from '../route';
import type { Document } from './answer';
import type { FollowClock, FollowedExpiry } from './query';

const words = text.follow.calendar;
const REMINDER_DAYS = [14, 7, 1];
const MAX_AGE_S = 600;
const DAY_MS = 86_400_000;

const dateOf = (time: Date): DateArray => [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS;

const alarm = (file: string, days: number): NonNullable<EventAttributes['alarms']>[number] => ({
  action: 'display',
  description: words.alarm(file, days),
  // in hours: the library writes whole days as "P14DT", which no calendar has to understand
  trigger: { hours: 24 * days, before: true },
});

/** The end of a file's paid time as an all-day event: one per file, moved when the time is extended. */
const expiryEvent = (file: FollowedExpiry, origin: string, clock: FollowClock): EventAttributes | null => {
  const { cid, state, expiresAtTime } = file;
  if (state === null || state.expiredAt === 0 || expiresAtTime === null) return null;
  const end = new Date(expiresAtTime);
  // the library folds lines by letters, the format counts bytes
  const shortName = shorten(cid, 10, 6).replace('…', '...');
  const { hostname } = new URL(origin);
  const event = {
    uid: `${cid}.${(clock.genesisHash ?? '').slice(2, 10)}.expiry@${hostname}`,
    title: words.title(shortName),
    description: `${words.text(cid, formatInteger(state.expiredAt))} ${origin}${route.file(cid)}`,
    url: `${origin}${route.file(cid)}`,
    start: dateOf(end),
    end: dateOf(new Date(end.getTime() + DAY_MS)),
    busyStatus: 'FREE' as const,
    transp: 'TRANSPARENT' as const,
    status: 'CONFIRMED' as const,
    alarms: REMINDER_DAYS.map((days) => alarm(shortName, days)),
    // grows whenever the chain wrote another end, so that calendars take the newer one
    sequence: state.sinceBlock,
    // DTSTAMP is about the day the paid time began; the library's own, the moment of asking, would differ in every answer
    timestamp: dayOf(end.getTime() - clock.profile.fileDurationBlocks * clock.profile.blockTimeMs),
  };
  return event;
};

/** The ends of paid times as a calendar. Without any it is an empty one, which a subscription keeps asking for. */
export const expiryCalendar = (
  files: readonly FollowedExpiry[],
  origin: string,
  clock: FollowClock,
  name: string,
): Document => {
  const events = files.map((file) => expiryEvent(file, origin, clock)).filter((event) => event !== null);
  const { value, error } = createEvents(events, { productId: 'moho/crust', calName: name, method: 'PUBLISH' });
  if (value === null || error) throw error ?? new Error('the calendar could not be written');
  return {
    body: value,
    type: 'text/calendar; charset=utf-8',
    modified: null,
    maxAge: MAX_AGE_S,
    headers: { 'content-disposition': 'inline; filename="crust-expiry.ics"' },
  };
};
