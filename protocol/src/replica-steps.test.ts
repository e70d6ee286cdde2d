import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE } from './base/profile';
import { fileStatus, isReplicaLive } from './file-status';
import { type FileHistory, replicaSteps, type Span, statusChanges, statusSteps } from './replica-steps';

const LAST = 400;
const { slotBlocks } = DEVNET_PROFILE;

/** Versions of one row: spans that follow one another, with gaps, the last perhaps open. */
const versions = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<(Span & T)[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat({ max: LAST }), { maxLength: 8 }),
      fc.array(value, { minLength: 9, maxLength: 9 }),
      fc.boolean(),
      fc.nat({ max: 3 }),
    )
    .map(([cuts, values, open, skip]) => {
      const sorted = cuts.sort((a, b) => a - b);
      return sorted.flatMap((from, i) => {
        if (skip > 0 && i % 3 === skip - 1) return [];
        const to = sorted[i + 1] ?? (open ? null : LAST);
        return from === to ? [] : [{ from, to, ...(values[i] as T) }];
      });
    });

const reportSlot = fc.nat({ max: Math.floor(LAST / slotBlocks) }).map((n) => ({ reportSlot: n * slotBlocks }));
const history: fc.Arbitrary<FileHistory> = fc.record({
  rows: versions(fc.record({ reported: fc.nat({ max: 9 }), expiredAt: fc.nat({ max: LAST }) })),
  replicas: fc
    .array(
      fc.tuple(
        fc.record({ owner: fc.constantFrom('a', 'b', null), who: fc.constantFrom('x', 'y', 'a') }),
        versions(fc.constant({})),
        versions(fc.record({ owner: fc.constantFrom('a', 'c', null) })),
        versions(reportSlot),
        fc.array(versions(fc.record({ expireBlock: fc.nat({ max: LAST }) })), { maxLength: 2 }),
      ),
      { maxLength: 7 },
    )
    .map((all) =>
      all.flatMap(([named, own, identities, reports, codes]) =>
        own.map((span) => ({ ...span, ...named, identities, reports, codes: codes.flat() })),
      ),
    ),
});

const holds = (span: Span, block: number) => span.from <= block && (span.to === null || block < span.to);

/** The numbers at one block, counted from the rows that hold then. */
const counted = (given: FileHistory, block: number) => {
  const here = given.replicas.filter((replica) => holds(replica, block));
  const reported = given.rows.find((row) => holds(row, block))?.reported ?? 0;
  return { reported, entries: here.length, live: liveAt(given, block).length };
};

const liveAt = ({ replicas }: FileHistory, block: number) =>
  replicas
    .filter((replica) => holds(replica, block))
    .filter(({ identities, reports, codes }) =>
      isReplicaLive(
        {
          anchor: 'a',
          identityAnchor: identities.some((span) => holds(span, block)) ? 'a' : null,
          lastReportSlot: reports.find((span) => holds(span, block))?.reportSlot ?? null,
          codeExpireBlock: codes
            .filter((span) => holds(span, block))
            .reduce<number | null>((most, { expireBlock }) => Math.max(most ?? 0, expireBlock), null),
        },
        block,
        DEVNET_PROFILE,
      ),
    );

/** The status at one block, by the rule itself. */
const statusAt = (given: FileHistory, block: number) => {
  const owners = liveAt(given, block).map(
    ({ owner, who, identities }) => owner ?? identities.find((one) => holds(one, block))?.owner ?? who,
  );
  const row = given.rows.find((one) => holds(one, block)) ?? null;
  const liveOwners = new Set(owners).size;
  return { status: row && fileStatus({ block, row, lastMark: null, liveOwnerCount: liveOwners }), liveOwners };
};

describe('replica numbers over time', () => {
  it('are at every block what is counted from the rows of that block', () => {
    fc.assert(
      fc.property(history, (given) => {
        const steps = replicaSteps(given, LAST, DEVNET_PROFILE);
        for (let block = 0; block <= LAST; block++) {
          const at = steps.findLast((step) => step.block <= block);
          const { reported = 0, entries = 0, live = 0 } = at ?? {};
          expect({ block, reported, entries, live }).toEqual({ block, ...counted(given, block) });
        }
      }),
      { numRuns: 60 },
    );
  });
  it('change at every step, in order, and not beyond the height', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: LAST }), (given, height) => {
        const steps = replicaSteps(given, height, DEVNET_PROFILE);
        for (const [i, step] of steps.entries()) {
          const { block: _, ...numbers } = step;
          const { block: before = -1, ...earlier } = steps[i - 1] ?? {};
          expect(numbers).not.toEqual(earlier);
          expect(step.block).toBeGreaterThan(before);
          expect(step.block).toBeLessThanOrEqual(height);
        }
        const all = replicaSteps(given, LAST, DEVNET_PROFILE);
        expect(steps).toEqual(all.filter(({ block }) => block <= height));
      }),
    );
  });
});

describe('the status over time', () => {
  it('is at every block with a row what the rule says of that block, and changes at each step', () => {
    fc.assert(
      fc.property(history, (given) => {
        const steps = statusSteps(given, LAST, DEVNET_PROFILE);
        for (let block = 0; block <= LAST; block++) {
          const { status = null, liveOwners = 0 } = steps.findLast((step) => step.block <= block) ?? {};
          const expected = statusAt(given, block);
          if (expected.status === null) expect({ block, status }).toEqual({ block, status: null });
          else expect({ block, status, liveOwners }).toEqual({ block, ...expected });
        }
        for (const [i, { status, liveOwners }] of steps.entries()) {
          const before = steps[i - 1];
          expect({ status, liveOwners }).not.toEqual({ status: before?.status, liveOwners: before?.liveOwners });
        }
      }),
      { numRuns: 60 },
    );
  });
  it('is known to change where it changes, even when all that ended before is forgotten', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: LAST }), (given, after) => {
        const known = <One extends Span>(spans: readonly One[]) => spans.filter(({ to }) => to === null || to > after);
        const kept: FileHistory = {
          rows: known(given.rows),
          replicas: known(given.replicas).map((one) => ({
            ...one,
            identities: known(one.identities),
            reports: known(one.reports),
            codes: known(one.codes),
          })),
        };
        const changes = statusChanges(statusSteps(kept, LAST, DEVNET_PROFILE), after);
        const expected = Array.from({ length: LAST - after }, (_, i) => after + 1 + i).filter(
          (block) => statusAt(given, block).status !== statusAt(given, block - 1).status,
        );
        expect(changes.map(({ block }) => block)).toEqual(expected);
        for (const { block, status } of changes) expect(status).toBe(statusAt(given, block).status);
      }),
      { numRuns: 60 },
    );
  });
});
