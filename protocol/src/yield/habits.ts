import { BILLION } from '../base/perbill';
import { authoringSharePerbill } from '../era-rewards';
import { addedIncome, type DeskNode, openDesk, takeSeat } from './income';
import { type EraPot, type NodeEra, realisedYearlyPerbill, yearlyPerbill } from './realised';
import { spreadOf } from './spread';

/**
 * Eight habits of the figures people are shown elsewhere, each beside what the chain's rules give for the same rows. The
 * habits are restated from their description. Rates are simple yearly ones in parts per billion, amounts pico-CRU.
 */

export const HABITS = [
  'ONE_ERA',
  'FIXED_SHARE',
  'EQUAL_AUTHORS',
  'COMPOUNDING',
  'NO_DILUTION',
  'NO_CLIP',
  'CHANGES_IGNORED',
  'WHOLE_PERCENT',
] as const;
export type Habit = (typeof HABITS)[number];

export interface HabitNode extends NodeEra {
  stash: string;
  elected: boolean;
  guarantorCount: number;
  stakeLimit: bigint;
}

export interface HabitEra extends EraPot {
  era: number;
  electedCount: number;
  /** the two parts of the era's pool, as EraReward names them */
  authoringTotal: bigint;
  stakingTotal: bigint;
  nodes: readonly HabitNode[];
}

export interface HabitCase {
  habit: Habit;
  era: number;
  /** null: it is about the whole era */
  stash: string | null;
  unit: 'RATE' | 'PART' | 'AMOUNT';
  shown: bigint;
  real: bigint;
}

/** A fee as whole per cent, the rest cut off. */
export const wholePercent = (feePerbill: bigint): bigint => (feePerbill / 10_000_000n) * 10_000_000n;

/** The reward of each day put to work again on the next, for 365 days. */
export const compoundedDaily = (yearly: bigint): bigint => {
  const scale = 10n ** 18n;
  const day = scale + (yearly * (scale / BILLION) * 100n) / 36_525n;
  let grown = scale;
  for (let i = 0; i < 365; i++) grown = (grown * day) / scale;
  return (grown - scale) / (scale / BILLION);
};

/** What `addPico` by a newcomer really brings in an era: all other candidates stand as one, whose stake cannot change. */
const diluted = (era: HabitEra, node: HabitNode, addPico: bigint): bigint => {
  const [total, nominal] = [node.exposureTotal ?? 0n, node.nominalTotal ?? 0n];
  const blank = { votes: [], guaranteeFeePerbill: 0n, authoringPayoutPico: 0n };
  const others = era.eraTotalStakes - total;
  const nodes: DeskNode[] = [
    {
      ...blank,
      stash: node.stash,
      stakeLimitPico: node.stakeLimit,
      ownActivePico: nominal,
      guaranteeFeePerbill: node.guaranteeFeePerbill,
      authoringPayoutPico: node.authoringPayout ?? 0n,
    },
    { ...blank, stash: 'all others', stakeLimitPico: others, ownActivePico: others },
  ];
  const desk = openDesk(nodes, { stakingPayoutPico: era.stakingPayout, keyOf: (account) => account });
  return addedIncome(takeSeat(desk, 'newcomer'), node.stash, addPico);
};

const distance = ({ shown, real }: HabitCase): bigint => (shown > real ? shown - real : real - shown);

const CASES: Record<Habit, (eras: readonly HabitEra[], erasAYear: number) => (HabitCase | null)[]> = {
  ONE_ERA: (eras, erasAYear) => overEras(eras, erasAYear, 'ONE_ERA', (rates) => spreadOf(rates)?.median ?? null),
  FIXED_SHARE: (eras) =>
    eras.map(({ era, electedCount }) => ({
      ...{ habit: 'FIXED_SHARE', era, stash: null, unit: 'PART' },
      shown: 200_000_000n,
      real: authoringSharePerbill(electedCount),
    })),
  EQUAL_AUTHORS: (eras) =>
    each(eras, (era, node) =>
      node.elected && era.electedCount > 0
        ? { unit: 'AMOUNT', shown: era.authoringTotal / BigInt(era.electedCount), real: node.authoringPayout ?? 0n }
        : null,
    ).map((one) => one && { ...one, habit: 'EQUAL_AUTHORS' }),
  COMPOUNDING: (eras, erasAYear) =>
    each(eras, (era, node) => {
      const real = realisedYearlyPerbill(node, era, erasAYear);
      return real === null ? null : { unit: 'RATE', shown: compoundedDaily(real), real };
    }).map((one) => one && { ...one, habit: 'COMPOUNDING' }),
  NO_DILUTION: (eras, erasAYear) =>
    each(eras, (era, node) => {
      const rate = realisedYearlyPerbill(node, era, erasAYear);
      // a tenth of what stands behind the node is added
      const add = (node.nominalTotal ?? 0n) / 10n;
      if (rate === null || add === 0n || node.exposureTotal === null) return null;
      return { unit: 'RATE', shown: rate, real: yearlyPerbill(diluted(era, node, add), add, erasAYear) };
    }).map((one) => one && { ...one, habit: 'NO_DILUTION' }),
  NO_CLIP: (eras, erasAYear) =>
    each(eras, (era, node) => {
      const rate = realisedYearlyPerbill(node, era, erasAYear);
      return rate !== null && node.guarantorCount > 64 ? { unit: 'RATE', shown: rate, real: 0n } : null;
    }).map((one) => one && { ...one, habit: 'NO_CLIP' }),
  // an era without a limit, which is what missed reports leave, and one with a lower fee count as what they paid
  CHANGES_IGNORED: (eras, erasAYear) =>
    overEras(eras, erasAYear, 'CHANGES_IGNORED', (rates) =>
      rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0n) / BigInt(rates.length),
    ),
  WHOLE_PERCENT: (eras) =>
    each(eras, (_era, node) => ({
      unit: 'PART',
      shown: wholePercent(node.guaranteeFeePerbill),
      real: node.guaranteeFeePerbill,
    })).map((one) => one && { ...one, habit: 'WHOLE_PERCENT' }),
};

type Told = Omit<HabitCase, 'habit' | 'era' | 'stash'>;

function each(
  eras: readonly HabitEra[],
  tell: (era: HabitEra, node: HabitNode) => Told | null,
): (Omit<HabitCase, 'habit'> | null)[] {
  return eras.flatMap((era) =>
    era.nodes.map((node) => {
      const told = tell(era, node);
      return told && { ...told, era: era.era, stash: node.stash };
    }),
  );
}

/** Nodes that stood in all eras: the newest rate that is not nothing beside what all its rates come to. */
function overEras(
  eras: readonly HabitEra[],
  erasAYear: number,
  habit: Habit,
  over: (rates: bigint[]) => bigint | null,
): (HabitCase | null)[] {
  const [newest] = eras;
  return (newest?.nodes ?? []).map(({ stash }) => {
    const rates = eras.flatMap((era) => {
      const node = era.nodes.find((one) => one.stash === stash);
      const rate = node ? realisedYearlyPerbill(node, era, erasAYear) : null;
      return rate === null ? [] : [rate];
    });
    const [shown, real] = [habit === 'ONE_ERA' ? rates[0] : rates.find((rate) => rate > 0n), over(rates)];
    if (rates.length < eras.length || shown === undefined || real === null || newest === undefined) return null;
    return { habit, era: newest.era, stash, unit: 'RATE', shown, real };
  });
}

/** Where a habit misleads most in these closed eras, newest first; null where it misleads nowhere in them. */
export const worstCase = (habit: Habit, eras: readonly HabitEra[], erasAYear: number): HabitCase | null => {
  const cases = CASES[habit](eras, erasAYear).filter((one) => one !== null && one.shown !== one.real) as HabitCase[];
  return cases.reduce<HabitCase | null>(
    (worst, one) => (worst && distance(worst) >= distance(one) ? worst : one),
    null,
  );
};
