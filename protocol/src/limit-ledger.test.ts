import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LIMIT_CAUSES,
  limitParts,
  limitWith,
  type NetworkAtSweep,
  type OwnerAtSweep,
  type WorkloadMove,
} from './limit-ledger';
import { countedWorkload, type MemberAtSweep, memberMoves, membershipBetween } from './limit-ledger-members';
import { stakeLimit, totalStakeLimit } from './stake-limit';

const CRU = 10n ** 12n;
/** Issuances and stakes around those at which stage one ends, so that both stages and changes between them occur. */
const network = fc.record({
  others: fc.bigInt({ min: 0n, max: 40_000_000n * CRU }),
  issuance: fc.bigInt({ min: CRU, max: 30_000_000n * CRU }),
  totalStake: fc.bigInt({ min: 0n, max: 12_000_000n * CRU }),
});
const causes = LIMIT_CAUSES.filter(
  (cause) => !['CANDIDACY', 'NETWORK', 'STAKED', 'ISSUANCE', 'UNNAMED'].includes(cause),
) as WorkloadMove['cause'][];
const moves = fc.array(
  fc.record({
    cause: fc.constantFrom(...causes),
    bytes: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  }),
  { maxLength: 8 },
);

const exactLimit = ({ workload, network: n }: OwnerAtSweep): bigint =>
  stakeLimit(workload, n.totalWorkload, totalStakeLimit(n.issuance, n.totalStake));

const networkOf = (n: { others: bigint; issuance: bigint; totalStake: bigint }, own: bigint): NetworkAtSweep => ({
  totalWorkload: n.others + own,
  issuance: n.issuance,
  totalStake: n.totalStake,
});

/** Two sweeps of one owner whose rows are what the chain would have written. */
const twoSweeps = fc
  .record({ start: fc.bigInt({ min: 10n ** 19n, max: 2n * 10n ** 19n }), moves, from: network, to: network })
  .map(({ start, moves: all, from, to }) => {
    const end = all.reduce((own, { bytes }) => own + bytes, start);
    const before: OwnerAtSweep = { limit: null, workload: start, network: networkOf(from, start) };
    const after: OwnerAtSweep = { limit: null, workload: end, network: networkOf(to, end) };
    return {
      before: { ...before, limit: exactLimit(before) },
      after: { ...after, limit: exactLimit(after) },
      moves: all,
    };
  });

const total = (parts: readonly { amount: bigint }[]) => parts.reduce((all, { amount }) => all + amount, 0n);

describe('parts of a limit’s change', () => {
  it('sum up to it, in the fixed order, each cause once, without an unnamed one', () => {
    const stages = new Set<string>();
    fc.assert(
      fc.property(twoSweeps, ({ before, after, moves: all }) => {
        const parts = limitParts(before, after, all);
        expect(total(parts)).toBe(after.limit - before.limit);
        const order = parts.map(({ cause }) => LIMIT_CAUSES.indexOf(cause));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(parts.some(({ cause }) => cause === 'UNNAMED' || cause === 'CANDIDACY')).toBe(false);
        for (const part of parts) {
          expect(part.amount).not.toBe(0n);
          expect(part.moves).toEqual(all.filter(({ cause }) => cause === part.cause));
          stages.add(`${part.stageBefore}${part.stageAfter}`);
        }
      }),
      { numRuns: 500 },
    );
    // both stages and the ways between them must have been tried
    expect([...stages].sort()).toEqual(['ONEONE', 'ONETWO', 'TWOONE', 'TWOTWO']);
  });

  it('are the limits with and without the cause, everything earlier applied and nothing later', () => {
    fc.assert(
      fc.property(twoSweeps, ({ before, after, moves: all }) => {
        const parts = limitParts(before, after, all);
        let own = before.workload;
        let limit = before.limit;
        for (const cause of causes) {
          own += all.filter((move) => move.cause === cause).reduce((sum, { bytes }) => sum + bytes, 0n);
          const others = before.network.totalWorkload - before.workload;
          const next = exactLimit({
            limit: null,
            workload: own,
            network: { ...before.network, totalWorkload: others + own },
          });
          expect(parts.find((part) => part.cause === cause)?.amount ?? 0n).toBe(next - limit);
          limit = next;
        }
      }),
    );
  });

  it('are none where nothing happened', () => {
    fc.assert(
      fc.property(twoSweeps, ({ before }) => {
        expect(limitParts(before, before, [])).toEqual([]);
      }),
    );
  });

  it('tell a row that was missing or old as candidacy, and what no cause explains as unnamed', () => {
    fc.assert(
      fc.property(
        twoSweeps,
        fc.option(fc.bigInt({ min: 0n, max: CRU })),
        fc.bigInt({ min: 1n, max: 9n }),
        (s, old, x) => {
          const started = limitParts({ ...s.before, limit: old }, s.after, s.moves);
          expect(total(started)).toBe(s.after.limit - (old ?? 0n));
          expect(started.find(({ cause }) => cause === 'CANDIDACY')?.amount ?? 0n).toBe(s.before.limit - (old ?? 0n));
          const wrong = limitParts(s.before, { ...s.after, limit: s.after.limit + x }, s.moves);
          expect(wrong.at(-1)).toMatchObject({ cause: 'UNNAMED', amount: x });
        },
      ),
    );
  });

  it('agree with the limit of a workload that changes alone', () => {
    fc.assert(
      fc.property(twoSweeps, fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), ({ before }, bytes) => {
        const workload = before.workload + bytes;
        const moved = {
          ...before,
          workload,
          network: networkOf({ ...before.network, others: before.network.totalWorkload - before.workload }, workload),
        };
        const limit = limitWith(before, bytes);
        expect(limit).toBe(exactLimit(moved));
        expect(total(limitParts(before, { ...moved, limit }, [{ cause: 'SRD', bytes }]))).toBe(limit - before.limit);
      }),
    );
  });
});

const member = fc.record({
  account: fc.constant('m'),
  anchor: fc.constantFrom('0xaa', '0xaa', '0xaa', '0xbb'),
  status: fc.constantFrom('COUNTED' as const, 'PUNISHED' as const, 'NOT_VISITED' as const),
  freeBytes: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  spowerBytes: fc.bigInt({ min: 0n, max: 10n ** 15n }),
});
const silent: MemberAtSweep = { account: 'm', anchor: '0xaa', status: 'NO_REPORT', freeBytes: 0n, spowerBytes: 0n };
const seen = fc.oneof({ weight: 8, arbitrary: member }, fc.constant(silent), fc.constant(null));

describe('moves of a member', () => {
  it('sum up to the change of what it adds to its owner', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(seen, seen, fc.boolean(), (before, after, stayed) => {
        const versions = [{ from: 0, to: null, anchor: '0xaa', owner: stayed ? 'o' : 'p' }];
        const membership = before && after ? membershipBetween(versions, 'o', before, after) : 'SAME';
        const bytes = (after?.spowerBytes ?? 0n) - (before?.spowerBytes ?? 0n);
        const spower = bytes === 0n ? [] : [{ cause: 'FILES_IN' as const, bytes, account: 'm', anchor: '0xaa' }];
        const all = memberMoves(before, after, membership, spower);
        const change = (after ? countedWorkload(after) : 0n) - (before ? countedWorkload(before) : 0n);
        expect(all.reduce((sum, move) => sum + move.bytes, 0n)).toBe(change);
        for (const { cause } of all) met.add(cause);
        if (before?.status === 'COUNTED' && after?.status === 'PUNISHED' && membership === 'SAME')
          expect(all.every(({ cause }) => cause === 'PUNISHED')).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect([...met].sort()).toEqual(
      ['FILES_IN', 'JOINED', 'LEFT', 'NEW_ENCLAVE', 'PUNISHED', 'PUNISHMENT_OVER', 'SRD', 'SWEEP_CUT'].sort(),
    );
  });
});
