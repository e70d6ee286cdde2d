import { readSlotLetter, type SlotStatus } from '@moho/protocol/slot-letters';

/** The sign of each state: a shape that can be told apart without colour, in a square of 16 by 16. */
export interface Mark {
  tone: 'good' | 'warn' | 'bad' | 'wait' | 'quiet';
  /** filled area */
  fill?: string;
  /** drawn as a line */
  line?: string;
  /** a line in the colour of the sheet, over the filled area */
  cut?: string;
}

const SQUARE = 'M0 0H16V16H0Z';

const MARKS: Readonly<Record<SlotStatus, Mark>> = {
  REPORTED: { tone: 'good', fill: SQUARE },
  LATE: { tone: 'good', fill: 'M0 7H16V16H0ZM5 0H11V4H5Z' },
  DUPLICATE: { tone: 'good', fill: 'M0 0H6.5V16H0ZM9.5 0H16V16H9.5Z' },
  REJECTED: { tone: 'bad', fill: 'M8 0L16 16H0Z' },
  MISSED: { tone: 'bad', fill: SQUARE, cut: 'M4 4L12 12M12 4L4 12' },
  EXEMPT: { tone: 'wait', line: 'M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z' },
  OPEN: { tone: 'quiet', fill: 'M6 6H10V10H6Z' },
  ABSENT: { tone: 'quiet', line: 'M6 8H10' },
};

/** A report that came while its machine was punished: there, but it counts nothing. */
const HOLLOW: Mark = { tone: 'warn', line: 'M1 1H15V15H1ZM1 8L8 1M1 15L15 1M8 15L15 8' };

/** Missed or refused while punished looks as without: it cannot count less. */
export const markOf = (letter: string): Mark => {
  const { status, punished } = readSlotLetter(letter);
  return punished && MARKS[status].tone === 'good' ? HOLLOW : MARKS[status];
};

/** States of the legend, by a letter of each. */
export const LEGEND = ['R', 'L', 'D', 'r', 'M', 'X', 'E', 'O', '-'] as const;
