import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORFEITED, type LifeEvent, livesOf } from './file-lives';

const MONEY = ['ORDERED', 'EXTENDED', 'RENEWED', 'PREPAID', 'OWNER_PAID', 'LIQUIDATED', FORFEITED] as const;
const amount = fc.bigInt({ min: 0n, max: 10n ** 18n });
/** one life as the chain lives it: an order, anything in between, perhaps an end, and what still follows it in its block */
const life = fc.record({
  gap: fc.nat({ max: 50 }),
  paid: amount,
  between: fc.array(fc.tuple(fc.constantFrom(...MONEY.slice(1), 'REPLICA_ADDED', 'SETTLED'), amount), {
    maxLength: 12,
  }),
  end: fc.constantFrom('CLOSED' as const, 'ILLEGAL' as const),
  after: fc.array(fc.tuple(fc.constantFrom('OWNER_PAID', FORFEITED, 'REPLICA_REMOVED'), amount), { maxLength: 3 }),
});
const history = fc.array(life, { minLength: 1, maxLength: 6 }).map((lives) => {
  const events: LifeEvent[] = [];
  let block = 1;
  for (const { gap, paid, between, end, after } of lives) {
    block += gap;
    events.push({ kind: 'ORDERED', block, amount: paid });
    for (const [kind, value] of between) events.push({ kind, block: ++block, amount: value });
    events.push({ kind: end, block: ++block, amount: null });
    for (const [kind, value] of after) events.push({ kind, block, amount: value });
  }
  return { lives, events };
});

const total = (all: readonly { money: object }[]) =>
  all.flatMap(({ money }) => Object.values(money) as bigint[]).reduce((sum, one) => sum + one, 0n);

describe('lives of a CID', () => {
  it('are as many as its new orders, one after the other, each with its own end', () => {
    fc.assert(
      fc.property(history, ({ lives, events }) => {
        const found = livesOf(events);
        expect(found.map(({ number, end }) => [number, end])).toEqual(lives.map(({ end }, i) => [i + 1, end]));
        for (const [i, { from, to }] of found.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0);
        }
      }),
    );
  });
  it('hold every amount once', () => {
    fc.assert(
      fc.property(history, ({ events }) => {
        const moved = events.filter(({ kind }) => (MONEY as readonly string[]).includes(kind));
        expect(total(livesOf(events))).toBe(moved.reduce((sum, one) => sum + (one.amount ?? 0n), 0n));
      }),
    );
  });
  it('end in the file that stands now when the last end is left out', () => {
    fc.assert(
      fc.property(history, ({ events }) => {
        const last = events.findLastIndex(({ kind }) => kind === 'CLOSED' || kind === 'ILLEGAL');
        const found = livesOf(events.slice(0, last));
        expect(found.at(-1)).toMatchObject({ to: null, end: null });
        expect(found.slice(0, -1).every(({ to }) => to !== null)).toBe(true);
      }),
    );
  });
  it('begin with the first thing known when the order lies before the index', () => {
    expect(livesOf([{ kind: 'PREPAID', block: 7, amount: 3n }])).toMatchObject([{ number: 1, from: 7, to: null }]);
    expect(livesOf([])).toEqual([]);
  });
});
