import type { ChainProfile } from './base/profile';
import { limitWith, type OwnerAtSweep } from './limit-ledger';
import { slotOfBlock } from './slots';
import { isMature, spower } from './spower';

/**
 * What the next weeks hold for an owner's stake limit as far as the chain's rows already tell: replicas that mature, files
 * whose time runs out, punishments that end, enclave codes that expire. Everything else is taken to stay as it is.
 */

/** In the order in which the steps of one slot are applied. */
export const FORECAST_KINDS = ['MATURES', 'FILES_EXPIRE', 'PUNISHMENT_ENDS', 'CODE_EXPIRES'] as const;
export type ForecastKind = (typeof FORECAST_KINDS)[number];

export interface ForecastMember {
  account: string;
  /** free + spower of its work report, in bytes */
  workloadBytes: bigint;
  /** the first slot that counts again; null when nothing keeps it from counting */
  punishedUntil: number | null;
  /** block at which the code of its enclave expires; null: it has no code any more */
  codeExpireBlock: number | null;
}

/** A replica that a member counts, with its file. */
export interface ForecastReplica {
  account: string;
  fileId: string;
  sizeBytes: bigint;
  /** the file's spower as stored: what the replica counts if it has matured */
  spowerBytes: bigint;
  reportedReplicas: number;
  /** null: it has matured */
  createdAt: number | null;
  /** 0: its time has not begun */
  expiredAt: number;
}

export interface ForecastStep {
  /** first block of the slot in which it happens */
  slot: number;
  kind: ForecastKind;
  /** replicas or members concerned */
  count: number;
  /** change of the workload that counts, in bytes */
  bytes: bigint;
  /** change of the limit, the earlier steps applied and everything else as it is now, in pico-CRU */
  amount: bigint;
  /** the limit after it */
  limit: bigint;
  /** the members concerned */
  accounts: string[];
}

export interface ForecastInput {
  owner: OwnerAtSweep;
  members: readonly ForecastMember[];
  replicas: readonly ForecastReplica[];
  /** block of the question; what falls due up to it is due now */
  from: number;
  /** last block looked at */
  until: number;
  spec: number;
  readyPeriodBlocks: number;
}

interface Due {
  block: number;
  kind: ForecastKind;
  account: string;
  /** what its workload changes by, whether it counts or not */
  bytes: bigint;
}

const dueOfReplica = (replica: ForecastReplica, { from, spec, readyPeriodBlocks }: ForecastInput): Due[] => {
  const { account, createdAt, expiredAt, sizeBytes, spowerBytes } = replica;
  const weight = createdAt === null ? spowerBytes : spower(sizeBytes, replica.reportedReplicas, spec);
  const due: Due[] = [];
  const livesTo = expiredAt === 0 ? Number.POSITIVE_INFINITY : expiredAt;
  const matures = createdAt !== null && isMature(createdAt, livesTo, readyPeriodBlocks);
  if (createdAt !== null && matures) {
    const block = Math.max(from, createdAt + readyPeriodBlocks);
    due.push({ block, kind: 'MATURES', account, bytes: weight - sizeBytes });
  }
  if (expiredAt > 0) {
    const counted = createdAt === null || matures ? weight : sizeBytes;
    due.push({ block: Math.max(from, expiredAt), kind: 'FILES_EXPIRE', account, bytes: -counted });
  }
  return due;
};

const dueOfMember = ({ account, punishedUntil, codeExpireBlock }: ForecastMember, { from }: ForecastInput): Due[] => [
  ...(punishedUntil === null ? [] : [{ block: punishedUntil, kind: 'PUNISHMENT_ENDS' as const, account, bytes: 0n }]),
  ...(codeExpireBlock === null || codeExpireBlock < from
    ? []
    : [{ block: codeExpireBlock, kind: 'CODE_EXPIRES' as const, account, bytes: 0n }]),
];

const order = (a: Due, b: Due) => a.block - b.block || FORECAST_KINDS.indexOf(a.kind) - FORECAST_KINDS.indexOf(b.kind);

/** A code is compared with the slot of a report: the first slot at or after its expiry is the first one refused. */
const slotOfDue = ({ kind, block }: Due, profile: ChainProfile): number =>
  kind === 'CODE_EXPIRES' ? Math.ceil(block / profile.slotBlocks) * profile.slotBlocks : slotOfBlock(block, profile);

/** Applies what falls due to its member; returns the change of the workload that counts. */
const apply = (due: Due, member: { workload: bigint; counts: boolean; isOver: boolean }): bigint => {
  member.workload += due.bytes;
  if (due.kind === 'PUNISHMENT_ENDS') {
    if (member.isOver || member.counts) return 0n;
    member.counts = true;
    return member.workload;
  }
  if (due.kind === 'CODE_EXPIRES') {
    const lost = member.counts ? -member.workload : 0n;
    member.counts = false;
    member.isOver = true;
    return lost;
  }
  return member.counts ? due.bytes : 0n;
};

/** The steps in the order of slots, one for each slot and kind; each is added to those before it. */
export const limitForecast = (input: ForecastInput, profile: ChainProfile): ForecastStep[] => {
  const states = new Map(
    input.members.map(({ account, workloadBytes, punishedUntil }) => [
      account,
      { workload: workloadBytes, counts: punishedUntil === null, isOver: false },
    ]),
  );
  const due = [
    ...input.replicas.flatMap((replica) => dueOfReplica(replica, input)),
    ...input.members.flatMap((member) => dueOfMember(member, input)),
  ]
    .map((each) => ({ ...each, block: slotOfDue(each, profile) }))
    .filter(({ block }) => block <= input.until)
    .sort(order);
  const steps: (ForecastStep & { named: Set<string> })[] = [];
  let workload = 0n;
  let limit = limitWith(input.owner, 0n);
  for (const each of due) {
    const state = states.get(each.account);
    if (state === undefined) continue;
    const bytes = apply(each, state);
    workload += bytes;
    const next = limitWith(input.owner, workload);
    const last = steps.at(-1);
    if (last?.slot === each.block && last.kind === each.kind) {
      last.count += 1;
      last.bytes += bytes;
      last.amount += next - limit;
      last.limit = next;
      last.named.add(each.account);
    } else {
      const { block: slot, kind, account } = each;
      const step = { slot, kind, count: 1, bytes, amount: next - limit, limit: next, accounts: [] };
      steps.push({ ...step, named: new Set([account]) });
    }
    limit = next;
  }
  return steps.map(({ named, ...step }) => ({ ...step, accounts: [...named].sort() }));
};
