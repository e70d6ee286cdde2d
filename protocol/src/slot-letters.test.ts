import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSlotLetter, SLOT_LETTERS, SLOT_STATUSES, type SlotFacts, slotLetter, slotStatus } from './slot-letters';

const facts: fc.Arbitrary<SlotFacts> = fc.record({
  reported: fc.boolean(),
  late: fc.boolean(),
  repeated: fc.boolean(),
  rejected: fc.boolean(),
  judged: fc.constantFrom('REPORTED', 'MISSED', 'EXEMPT', null),
});

describe('slot letters', () => {
  it('are read back as what was written, punished or not', () => {
    expect(new Set(Object.values(SLOT_LETTERS)).size).toBe(SLOT_STATUSES.length);
    for (const status of SLOT_STATUSES) {
      expect(readSlotLetter(slotLetter(status, false))).toEqual({ status, punished: false });
      // who is no member is not judged, so nothing is punished there
      if (status !== 'ABSENT') expect(readSlotLetter(slotLetter(status, true))).toEqual({ status, punished: true });
    }
    expect(() => readSlotLetter('?')).toThrow('no slot status');
  });

  it('call a slot reported exactly when a report came, a repeat of one did, or the chain says so', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const status = slotStatus(one);
        const reported = one.reported || one.repeated || one.judged === 'REPORTED';
        expect(['REPORTED', 'LATE', 'DUPLICATE'].includes(status)).toBe(reported);
        expect(status === 'LATE').toBe(one.reported && one.late);
        expect(status).not.toBe('ABSENT');
      }),
    );
  });

  it('name the reason of a miss, and leave open only what nobody judged', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const status = slotStatus({ ...one, reported: false, repeated: false });
        if (one.judged === 'MISSED') expect(status).toBe(one.rejected ? 'REJECTED' : 'MISSED');
        expect(status === 'OPEN').toBe(one.judged === null && !one.rejected);
      }),
    );
  });
});
