import {
  type CountedReplica,
  countedReplica,
  type ReplicaChange,
  type SpowerMove,
  type SpowerStep,
  splitMoves,
  spower,
  spowerMoves,
} from '@moho/protocol';
import type { Facts, HeldFact, ReplicaFact, UsedFact, UsedVersion } from './facts';

/** One reading of a machine's spower by a sweep: in block `at`, whose beginning had moved `ahead` bytes of it already. */
export interface Reading {
  at: number;
  ahead: bigint;
}

const counted = (held: HeldFact | null): CountedReplica | null =>
  held === null ? null : countedReplica({ sizeBytes: BigInt(held.sizeBytes), spower: BigInt(held.spower) }, held);

const replicaChange = ({ fileId, block, spec, before, after, isClosed }: ReplicaFact): ReplicaChange => ({
  fileId,
  block,
  before: counted(before),
  after: counted(after),
  ...(isClosed && before !== null ? { lingeringBytes: spower(BigInt(before.sizeBytes), 0, spec) } : {}),
});

/** A replica whose row got another id in one block (spec 17 began to name it by its owner) stayed where it was. */
const joined = (changes: readonly ReplicaChange[]): ReplicaChange[] => {
  const byPlace = new Map<string, ReplicaChange[]>();
  for (const change of changes) {
    const place = `${change.fileId} ${change.block}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), change]);
  }
  return [...byPlace.values()].flatMap((same) => {
    const [gone, come] = [same.find(({ after }) => after === null), same.find(({ before }) => before === null)];
    if (same.length !== 2 || gone === undefined || come === undefined) return same;
    return [{ ...gone, after: come.after }];
  });
};

const SPEC_OF_GROUP_COUNT = 2;

const countedForAnchor = (version: UsedVersion | null, anchor: string): CountedReplica | null => {
  const groups = JSON.parse(version?.groups ?? '[]') as [string, boolean][];
  if (version === null || !groups.some(([each]) => each === anchor)) return null;
  return { bytes: BigInt(version.used), isMature: true };
};

/** In specs 1 and 2 a closed file goes to the trash and counts there as one with a single group. */
const usedChange = ({ fileId, anchor, block, before, after }: UsedFact): ReplicaChange => ({
  fileId,
  block,
  before: countedForAnchor(before, anchor),
  after: countedForAnchor(after, anchor),
  ...(after === null && before !== null
    ? { lingeringBytes: spower(BigInt(before.sizeBytes), 1, SPEC_OF_GROUP_COUNT) }
    : {}),
});

const isChange = ({ before, after }: ReplicaChange): boolean =>
  (before === null) !== (after === null) || before?.bytes !== after?.bytes || before?.isMature !== after?.isMature;

const stepsOf = (facts: Facts, anchor: string, last: number): SpowerStep[] => {
  const versions = facts.report.filter((each) => each.anchor === anchor).sort((a, b) => a.from - b.from);
  return versions.flatMap((version, i) => {
    const bytes = BigInt(version.spower) - BigInt(versions[i - 1]?.spower ?? 0);
    return bytes !== 0n && version.from <= last ? [{ block: version.from, bytes }] : [];
  });
};

/** The reading behind what a sweep found: it differs from the report as the block before left it by what had moved. */
export const readingOf = (facts: Facts, anchor: string, at: number, spowerBytes: bigint): Reading => {
  const report = facts.report.find(
    (each) => each.anchor === anchor && each.from < at && (each.to === null || each.to >= at),
  );
  return { at, ahead: report === undefined ? 0n : spowerBytes - BigInt(report.spower) };
};

/**
 * Why the spower of an anchor's work report moved from one reading to the next. Earlier rows tell which closed files still
 * count.
 */
export const spowerOf = (facts: Facts, anchor: string, before: Reading, after: Reading): SpowerMove[] => {
  const own = <Fact extends { anchor: string; block: number }>(all: Fact[]) =>
    all.filter((each) => each.anchor === anchor && each.block <= after.at);
  const changes = [...joined(own(facts.replica).map(replicaChange)), ...own(facts.used).map(usedChange)];
  const moves = spowerMoves(stepsOf(facts, anchor, after.at), changes.filter(isChange));
  const split = ({ at, ahead }: Reading) =>
    splitMoves(
      moves.filter(({ block }) => block === at),
      at,
      ahead,
    );
  return [
    ...split(before).later,
    ...moves.filter(({ block }) => block > before.at && block < after.at),
    ...split(after).seen,
  ];
};
