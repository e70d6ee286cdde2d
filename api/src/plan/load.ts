import {
  authoringOnceElected,
  MAX_GUARANTEES,
  type Plan,
  type PlanNode,
  type PlanQuestion,
  planGuarantees,
  ratePerbill,
} from '@moho/protocol';
import type { Context } from '../context';
import { scopeOf } from '../database/load';
import type { View } from '../database/view';
import type { Candidate } from '../desk/candidate';
import { loadTable } from '../desk/store';
import { NEWCOMER, type Table } from '../desk/table';
import { badInput } from '../errors';
import { asker, feeSwings } from './sql';

/** What somebody wishes of a plan, read and checked. Amounts are pico-CRU. */
export interface PlanWish {
  amount: bigint;
  guarantor: string | null;
  mayCut: boolean;
  maxPerNode: bigint | null;
  minReportsPerbill: number | null;
  minGuaranteeFeePerbill: number | null;
  maxFeeChangePerbill: number | null;
  unslashed: boolean;
}

export interface PlanAnswer {
  view: View;
  wish: PlanWish;
  plan: Plan;
  existentialDeposit: bigint;
  /** bonded and not guaranteed; null when nobody is named */
  freeBonded: bigint | null;
  /** guarantees to nodes that stand no more: they keep their places among the sixteen */
  targetsElsewhere: number;
  /** newest closed era, whose pool is reckoned with; null before the first */
  era: number | null;
  candidateCount: number;
  allowedCount: number;
}

/** ExistentialDeposit of every runtime from spec 4 on; before it was a tenth. */
const EXISTENTIAL_DEPOSIT = 100_000_000n;
export const PLAN_PARTS = 32;
/** Fees are looked back at over so many eras. */
export const FEE_ERAS = 28;

const isAllowed = (candidate: Candidate, wish: PlanWish, swings: ReadonlyMap<string, number> | null): boolean => {
  const { minReportsPerbill, minGuaranteeFeePerbill, maxFeeChangePerbill, unslashed } = wish;
  const reports = candidate.reports === null ? null : ratePerbill(candidate.reports);
  if (minReportsPerbill !== null && (reports === null || reports < minReportsPerbill)) return false;
  if (minGuaranteeFeePerbill !== null && (candidate.guaranteeFeePerbill ?? 0) < minGuaranteeFeePerbill) return false;
  if (maxFeeChangePerbill !== null && (swings?.get(candidate.stash) ?? 0) > maxFeeChangePerbill) return false;
  return !unslashed || candidate.slashCount === 0;
};

const nodesOf = (table: Table, wish: PlanWish, swings: ReadonlyMap<string, number> | null): PlanNode[] => {
  const means = table.candidates.filter(({ elected }) => elected).map(({ expectedAuthoring }) => expectedAuthoring);
  return table.candidates.flatMap((candidate) => {
    const node = table.desk.nodes.get(candidate.stash)?.node;
    if (node === undefined) return [];
    const authoringIfElectedPico = authoringOnceElected(candidate.expectedAuthoring, means);
    return [{ ...node, authoringIfElectedPico, mayAdd: isAllowed(candidate, wish, swings) }];
  });
};

const plans = new WeakMap<Table, Map<string, Plan>>();
const MOST_PLANS = 8;

/** A plan is counted once for each table of candidates. */
const planOf = (table: Table, key: string, question: () => PlanQuestion): Plan => {
  const known = plans.get(table) ?? new Map<string, Plan>();
  plans.set(table, known);
  const plan = known.get(key) ?? planGuarantees(question());
  known.delete(key);
  known.set(key, plan);
  for (const old of known.keys()) if (known.size > MOST_PLANS) known.delete(old);
  return plan;
};

const keyOf = (wish: PlanWish): string =>
  JSON.stringify(wish, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value));

export const loadPlan = async (ctx: Context, view: View, wish: PlanWish): Promise<PlanAnswer> => {
  const scope = scopeOf(ctx, view);
  const table = await loadTable(ctx, view);
  const guarantor = wish.guarantor ?? NEWCOMER;
  if (table.desk.nodes.has(guarantor))
    throw badInput(`${guarantor} stands for election itself; whoever guarantees stands no more.`);
  const who = wish.guarantor === null ? null : await asker(scope, wish.guarantor);
  const { sessionBlocks, sessionsPerEra } = ctx.profile;
  const since = table.height - FEE_ERAS * sessionBlocks * sessionsPerEra;
  const swings =
    wish.maxFeeChangePerbill === null
      ? null
      : new Map((await feeSwings(scope, since)).map(({ stash, swing }) => [stash, swing] as const));
  const nodes = nodesOf(table, wish, swings);
  const targetsElsewhere = (who?.targets ?? 0) - (table.desk.guarantees.get(guarantor)?.size ?? 0);
  const plan = planOf(table, keyOf(wish), () => ({
    nodes,
    stakingPayoutPico: table.desk.terms.stakingPayoutPico,
    seats: table.candidates.filter(({ elected }) => elected).length,
    guarantor,
    newPico: wish.amount,
    mayCut: wish.mayCut,
    maxPerNodePico: wish.maxPerNode,
    maxTargets: Math.max(0, MAX_GUARANTEES - targetsElsewhere),
    existentialDepositPico: EXISTENTIAL_DEPOSIT,
    parts: PLAN_PARTS,
    keyOf: table.desk.keyOf,
  }));
  const free = who === null ? null : BigInt(who.active ?? 0) - BigInt(who.guaranteed);
  return {
    view: { ...view, height: table.height },
    wish,
    plan,
    existentialDeposit: EXISTENTIAL_DEPOSIT,
    freeBonded: free === null || free > 0n ? free : 0n,
    targetsElsewhere,
    era: table.eras[0]?.era ?? null,
    candidateCount: nodes.length,
    allowedCount: nodes.filter(({ mayAdd }) => mayAdd).length,
  };
};
