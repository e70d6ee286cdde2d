import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { expiryCalendar } from './calendar';
import { clock, expiries } from './sample';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
process.stdout.write(`calendars are made with seed ${seed}\n`);

const origin = 'https://moho.example';
const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const HOUR_S = 3600;

describe('a calendar of expiries', () => {
  it('is read by a real parser: one all-day event per file with a paid time, with three reminders', () => {
    fc.assert(
      fc.property(expiries, (files) => {
        const { body } = expiryCalendar(files, origin, clock, 'Files');
        const dated = files.filter(({ state, expiresAtTime }) => state && state.expiredAt > 0 && expiresAtTime);
        const found = read(body);
        expect(found).toHaveLength(dated.length);
        for (const [i, component] of found.entries()) {
          const event = new ICAL.Event(component);
          const day = dated[i]?.expiresAtTime?.slice(0, 10);
          expect(event.startDate.isDate).toBe(true);
          expect(event.startDate.toString()).toBe(day);
          expect(event.sequence).toBe(dated[i]?.state?.sinceBlock);
          const triggers = component
            .getAllSubcomponents('valarm')
            .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds());
          expect(triggers).toEqual([14, 7, 1].map((days) => -days * 24 * HOUR_S));
          expect(component.getAllSubcomponents().every(({ name }) => name === 'valarm')).toBe(true);
        }
        expect(new Set(found.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(found.length);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('keeps the name of an event when the time is extended, and is the same text whenever asked for', () => {
    const file = (expiredAt: number, expiresAtTime: string, sinceBlock: number) => ({
      cid: 'Qm1',
      status: 'STORED' as const,
      expiresAtTime,
      state: { expiredAt, sizeBytes: '1', sinceBlock, endedAtBlock: null },
    });
    const before = expiryCalendar([file(6_000_000, '2027-03-01T05:00:00.000Z', 10)], origin, clock, 'x');
    const after = expiryCalendar([file(7_000_000, '2027-05-01T05:00:00.000Z', 20)], origin, clock, 'x');
    const [one] = read(before.body);
    const [two] = read(after.body);
    // lines of at most 75 bytes, ended as the format wants
    for (const line of before.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(one?.getFirstPropertyValue('uid')).toBe(two?.getFirstPropertyValue('uid'));
    expect(Number(two?.getFirstPropertyValue('sequence'))).toBeGreaterThan(
      Number(one?.getFirstPropertyValue('sequence')),
    );
    expect(expiryCalendar([file(6_000_000, '2027-03-01T05:00:00.000Z', 10)], origin, clock, 'x')).toEqual(before);
  });

  it('is an empty calendar while nothing is paid for', () => {
    expect(read(expiryCalendar([], origin, clock, 'none').body)).toEqual([]);
  });
});
