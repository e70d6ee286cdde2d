import { joinSchedule, PAID_REPLICAS } from '@moho/protocol/merchant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileMoney, type Ledgers, type OwnerMoney, replay, type Step } from './replay';

const BLOCK = 100;
const RICH = 10n ** 20n;

const file = (amount: bigint, more: Partial<FileMoney> = {}): FileMoney => ({
  amount,
  prepaid: 0n,
  sizeBytes: 10n,
  places: PAID_REPLICAS,
  expiredAt: 1000,
  holders: new Map(),
  ...more,
});
const ledgers = (files: Record<string, FileMoney>, owners: Record<string, OwnerMoney>, groups = {}): Ledgers => ({
  files: new Map(Object.entries(files)),
  owners: new Map(Object.entries(owners)),
  groups: new Map(Object.entries(groups)),
});
const owner = (active = RICH, reward = 0n): OwnerMoney => ({ active, reward });
const adds = (cidHex: string, sizeBytes: bigint, ...owners: string[]): Step => ({
  kind: 'replicas',
  cidHex,
  sizeBytes,
  added: owners.map((one) => ({ who: `member of ${one}`, owner: one })),
  deleted: [],
  extrinsicIndex: 2,
});
const paid = (credits: ReturnType<typeof replay>) =>
  credits.map(({ owner: to, amount, placesLeft }) => [to, amount, placesLeft]);

describe('payments at a join', () => {
  it('are the schedule of the pallet, to the first four owners, however many join in a block', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 60n }), fc.integer({ min: 0, max: 9 }), (amount, count) => {
        const names = Array.from({ length: count }, (_, i) => `owner ${i}`);
        const state = ledgers({ f: file(amount) }, Object.fromEntries(names.map((name) => [name, owner()])));
        const credits = replay(state, [adds('f', 10n, ...names)], BLOCK);
        const { payments } = joinSchedule(amount);
        expect(paid(credits)).toEqual(names.slice(0, 4).map((name, i) => [name, payments[i], 3 - i]));
        const total = credits.reduce((sum, credit) => sum + credit.amount, 0n);
        expect(state.files.get('f')?.amount).toBe(amount - total);
      }),
    );
  });

  it('leave the place open for the next when collateral is missing, also for what was credited before in the block', () => {
    const [first] = joinSchedule(1_000_000n).payments as [bigint];
    const state = ledgers({ f: file(1_000_000n), g: file(1_000_000n) }, { a: owner(first), b: owner() });
    const credits = replay(state, [adds('f', 10n, 'a', 'b'), adds('g', 10n, 'a', 'b')], BLOCK);
    expect(credits.map((credit) => [credit.cidHex, credit.owner, credit.placesLeft])).toEqual([
      ['f', 'a', 3],
      ['f', 'b', 2],
      ['g', 'b', 3],
    ]);
  });

  it('count again after the owner was paid out, or brought more collateral, in the same block', () => {
    const [first] = joinSchedule(1_000_000n).payments as [bigint];
    const before = () => ledgers({ f: file(1_000_000n) }, { a: owner(first, first) });
    expect(replay(before(), [adds('f', 10n, 'a')], BLOCK)).toEqual([]);
    const cashed: Step = { kind: 'cashed', account: 'a' };
    const funded: Step = { kind: 'funds', account: 'a', active: first * 2n };
    for (const step of [cashed, funded])
      expect(paid(replay(before(), [step, adds('f', 10n, 'a')], BLOCK))).toEqual([['a', first, 3]]);
    expect(replay(before(), [adds('f', 10n, 'a'), cashed], BLOCK)).toEqual([]);
  });

  it('are of what the file holds at that moment: an order before the join counts, one after it does not', () => {
    const order: Step = { kind: 'order', cidHex: 'f', storage: 1_000_000n, sizeBytes: 10n };
    const amounts = (steps: Step[]) =>
      replay(ledgers({ f: file(1_000_000n) }, { a: owner() }), steps, BLOCK)[0]?.amount;
    expect(amounts([order, adds('f', 10n, 'a')])).toBe(joinSchedule(2_000_000n).payments[0]);
    expect(amounts([adds('f', 10n, 'a'), order])).toBe(joinSchedule(1_000_000n).payments[0]);
  });

  it('go to nobody twice, nor beyond 200 replicas, nor for files nobody ordered', () => {
    const full = new Map(Array.from({ length: 200 }, (_, i) => [`holder ${i}`, 'who']));
    const state = ledgers({ f: file(1_000n), full: file(1_000n, { holders: full }) }, { a: owner() });
    const steps = [adds('f', 10n, 'a', 'a'), adds('full', 10n, 'a'), adds('unknown', 10n, 'a')];
    expect(replay(state, steps, BLOCK)).toHaveLength(1);
  });

  it('begin anew with a file that was closed and ordered again in one block', () => {
    const expired = file(0n, { expiredAt: 50, places: 0, holders: new Map([['a', 'member of a']]) });
    const steps: Step[] = [
      { kind: 'settled', cidHex: 'f' },
      { kind: 'order', cidHex: 'f', storage: 1_000_000n, sizeBytes: 10n },
      adds('f', 10n, 'a'),
    ];
    expect(paid(replay(ledgers({ f: expired }, { a: owner() }), steps, BLOCK))).toEqual([
      ['a', joinSchedule(1_000_000n).payments[0], 3],
    ]);
  });
});

describe('an illegal file', () => {
  const report = (who: string): Step => ({
    kind: 'replicas',
    cidHex: 'f',
    sizeBytes: 11n,
    added: [{ who, owner: null }],
    deleted: [],
    extrinsicIndex: 2,
  });
  const state = (active: bigint) => ledgers({ f: file(70n, { prepaid: 30n }) }, { a: owner(active) }, { m: 'a' });

  it("pays all its money to the owner of the reporter's group, if the collateral allows it", () => {
    expect(replay(state(100n), [report('m')], BLOCK)).toMatchObject([
      { owner: 'a', amount: 100n, isIllegal: true, placesLeft: null },
    ]);
    expect(replay(state(99n), [report('m')], BLOCK)).toEqual([]);
    expect(replay(state(100n), [report('isolated')], BLOCK)).toEqual([]);
  });

  it('follows the reporter through its groups within the block', () => {
    const left: Step = { kind: 'group', who: 'm', owner: null };
    const joined: Step = { kind: 'group', who: 'n', owner: 'a' };
    expect(replay(state(100n), [left, report('m')], BLOCK)).toEqual([]);
    expect(replay(state(100n), [joined, report('n')], BLOCK)).toHaveLength(1);
  });

  it('is only one that nobody holds at that moment', () => {
    const held = ledgers({ f: file(70n, { holders: new Map([['b', 'who']]) }) }, { a: owner() }, { m: 'a' });
    expect(replay(held, [report('m')], BLOCK)).toMatchObject([{ isIllegal: false, owner: 'a' }]);
  });
});
