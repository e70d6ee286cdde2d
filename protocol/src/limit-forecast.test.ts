import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE } from './base/profile';
import { FORECAST_KINDS, type ForecastInput, type ForecastReplica, limitForecast } from './limit-forecast';
import { limitWith, type OwnerAtSweep } from './limit-ledger';
import { spower } from './spower';

const SPEC = 25;
const READY = 450;
const FROM = 3_000;
const { slotBlocks } = DEVNET_PROFILE;
const accounts = ['a', 'b', 'c'];

const replica = fc.record({
  account: fc.constantFrom(...accounts),
  fileId: fc.string(),
  sizeBytes: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  spowerBytes: fc.bigInt({ min: 1n, max: 10n ** 13n }),
  reportedReplicas: fc.nat({ max: 30 }),
  createdAt: fc.option(fc.integer({ min: FROM - 600, max: FROM })),
  expiredAt: fc.oneof(fc.constant(0), fc.integer({ min: FROM - 50, max: FROM + 900 })),
});

const input: fc.Arbitrary<ForecastInput> = fc
  .record({
    replicas: fc.array(replica, { maxLength: 12 }),
    free: fc.array(fc.bigInt({ min: 0n, max: 10n ** 13n }), { minLength: 3, maxLength: 3 }),
    punished: fc.array(fc.option(fc.integer({ min: FROM, max: FROM + 300 })), { minLength: 3, maxLength: 3 }),
    codes: fc.array(fc.option(fc.integer({ min: FROM, max: FROM + 1500 })), { minLength: 3, maxLength: 3 }),
    others: fc.bigInt({ min: 0n, max: 10n ** 20n }),
  })
  .map(({ replicas, free, punished, codes, others }) => {
    const members = accounts.map((account, i) => ({
      account,
      workloadBytes:
        (free[i] as bigint) +
        replicas
          .filter((each) => each.account === account)
          .reduce((sum, each) => sum + (each.createdAt === null ? each.spowerBytes : each.sizeBytes), 0n),
      punishedUntil: punished[i] ?? null,
      codeExpireBlock: codes[i] ?? null,
    }));
    const workload = members.reduce((sum, m) => sum + (m.punishedUntil === null ? m.workloadBytes : 0n), 0n);
    const network = { totalWorkload: workload + others, issuance: 10n ** 19n, totalStake: 10n ** 18n };
    const owner: OwnerAtSweep = { limit: null, workload, network };
    return { owner, members, replicas, from: FROM, until: FROM + 1_000, spec: SPEC, readyPeriodBlocks: READY };
  });

/** The workload that counts once everything due up to the end of the forecast has happened, counted anew. */
const workloadAtEnd = ({ members, replicas, until }: ForecastInput): bigint =>
  members.reduce((sum, { account, workloadBytes, punishedUntil, codeExpireBlock }) => {
    const codeSlot = codeExpireBlock === null ? null : Math.ceil(codeExpireBlock / slotBlocks) * slotBlocks;
    if (codeSlot !== null && codeSlot <= until) return sum;
    const back = punishedUntil === null ? null : punishedUntil - (punishedUntil % slotBlocks);
    if (back !== null && back > until) return sum;
    const own = replicas.filter((each) => each.account === account);
    return sum + own.reduce((left, each) => left + changeOf(each, until), workloadBytes);
  }, 0n);

const changeOf = (each: ForecastReplica, until: number): bigint => {
  const now = each.createdAt === null ? each.spowerBytes : each.sizeBytes;
  if (each.expiredAt > 0 && Math.max(FROM, each.expiredAt) <= until + slotBlocks - 1 - (until % slotBlocks))
    return -now;
  const ready = each.createdAt === null ? null : Math.max(FROM, each.createdAt + READY);
  if (ready === null || (each.expiredAt > 0 && (each.createdAt as number) + READY > each.expiredAt)) return 0n;
  return spower(each.sizeBytes, each.reportedReplicas, SPEC) - now;
};

describe('forecast of a stake limit', () => {
  it('ends at the limit of the workload that is left when all that is due has happened', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(input, (given) => {
        const steps = limitForecast(given, DEVNET_PROFILE);
        const bytes = steps.reduce((sum, step) => sum + step.bytes, 0n);
        expect(given.owner.workload + bytes).toBe(workloadAtEnd(given));
        const now = limitWith(given.owner, 0n);
        expect(now + steps.reduce((sum, { amount }) => sum + amount, 0n)).toBe(limitWith(given.owner, bytes));
        if (steps.length > 0) expect(steps.at(-1)?.limit).toBe(limitWith(given.owner, bytes));
        for (const { kind } of steps) met.add(kind);
      }),
      { numRuns: 400 },
    );
    expect([...met].sort()).toEqual([...FORECAST_KINDS].sort());
  });

  it('is in the order of slots, one step for each slot and kind, nothing before or after its time', () => {
    fc.assert(
      fc.property(input, (given) => {
        const steps = limitForecast(given, DEVNET_PROFILE);
        const places = steps.map(({ slot, kind }) => slot * 10 + FORECAST_KINDS.indexOf(kind));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        for (const { slot, accounts: named, count } of steps) {
          expect(slot % slotBlocks).toBe(0);
          expect(slot >= FROM - slotBlocks && slot <= given.until).toBe(true);
          expect(named.length > 0 && named.length <= count).toBe(true);
        }
      }),
    );
  });

  it('is empty where nothing is due', () => {
    fc.assert(
      fc.property(input, (given) => {
        const calm = given.members.map((m) => ({ ...m, punishedUntil: null, codeExpireBlock: null }));
        expect(limitForecast({ ...given, members: calm, replicas: [] }, DEVNET_PROFILE)).toEqual([]);
      }),
    );
  });
});
