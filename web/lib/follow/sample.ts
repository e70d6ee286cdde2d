import fc from 'fast-check';
import { text } from '../../messages';
import type { FollowClock, FollowedEvent, FollowedExpiry } from './query';

/** What the API may answer, for tests: ordinary, hostile and broken text wherever text can stand. */

export const clock: FollowClock = {
  indexedHeight: 5_000_000,
  genesisHash: '0x8b404e7ed8789d813982b9cb4c8b664c05b3fbf433309f603af014ec9ce56a8c',
  profile: { fileDurationBlocks: 2_592_000, blockTimeMs: 6000 },
  specs: [{ time: '2021-07-14T00:00:00.000Z' }],
};

const hostile = fc.oneof(
  // well-formed: broken text cannot come out of the database
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    ']]><x/>',
    '"/><svg onload=alert(1)>',
    '&amp;&lt;',
    'a\r\nEND:VEVENT\r\nBEGIN:VALARM',
    'BEGIN:VCALENDAR',
    ';,\\n',
    '\u202egnp',
  ),
);
const cid = fc.oneof(fc.constant('QmNYvbhnqfTeeUiygqVr51V6AAWytUtMtwohx2UR3oQfSu'), hostile);
const block = fc.integer({ min: 1, max: 2_147_000_000 });
const big = fc.bigInt({ min: 0n, max: 2n ** 127n }).map(String);
const time = fc.date({ min: new Date('2021-07-14'), max: new Date('2040-01-01'), noInvalidDate: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const kinds = Object.keys(text.file.events.kinds) as FollowedEvent['kind'][];

export const events: fc.Arbitrary<FollowedEvent[]> = fc.uniqueArray(
  fc.record({
    id: fc.tuple(block, fc.nat(500)).map(([b, n]) => `${b}-${n}`),
    kind: fc.constantFrom(...kinds),
    fileId: cid,
    block,
    extrinsicIndex: maybe(fc.nat(100)),
    time: time.map((date) => date.toISOString()),
    account: maybe(hostile),
    owner: maybe(hostile),
    amount: maybe(big),
    value: maybe(big),
  }) as fc.Arbitrary<FollowedEvent>,
  { maxLength: 8, selector: ({ id }) => id },
);

export const expiries: fc.Arbitrary<FollowedExpiry[]> = fc.uniqueArray(
  fc.record({
    cid,
    status: fc.constantFrom('STORED', 'EXPIRED', 'WAITING', 'CLOSED'),
    expiresAtTime: maybe(time.map((date) => date.toISOString())),
    state: maybe(
      fc.record({
        expiredAt: fc.oneof(fc.constant(0), block, fc.integer({ min: 4_900_000, max: 5_300_000 })),
        sizeBytes: big,
        sinceBlock: block,
        endedAtBlock: maybe(block),
      }),
    ),
  }) as fc.Arbitrary<FollowedExpiry>,
  { maxLength: 6, selector: (file) => file.cid },
);
