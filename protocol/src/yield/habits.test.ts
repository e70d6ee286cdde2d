import { describe, expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { compoundedDaily, HABITS, type HabitEra, type HabitNode, wholePercent, worstCase } from './habits';
import { marginalIncome } from './income';
import { realisedYearlyPerbill } from './realised';

const CRU = 10n ** 12n;
const YEAR = 1461;

const node = (stash: string, change: Partial<HabitNode> = {}): HabitNode => ({
  stash,
  elected: true,
  guarantorCount: 3,
  stakeLimit: 1000n * CRU,
  exposureTotal: 800n * CRU,
  nominalTotal: 800n * CRU,
  authoringPayout: 10n * CRU,
  guaranteeFeePerbill: 500_000_000n,
  ...change,
});

const eraOf = (era: number, nodes: HabitNode[], electedCount = 2): HabitEra => ({
  era,
  electedCount,
  authoringTotal: 20n * CRU,
  stakingTotal: 80n * CRU,
  stakingPayout: 80n * CRU,
  eraTotalStakes: nodes.reduce((sum, { exposureTotal }) => sum + (exposureTotal ?? 0n), 0n),
  nodes,
});

describe('habits of figures shown elsewhere', () => {
  const plain = [eraOf(2, [node('a'), node('b')]), eraOf(1, [node('a'), node('b')])];

  it('mislead nowhere where nothing differs, but for compounding and dilution, which always do', () => {
    const met = HABITS.filter((habit) => worstCase(habit, plain, YEAR) !== null);
    expect(met).toEqual(['COMPOUNDING', 'NO_DILUTION']);
  });

  it('one era is not all: a node that was unlucky before', () => {
    const eras = [
      plain[0] as HabitEra,
      eraOf(1, [node('a', { authoringPayout: null }), node('b')]),
      eraOf(0, [node('a', { authoringPayout: null }), node('b')]),
    ];
    const found = worstCase('ONE_ERA', eras, YEAR);
    const [now, before] = eras.map((era) => realisedYearlyPerbill(era.nodes[0] as HabitNode, era, YEAR));
    expect(found).toMatchObject({ stash: 'a', shown: now, real: before });
  });

  it('the authors’ share is 20 % up to 500 elected only', () => {
    expect(worstCase('FIXED_SHARE', [eraOf(2, [node('a')], 501)], YEAR)).toMatchObject({
      shown: 200_000_000n,
      real: 250_000_000n,
    });
  });

  it('authors are paid by points, not alike', () => {
    const era = eraOf(2, [node('a', { authoringPayout: 4n * CRU }), node('b', { authoringPayout: 11n * CRU })]);
    expect(worstCase('EQUAL_AUTHORS', [era], YEAR)).toMatchObject({ stash: 'a', shown: 10n * CRU, real: 4n * CRU });
  });

  it('a rate put to work daily is more than rewards that are not', () => {
    const doubled = Number(compoundedDaily(BILLION)) / 1e9;
    expect(doubled).toBeCloseTo((1 + 4 / YEAR) ** 365 - 1, 6);
    const found = worstCase('COMPOUNDING', plain, YEAR);
    expect(found?.shown).toBe(compoundedDaily(found?.real ?? 0n));
  });

  it('new stake over the limit dilutes', () => {
    const full = node('a', { stakeLimit: 800n * CRU });
    const era = eraOf(2, [full, node('b')]);
    const found = worstCase('NO_DILUTION', [era], YEAR);
    const nodes = era.nodes.map(({ stash, stakeLimit, nominalTotal, authoringPayout, guaranteeFeePerbill }) => ({
      stash,
      stakeLimitPico: stakeLimit,
      ownActivePico: nominalTotal ?? 0n,
      votes: [],
      guaranteeFeePerbill,
      authoringPayoutPico: authoringPayout ?? 0n,
    }));
    const terms = { stakingPayoutPico: era.stakingPayout, keyOf: (account: string) => account };
    const added = marginalIncome(nodes, terms, 'me', 'a', 80n * CRU);
    expect(found).toMatchObject({ stash: 'a', real: (added * BigInt(YEAR) * BILLION) / (80n * CRU) });
    expect(found && found.real < found.shown).toBe(true);
  });

  it('whoever is not among 64 gets nothing', () => {
    expect(worstCase('NO_CLIP', [eraOf(2, [node('a', { guarantorCount: 65 })])], YEAR)?.real).toBe(0n);
    expect(worstCase('NO_CLIP', [eraOf(2, [node('a', { guarantorCount: 64 })])], YEAR)).toBeNull();
  });

  it('eras without a limit, after missed reports, count', () => {
    const eras = [plain[0] as HabitEra, eraOf(1, [node('a', { exposureTotal: null }), node('b')])];
    const found = worstCase('CHANGES_IGNORED', eras, YEAR);
    expect(found).toMatchObject({ stash: 'a', real: (found?.shown ?? 0n) / 2n });
  });

  it('a fee is not whole per cent', () => {
    expect(wholePercent(129_999_999n)).toBe(120_000_000n);
    expect(
      worstCase('WHOLE_PERCENT', [eraOf(2, [node('a', { guaranteeFeePerbill: 129_999_999n })])], YEAR),
    ).toMatchObject({
      shown: 120_000_000n,
      real: 129_999_999n,
    });
  });
});
