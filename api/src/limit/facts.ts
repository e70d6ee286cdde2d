/** Rows of the index that the parts of one change of a limit follow from. Amounts and bytes as decimal text. */

export interface SweepFact {
  isAfter: boolean;
  slot: number;
  startBlock: number;
  endBlock: number;
  /** of everybody that counted, in bytes */
  workload: string;
  issuance: string;
  totalStake: string;
  era: number | null;
}

/** The identities one block of a sweep visited. Bytes as hex without 0x. */
export interface BatchFact {
  isAfter: boolean;
  block: number;
  verdicts: string;
  reporters: string;
  workloads: string;
}

/** What a number in a batch stands for. */
export interface NumberFact {
  number: number;
  account: string;
  owner: string;
  anchor: string | null;
}

export interface IdentityFact {
  account: string;
  anchor: string;
  owner: string;
  from: number;
  to: number | null;
}

/** A version of a machine's work report. */
export interface ReportFact {
  anchor: string;
  from: number;
  to: number | null;
  free: string;
  spower: string;
}

/** An accepted report. */
export interface AcceptedFact {
  anchor: string | null;
  id: string;
  slot: number;
  block: number;
  extrinsicIndex: number | null;
}

export interface HeldFact {
  createdAt: number | null;
  sizeBytes: string;
  spower: string;
}

export interface ReplicaFact {
  fileId: string;
  anchor: string;
  block: number;
  /** runtime of the block */
  spec: number;
  before: HeldFact | null;
  after: HeldFact | null;
  /** the file's row is gone after the block */
  isClosed: boolean;
}

export interface UsedVersion {
  sizeBytes: string;
  used: string;
  /** [[anchor, bool]] as JSON */
  groups: string | null;
}

/** A file of specs 1 and 2 and what it counts for an anchor. */
export interface UsedFact {
  fileId: string;
  anchor: string;
  block: number;
  before: UsedVersion | null;
  after: UsedVersion | null;
}

/** Something that can change spower by itself, told by its event. */
export interface CallFact {
  block: number;
  extrinsicIndex: number;
  name: string;
  /** the event's arguments, as JSON */
  args: string;
}

interface Kinds {
  sweep: SweepFact;
  batch: BatchFact;
  number: NumberFact;
  identity: IdentityFact;
  report: ReportFact;
  accepted: AcceptedFact;
  replica: ReplicaFact;
  used: UsedFact;
  call: CallFact;
}

export type Facts = { [Kind in keyof Kinds]: Kinds[Kind][] };

/** What `membersAt` needs of them. */
export type SweepFacts = Pick<Facts, 'sweep' | 'batch' | 'number' | 'identity'>;

export interface FactRow {
  key: string;
  kind: string;
  fact: unknown;
}

export const noFacts = (): Facts => ({
  sweep: [],
  batch: [],
  number: [],
  identity: [],
  report: [],
  accepted: [],
  replica: [],
  used: [],
  call: [],
});

/** The rows of a statement, by key and kind. */
export const collectFacts = <All extends object>(rows: readonly FactRow[], none: () => All): Map<string, All> => {
  const found = new Map<string, All>();
  for (const { key, kind, fact } of rows) {
    const facts = found.get(key) ?? none();
    found.set(key, facts);
    const list = (facts as Record<string, unknown[]>)[kind];
    if (list === undefined) throw new Error(`no facts are called ${kind}`);
    list.push(fact);
  }
  return found;
};
