import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { atomFeed } from './atom';
import { newestFirst } from './entries';
import { type FollowedReport, reportEntry } from './group-reports';
import { clock } from './sample';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
process.stdout.write(`feeds of groups are made with seed ${seed}\n`);

const SLOT_BLOCKS = 600;
const time = fc.date({ min: new Date('2021-07-14'), max: new Date('2040-01-01'), noInvalidDate: true });
const block = fc.integer({ min: 1, max: 2_000_000_000 });
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('<b>', ']]>', '&amp;', '"', '\u0000x'));

const reports: fc.Arbitrary<FollowedReport[]> = fc.uniqueArray(
  fc
    .record({
      isMissed: fc.boolean(),
      n: fc.nat(),
      slot: fc.nat(3_000_000),
      block,
      time,
      account: text,
      error: text,
      told: fc.boolean(),
    })
    .map(({ isMissed, n, slot, block: at, time: when, account, error, told }) => ({
      name: `${isMissed ? 'anchor' : at}-${n}`,
      status: isMissed ? ('MISSED' as const) : ('REJECTED' as const),
      slot: slot * SLOT_BLOCKS,
      account,
      error: isMissed ? null : error,
      errorText: isMissed || !told ? null : error,
      block: isMissed ? null : at,
      time: isMissed ? null : when.toISOString(),
      punished: isMissed ? told : null,
      judgedAtBlock: isMissed ? at : null,
      judgedTime: isMissed ? when.toISOString() : null,
    })),
  { selector: ({ name }) => name, maxLength: 30 },
);

describe('a feed of missed and refused reports', () => {
  it('is read by a real parser: one entry for each, dated by its judgement or its block, newest first', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const entries = newestFirst(list.map((report) => reportEntry(report, SLOT_BLOCKS)));
        const { body } = atomFeed({
          origin: 'https://moho.example',
          clock,
          name: 'group/cT1',
          title: 'Group',
          about: 'Reports',
          path: '/group/cT1',
          feedPath: '/group/cT1/feed.atom',
          entries,
        });
        const feed = parseAtomFeed(body);
        expect(feed.entries ?? []).toHaveLength(list.length);
        const times = (feed.entries ?? []).map(({ updated }) => Date.parse(updated ?? ''));
        expect(times).toEqual([...times].sort((a, b) => b - a));
        expect(times.toSorted()).toEqual(list.map((r) => Date.parse(r.time ?? r.judgedTime ?? '')).sort());
        expect(new Set((feed.entries ?? []).map(({ id }) => id)).size).toBe(list.length);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('says when a punished machine counts again', () => {
    const report = fc
      .sample(reports, { numRuns: 200, seed })
      .flat()
      .find((one) => one.punished === true);
    if (report === undefined) throw new Error('no punished machine was made');
    const entry = reportEntry(report, SLOT_BLOCKS);
    const until = (report.slot + 8 * SLOT_BLOCKS).toLocaleString('en-US');
    expect(entry?.sentences.join(' ')).toContain(`before ${until}.`);
  });

  it('leaves out what nothing dates yet', () => {
    const [report] = fc.sample(
      reports.filter((list) => list.length > 0),
      { numRuns: 1, seed },
    )[0] as FollowedReport[];
    expect(reportEntry({ ...(report as FollowedReport), time: null, judgedTime: null }, SLOT_BLOCKS)).toBeNull();
  });
});
