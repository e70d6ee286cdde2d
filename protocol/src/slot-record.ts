import { readSlotLetter, SLOT_LETTERS, type SlotStatus } from './slot-letters';

/** What a row of judged slots says of a machine: how often it reported, and for how long without a break. */

/** Slots in which a machine had to report, and in how many of them it did. */
export interface SuccessRate {
  reported: number;
  due: number;
}

const REPORTED: ReadonlySet<SlotStatus> = new Set(['REPORTED', 'LATE', 'DUPLICATE']);
const FAILED: ReadonlySet<SlotStatus> = new Set(['MISSED', 'REJECTED']);

/** Whether the machine reported in a judged slot; null where it did not have to: exempt, no member, not yet judged. */
export const didReport = (letter: string): boolean | null => {
  const { status } = readSlotLetter(letter);
  if (REPORTED.has(status)) return true;
  return FAILED.has(status) ? false : null;
};

/** Success over the newest `slots` letters of a row of judged slots, oldest first. */
export const successRate = (judged: string, slots: number = judged.length): SuccessRate => {
  const rate = { reported: 0, due: 0 };
  for (let i = Math.max(0, judged.length - slots); i < judged.length; i++) {
    const reported = didReport(judged[i] as string);
    if (reported === null) continue;
    rate.due++;
    if (reported) rate.reported++;
  }
  return rate;
};

/** The rates of several machines together. */
export const sumRates = (rates: readonly SuccessRate[]): SuccessRate =>
  rates.reduce((sum, { reported, due }) => ({ reported: sum.reported + reported, due: sum.due + due }), {
    reported: 0,
    due: 0,
  });

/** A rate in parts per billion, rounded down, so that one miss among many never shows as none; null when nothing was due. */
export const ratePerbill = ({ reported, due }: SuccessRate): number | null =>
  due === 0 ? null : Math.floor((reported * 1_000_000_000) / due);

export interface Streak {
  /** all of them reported, or all of them missed */
  reported: boolean;
  /** slots in which it had to report */
  slots: number;
  /** it may have begun before the first slot given */
  open: boolean;
}

/** The newest slots in a row with one outcome; those in which nothing was due neither count nor end it. Null without any. */
export const currentStreak = (judged: string): Streak | null => {
  let streak: Streak | null = null;
  for (let i = judged.length - 1; i >= 0; i--) {
    const reported = didReport(judged[i] as string);
    if (reported === null) continue;
    if (streak === null) streak = { reported, slots: 1, open: true };
    else if (streak.reported === reported) streak.slots++;
    else return { ...streak, open: false };
  }
  // a row that begins before the machine did has seen the streak begin
  return streak === null ? null : { ...streak, open: didReport(judged[0] as string) !== null };
};

/**
 * Several machines as one: a slot is missed when any of them missed it, and reported when all that had to report did. The
 * rows are of the same slots.
 */
export const togetherRow = (rows: readonly string[]): string => {
  const length = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const outcomes = new Map(
    Object.values(SLOT_LETTERS).flatMap((letter) => [
      [letter, didReport(letter)],
      [letter.toLowerCase(), didReport(letter)],
    ]),
  );
  let together = '';
  for (let i = 0; i < length; i++) {
    let one: boolean | null = null;
    for (const row of rows) {
      const reported = outcomes.get(row[i] ?? SLOT_LETTERS.ABSENT) ?? null;
      if (reported === false) {
        one = false;
        break;
      }
      one = reported ?? one;
    }
    if (one === null) together += SLOT_LETTERS.ABSENT;
    else together += one ? SLOT_LETTERS.REPORTED : SLOT_LETTERS.MISSED;
  }
  return together;
};
