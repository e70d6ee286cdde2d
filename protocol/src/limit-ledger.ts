import { isStageOne, stakeLimit, totalStakeLimit } from './stake-limit';

/**
 * The stake-limit ledger: a change of an owner's limit from one sweep to the next, taken apart into its causes
 * (docs/stake-limit-ledger.md). The causes are applied one after another in the order below. Each part is the exact limit
 * after its cause minus the exact limit before it, rounded as the runtime rounds (`stakeLimit`), so the parts always sum
 * up to the change. Limits, issuance and stake are pico-CRU, workloads bytes.
 */
export const LIMIT_CAUSE_RULES = {
  CANDIDACY: 'the owner became a candidate, or ceased to be one: the chain keeps a limit for candidates alone',
  LEFT: 'a member left the group; its workload of the sweep before is gone',
  JOINED: 'a member joined the group; all that it counts now came with it',
  NEW_ENCLAVE: 'a member began anew with a fresh enclave: the work report of the old one is forgotten',
  PUNISHED: 'a member missed a report and counts nothing; it loses what it had at the sweep before',
  PUNISHMENT_OVER: 'a member counts again; it brings back what it had at the sweep before',
  SWEEP_CUT: 'the sweep was cut short before it came to a member, or the one before was',
  SRD: 'a member reported more or fewer sealed random bytes',
  FILES_IN: 'a member’s replica of a file was accepted; until it matures it counts the file’s size',
  MATURED: 'a replica matured: it counts the file’s spower instead of its size',
  TIER: 'the number of a file’s replicas changed its spower',
  FILES_OUT: 'a replica was deleted, or its file closed',
  SPOWER_CORRECTED:
    'the chain changed the spower of a work report by what no row of a file tells: the spower service corrected it, or a sum stopped at zero',
  NETWORK: 'everybody else’s workload changed: in stage two all share one total limit',
  STAKED: 'the stake of the active era changed, and with it the part of the issuance that may be staked',
  ISSUANCE: 'the total issuance changed, of which the total limit is a part',
  UNNAMED: 'what no cause explains; the chain’s state was written over, or the index has a fault',
} as const;

export type LimitCause = keyof typeof LIMIT_CAUSE_RULES;

/** The order in which they are applied. */
export const LIMIT_CAUSES = Object.keys(LIMIT_CAUSE_RULES) as LimitCause[];

/** Causes that move the owner's own workload. */
export type WorkloadCause = Exclude<LimitCause, 'CANDIDACY' | 'NETWORK' | 'STAKED' | 'ISSUANCE' | 'UNNAMED'>;

/** Workload that came or went for one cause; what more is known of it (a file, a block) rides along. */
export interface WorkloadMove {
  cause: WorkloadCause;
  bytes: bigint;
}

/** What a finished sweep made the limits of. */
export interface NetworkAtSweep {
  /** free + spower of every identity that counted, in bytes */
  totalWorkload: bigint;
  /** total issuance as of the block before */
  issuance: bigint;
  /** ErasTotalStakes of the era that was active then */
  totalStake: bigint;
}

/** One owner at a finished sweep. */
export interface OwnerAtSweep {
  /** the StakeLimit row as it stands at the entry; null: there is none */
  limit: bigint | null;
  /** free + spower of its members that counted */
  workload: bigint;
  network: NetworkAtSweep;
}

export type Stage = 'ONE' | 'TWO';

export interface LimitPart<Move extends WorkloadMove = WorkloadMove> {
  cause: LimitCause;
  /** limit after the cause minus limit before it */
  amount: bigint;
  /** the network's stage before and after the cause; null where no sweep made the limit */
  stageBefore: Stage | null;
  stageAfter: Stage | null;
  /** the moves of the owner's workload; empty for causes outside its group */
  moves: Move[];
}

/** The quantities a limit follows from; the workload of everybody else is kept apart from the owner's. */
interface Quantities {
  own: bigint;
  others: bigint;
  issuance: bigint;
  totalStake: bigint;
}

const quantitiesOf = ({ workload, network }: OwnerAtSweep): Quantities => ({
  own: workload,
  others: network.totalWorkload - workload,
  issuance: network.issuance,
  totalStake: network.totalStake,
});

const limitOf = ({ own, others, issuance, totalStake }: Quantities): { limit: bigint; stage: Stage } => {
  // between two causes that belong together the sum may dip below what a group can have
  const workload = own > 0n ? own : 0n;
  const total = workload + others;
  const limitOfAll = totalStakeLimit(issuance, totalStake);
  return { limit: stakeLimit(workload, total, limitOfAll), stage: isStageOne(total, limitOfAll) ? 'ONE' : 'TWO' };
};

/** The quantities once a cause of the outside world has had its effect. */
const outside = (now: Quantities, after: Quantities, cause: LimitCause): Quantities => {
  if (cause === 'NETWORK') return { ...now, others: after.others };
  if (cause === 'STAKED') return { ...now, totalStake: after.totalStake };
  if (cause === 'ISSUANCE') return { ...now, issuance: after.issuance };
  return now;
};

const sum = (moves: readonly WorkloadMove[]): bigint => moves.reduce((all, { bytes }) => all + bytes, 0n);

/**
 * The parts of a limit's change, in the order of `LIMIT_CAUSES`; causes that changed nothing are left out. CANDIDACY is what
 * separates the row before from the limit of the last sweep: the row of an owner that was no candidate then is missing or
 * old. UNNAMED is what is left when everything known was applied: 0, unless a row of the index is wrong or the chain's state
 * was written over.
 */
export const limitParts = <Move extends WorkloadMove>(
  before: OwnerAtSweep,
  after: OwnerAtSweep,
  moves: readonly Move[],
): LimitPart<Move>[] => {
  const end = quantitiesOf(after);
  let now = quantitiesOf(before);
  let { stage } = limitOf(now);
  let limit = before.limit ?? 0n;
  const parts: LimitPart<Move>[] = [];
  for (const cause of LIMIT_CAUSES) {
    const own = moves.filter((move) => move.cause === cause);
    now = outside({ ...now, own: now.own + sum(own) }, end, cause);
    const next = limitOf(now);
    const reached = cause === 'UNNAMED' ? (after.limit ?? 0n) : next.limit;
    if (reached !== limit) {
      parts.push({ cause, amount: reached - limit, stageBefore: stage, stageAfter: next.stage, moves: own });
    }
    limit = reached;
    stage = next.stage;
  }
  return parts;
};

/** The limit an owner gets when its workload alone changes by `bytes` and everything else stays as at this sweep. */
export const limitWith = (owner: OwnerAtSweep, bytes: bigint): bigint => {
  const quantities = quantitiesOf(owner);
  return limitOf({ ...quantities, own: quantities.own + bytes }).limit;
};
