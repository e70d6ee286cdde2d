import { SLOT_LETTERS, SLOT_STATUSES, type SlotStatus } from '@moho/protocol';
import { builder } from '../builder';

/** The alphabet of grids, as the schema documents it. */

const MEANING: Readonly<Record<SlotStatus, string>> = {
  REPORTED: 'a report of the slot was accepted',
  LATE: 'accepted, but later than any enclave waits',
  DUPLICATE: 'accepted, and sent again: the second call changed nothing',
  REJECTED: 'only refused reports: the slot was missed, or will be when nothing else comes',
  MISSED: 'no report came',
  EXEMPT: 'a new anchor did not have to report yet',
  OPEN: 'not judged yet, and no report came so far',
  ABSENT: 'no machine of this owner then, or one that had never reported',
};

const described = Object.fromEntries(
  SLOT_STATUSES.map((status) => [status, { description: `"${SLOT_LETTERS[status]}": ${MEANING[status]}` }]),
) as Record<SlotStatus, { description: string }>;

export const SlotStatusEnum = builder.enumType('SlotStatus', {
  description:
    'What one machine did in one slot; in rows of a grid it is the letter named here. A small letter: the machine was punished, so that its work counted nothing in that slot.',
  values: described,
});

export const slotLetters = SLOT_STATUSES.map((status) => ({
  status,
  letter: SLOT_LETTERS[status],
  meaning: MEANING[status],
}));

export const SlotLetterRef = builder.objectRef<(typeof slotLetters)[number]>('SlotLetter').implement({
  fields: (t) => ({
    letter: t.exposeString('letter'),
    status: t.expose('status', { type: SlotStatusEnum }),
    meaning: t.exposeString('meaning'),
  }),
});
