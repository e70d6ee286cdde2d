import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { atomFeed } from './atom';
import { eventEntry, expiryEntry, newestFirst, statusEntries, warningBlocks } from './entries';
import { clock, events, expiries } from './sample';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
process.stdout.write(`feeds are made with seed ${seed}\n`);

const origin = 'https://moho.example';
const feedOf = (entries: ReturnType<typeof newestFirst>) =>
  atomFeed({
    origin,
    clock,
    name: 'file/Qm1',
    title: 'File Qm1',
    about: 'What happened',
    path: '/file/Qm1',
    feedPath: '/file/Qm1/feed.atom',
    entries,
  });

/** What a reader shows of a title or content given as HTML. */
const shown = (html: string): string =>
  html
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const htmlOf = (text: unknown): string =>
  typeof text === 'string' ? text : String((text as { value?: unknown } | undefined)?.value);

/** Parsers may trim and fold white space; characters XML cannot write have become the replacement character. */
const squeezed = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}\ufffd]+/gu, '');

describe('an Atom feed', () => {
  it('is read by a real parser as what went in, whatever people wrote', () => {
    fc.assert(
      fc.property(events, expiries, (happened, files) => {
        const entries = newestFirst([...files.map((file) => expiryEntry(file, clock)), ...happened.map(eventEntry)]);
        const document = feedOf(entries);
        const feed = parseAtomFeed(document.body);
        expect(feed.id).toBe('tag:moho.example,2026:crust/8b404e7e/file/Qm1');
        expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
          ['alternate', `${origin}/file/Qm1`],
          ['self', `${origin}/file/Qm1/feed.atom`],
        ]);
        expect(feed.entries ?? []).toHaveLength(entries.length);
        for (const [i, entry] of (feed.entries ?? []).entries()) {
          const { title, sentences, time, path } = entries[i] as (typeof entries)[number];
          expect(squeezed(shown(htmlOf(entry.title)))).toBe(squeezed(title));
          expect(squeezed(shown(htmlOf(entry.content)))).toBe(squeezed(sentences.join('')));
          expect(JSON.stringify(entry)).not.toMatch(/<script|<svg|<x\/>/);
          expect(new Date(entry.updated ?? '').getTime()).toBe(time.getTime());
          expect(entry.links?.[0]?.href).toBe(new URL(`${origin}${path}`).toString());
          expect(entry.id).toMatch(/^tag:moho\.example,2026:crust\/8b404e7e\//);
        }
        const newest = entries[0]?.time ?? null;
        expect(document.modified).toEqual(newest);
        expect(new Date(feed.updated ?? '')).toEqual(newest ?? new Date(clock.specs[0]?.time ?? 0));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('is the same text whenever it is asked for', () => {
    const entries = newestFirst(fc.sample(events, { numRuns: 1, seed }).flat().map(eventEntry));
    expect(feedOf(entries)).toEqual(feedOf(entries));
  });

  it('names its entries differently', () => {
    fc.assert(
      fc.property(events, expiries, (happened, files) => {
        const names = [...files.map((file) => expiryEntry(file, clock)), ...happened.map(eventEntry)].flatMap(
          (entry) => entry?.name ?? [],
        );
        expect(new Set(names).size).toBe(names.length);
      }),
      { seed },
    );
  });
});

describe('entries about how well a file is kept', () => {
  const statuses = fc.constantFrom('WAITING', 'STORED', 'AT_RISK', 'UNREACHABLE', 'EXPIRED', null);
  const steps = fc.array(fc.record({ status: statuses, liveOwners: fc.nat(9) }), { maxLength: 40 }).map((all) =>
    all.map((one, i) => ({
      ...one,
      block: 10 * i + 1,
      time: new Date(1_700_000_000_000 + 60_000 * i).toISOString(),
    })),
  );

  it('stand where the status became another, once each, and are told apart', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const entries = statusEntries('Qm1', given);
        const kept = ['STORED', 'AT_RISK', 'UNREACHABLE'];
        const expected = given.filter(
          ({ status }, i) => kept.includes(String(status)) && given[i - 1]?.status !== status,
        );
        expect(entries.map(({ time }) => time.toISOString())).toEqual(expected.map(({ time }) => time));
        expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
        expect(parseAtomFeed(feedOf(newestFirst(entries)).body).entries ?? []).toHaveLength(entries.length);
      }),
      { seed },
    );
  });
});

describe('the warning that a paid time ends', () => {
  const head = clock.indexedHeight ?? 0;
  const end = '2027-01-01T00:00:00.000Z';
  const file = (expiredAt: number, endedAtBlock: number | null = null) => ({
    cid: 'Qm1',
    status: 'STORED' as const,
    expiresAtTime: end,
    state: { expiredAt, sizeBytes: '1', sinceBlock: 1, endedAtBlock },
  });

  it('comes in the last fifteen days of mainnet’s 180, and not before', () => {
    expect(warningBlocks(clock)).toBe(216_000);
    expect(expiryEntry(file(head + 216_001), clock)).toBeNull();
    expect(expiryEntry(file(head + 216_000), clock)).toMatchObject({
      name: `file/Qm1/expiry/${head + 216_000}`,
      time: new Date('2026-12-17T00:00:00.000Z'),
    });
    expect(expiryEntry(file(0), clock)).toBeNull();
    expect(expiryEntry(file(head + 5, head - 5), clock)).toBeNull();
  });

  it('keeps its date while the estimate moves by the seconds of a late block', () => {
    const late = { ...file(head + 5), expiresAtTime: '2027-01-01T00:05:00.000Z' };
    expect(expiryEntry(late, clock)?.time).toEqual(expiryEntry(file(head + 5), clock)?.time);
  });

  it('becomes another entry once the time is over', () => {
    expect(expiryEntry(file(head), clock)).toMatchObject({ name: `file/Qm1/expiry/${head}/over`, time: new Date(end) });
  });
});
