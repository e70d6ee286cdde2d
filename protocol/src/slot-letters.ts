/**
 * What one machine did in one report slot, as one letter (crust-protocol §4.6). A row of letters is how grids travel and
 * are counted; a small letter says that the machine's work counted nothing when the slot was judged, because its
 * punishment deadline lay beyond the slot.
 */
export const SLOT_STATUSES = [
  'REPORTED',
  'LATE',
  'DUPLICATE',
  'REJECTED',
  'MISSED',
  'EXEMPT',
  'OPEN',
  'ABSENT',
] as const;
export type SlotStatus = (typeof SLOT_STATUSES)[number];

/**
 * The letter of each status. LATE: a report that came at an unusual time; DUPLICATE: one that was sent again; OPEN: not yet
 * judged, and nothing was heard; ABSENT: no member then, or one that had never reported.
 */
export const SLOT_LETTERS: Readonly<Record<SlotStatus, string>> = {
  REPORTED: 'R',
  LATE: 'L',
  DUPLICATE: 'D',
  REJECTED: 'X',
  MISSED: 'M',
  EXEMPT: 'E',
  OPEN: 'O',
  ABSENT: '-',
};

const STATUS_OF = new Map(SLOT_STATUSES.map((status) => [SLOT_LETTERS[status], status]));

/** What the index knows of one machine in one slot. */
export interface SlotFacts {
  /** a report of this slot was accepted */
  reported: boolean;
  /** it came at an unusual time */
  late: boolean;
  /** a report came to nothing since the slot was reported already */
  repeated: boolean;
  /** a report was refused */
  rejected: boolean;
  /** how the sweep judged the slot; null: not yet */
  judged: 'REPORTED' | 'MISSED' | 'EXEMPT' | null;
}

/**
 * The status that explains a slot best. An accepted report outranks everything, and what was unusual about it is named;
 * of a slot without one, a refused report tells why it was missed; what was judged comes before what is open.
 */
export const slotStatus = ({ reported, late, repeated, rejected, judged }: SlotFacts): SlotStatus => {
  if (reported && late) return 'LATE';
  if (repeated) return 'DUPLICATE';
  if (reported || judged === 'REPORTED') return 'REPORTED';
  if (judged === 'EXEMPT') return 'EXEMPT';
  if (rejected) return 'REJECTED';
  return judged === 'MISSED' ? 'MISSED' : 'OPEN';
};

export const slotLetter = (status: SlotStatus, punished: boolean): string =>
  punished ? SLOT_LETTERS[status].toLowerCase() : SLOT_LETTERS[status];

/** Reads a letter back. Throws for one outside the alphabet. */
export const readSlotLetter = (letter: string): { status: SlotStatus; punished: boolean } => {
  const status = STATUS_OF.get(letter.toUpperCase());
  if (status === undefined) throw new Error(`no slot status has the letter ${JSON.stringify(letter)}`);
  return { status, punished: letter !== letter.toUpperCase() };
};
