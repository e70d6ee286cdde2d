import { groupBy } from './base/group';
import type { ChainProfile } from './base/profile';
import { type FileStatus, fileStatus } from './file-status';

/**
 * The three replica numbers of a file over time, exactly, from the history of the rows they follow from. A number changes
 * where a row changes, and where a machine's silence or an enclave code's expiry takes effect; there and nowhere else.
 */

/** Blocks from `from` on, before `to`; null: for good. */
export interface Span {
  from: number;
  to: number | null;
}

/** One version of a replica entry, with the history of what makes it live. */
export interface ReplicaHistory extends Span {
  /** the map's owner; null in the lists before spec 17 */
  owner: string | null;
  who: string;
  /** when its account had its anchor, and the owner of its group then (versions of Swork.Identities) */
  identities: readonly (Span & { owner: string | null })[];
  /** versions of its anchor's Swork.WorkReports row; versions that follow one another while fresh may stand as one, with the last slot */
  reports: readonly (Span & { reportSlot: number })[];
  /** when a key of its anchor ran a code, with that code's expiry (versions of Swork.PubKeys and Swork.Codes) */
  codes: readonly (Span & { expireBlock: number })[];
}

export interface FileHistory {
  /** versions of the file's row */
  rows: readonly (Span & { reported: number; expiredAt: number })[];
  replicas: readonly ReplicaHistory[];
}

/** The numbers from a block on, until the next step. */
export interface ReplicaStep {
  block: number;
  reported: number;
  entries: number;
  live: number;
}

const endOf = ({ to }: Span): number => to ?? Number.POSITIVE_INFINITY;
const until = (span: Span, end: number): Span => ({ from: span.from, to: Math.min(endOf(span), end) });

/** For so many slots a report keeps its replicas live: its own and the next (`isReplicaLive`). */
export const FRESH_SLOTS = 2;

const freshSpan = (report: Span & { reportSlot: number }, { slotBlocks }: ChainProfile): Span =>
  until(report, (Math.floor(report.reportSlot / slotBlocks) + FRESH_SLOTS) * slotBlocks);

/** Blocks in whose slot this code may still report: the expiry is compared with the slot, not with the block. */
const validSpan = (code: Span & { expireBlock: number }, { slotBlocks }: ChainProfile): Span =>
  until(code, Math.ceil(code.expireBlock / slotBlocks) * slotBlocks);

/** Spans in order, without overlap; empty ones left out. */
const union = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (endOf(span) <= span.from) continue;
    const last = merged.at(-1);
    if (last !== undefined && span.from <= endOf(last)) last.to = endOf(span) > endOf(last) ? span.to : last.to;
    else merged.push({ ...span });
  }
  return merged;
};

/** What two lists of ordered spans share. */
const intersect = (a: readonly Span[], b: readonly Span[]): Span[] => {
  const shared: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] as Span, b[j] as Span];
    const from = Math.max(one.from, other.from);
    const end = Math.min(endOf(one), endOf(other));
    if (from < end) shared.push({ from, to: end });
    if (endOf(one) <= endOf(other)) i++;
    else j++;
  }
  return shared;
};

const liveSpans = (replica: ReplicaHistory, profile: ChainProfile, identities: readonly Span[] = replica.identities) =>
  [
    union(identities),
    union(replica.reports.map((report) => freshSpan(report, profile))),
    union(replica.codes.map((code) => validSpan(code, profile))),
  ].reduce(intersect, [{ from: replica.from, to: replica.to }]);

type Changes = Map<number, ReplicaStep>;

const count = (changes: Changes, span: Span, number: 'reported' | 'entries' | 'live', by: number): void => {
  const add = (block: number, value: number) => {
    const change = changes.get(block) ?? { block, reported: 0, entries: 0, live: 0 };
    change[number] += value;
    changes.set(block, change);
  };
  add(span.from, by);
  if (endOf(span) !== Number.POSITIVE_INFINITY) add(endOf(span), -by);
};

/** The steps up to `height`, oldest first, one for each block in which a number changed. */
export const replicaSteps = (history: FileHistory, height: number, profile: ChainProfile): ReplicaStep[] => {
  const changes: Changes = new Map();
  for (const row of history.rows) count(changes, row, 'reported', row.reported);
  for (const replica of history.replicas) {
    count(changes, replica, 'entries', 1);
    for (const span of liveSpans(replica, profile)) count(changes, span, 'live', 1);
  }
  const steps: ReplicaStep[] = [];
  let now = { reported: 0, entries: 0, live: 0 };
  for (const change of [...changes.values()].sort((a, b) => a.block - b.block)) {
    if (change.block > height) break;
    now = {
      reported: now.reported + change.reported,
      entries: now.entries + change.entries,
      live: now.live + change.live,
    };
    const last = steps.at(-1);
    const same =
      last !== undefined && last.reported === now.reported && last.entries === now.entries && last.live === now.live;
    if (!same) steps.push({ block: change.block, ...now });
  }
  return steps;
};

/** The status of a file from a block on, until the next step; null while the chain has no row of it. */
export interface StatusStep {
  block: number;
  status: FileStatus | null;
  liveOwners: number;
}

/** For each owner when any of its replicas was live: the map's owner, before spec 17 that of the reporter's group, or itself. */
const ownerSpans = ({ replicas }: FileHistory, profile: ChainProfile): Span[][] => {
  const held = replicas.flatMap((replica) =>
    [...groupBy(replica.identities, (identity) => replica.owner ?? identity.owner ?? replica.who)].flatMap(
      ([owner, identities]) => liveSpans(replica, profile, identities).map((span) => ({ owner, span })),
    ),
  );
  return [...groupBy(held, ({ owner }) => owner).values()].map((of) => union(of.map(({ span }) => span)));
};

const holds = (span: Span, block: number): boolean => span.from <= block && block < endOf(span);

/** The status at every block up to `height` at which it, or the number of live owners, changed; oldest first. */
export const statusSteps = (history: FileHistory, height: number, profile: ChainProfile): StatusStep[] => {
  const owners = ownerSpans(history, profile);
  const blocks = new Set<number>();
  for (const span of [...history.rows, ...owners.flat()]) blocks.add(span.from).add(endOf(span));
  for (const { expiredAt } of history.rows) blocks.add(expiredAt);
  const steps: StatusStep[] = [];
  for (const block of [...blocks].filter((one) => one <= height).sort((a, b) => a - b)) {
    const row = history.rows.find((one) => holds(one, block)) ?? null;
    const liveOwners = row === null ? 0 : owners.filter((spans) => spans.some((span) => holds(span, block))).length;
    const status = row && fileStatus({ block, row, lastMark: null, liveOwnerCount: liveOwners });
    const last = steps.at(-1);
    if (last === undefined ? row === null : last.status === status && last.liveOwners === liveOwners) continue;
    steps.push({ block, status, liveOwners });
  }
  return steps;
};

/** Those steps after a block at which the status itself changed; what held at that block is no change. */
export const statusChanges = (steps: readonly StatusStep[], after: number): StatusStep[] =>
  steps.filter(({ block, status }, i) => block > after && status !== (steps[i - 1]?.status ?? null));
