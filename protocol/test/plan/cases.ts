import type { PlanNode, PlanQuestion } from '../../src/plan/question';

/** Small questions by chance, each made so that one kind of jump is near. */

export const KINDS = ['plain', 'the 64', 'a seat', 'sixteen targets', 'small calls', 'cuts'] as const;
export type CaseKind = (typeof KINDS)[number];

const ME = 'g0500';
const CRU = 10n ** 12n;

/** mulberry32: a small generator, so that a case can be made again from its seed */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const caseOf = (seed: number): { kind: CaseKind; question: PlanQuestion } => {
  const next = chance(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const cru = (low: number, high: number): bigint => BigInt(between(low, high)) * CRU + BigInt(between(0, 999_999));
  const kind = KINDS[seed % KINDS.length] as CaseKind;
  const [isCrowd, isSixteen, isCut] = [kind === 'the 64', kind === 'sixteen targets', kind === 'cuts'];
  const free = between(2, isCrowd ? 2 : 3);
  const node = (i: number): PlanNode => {
    const crowd = isCrowd && i === 0;
    const votes = Array.from({ length: crowd ? between(63, 66) : between(0, 4) }, (_, v) => ({
      who: `g${String(v * 15).padStart(4, '0')}`,
      // many of a crowd are equal, so that keys decide
      value: crowd ? BigInt(between(8, 12)) * CRU : cru(1, 500),
    }));
    const isHeld = i >= free || (isCut && i < 2) || (crowd && between(0, 1) === 1);
    const held = isHeld ? { who: ME, value: i >= free ? BigInt(between(1, 40)) * CRU : cru(1, 60) } : null;
    return {
      stash: `v${String(i).padStart(2, '0')}`,
      stakeLimitPico: between(0, 9) === 0 ? 0n : cru(50, 2500),
      ownActivePico: cru(0, 600),
      votes: [...votes, ...(held ? [held] : [])].sort((a, b) => (a.who < b.who ? -1 : 1)),
      guaranteeFeePerbill: BigInt(between(0, 20)) * 50_000_000n,
      authoringPayoutPico: 0n,
      authoringIfElectedPico: kind === 'a seat' || between(0, 2) === 0 ? cru(1, 30) : 0n,
      mayAdd: i < free,
    };
  };
  const others = isSixteen ? between(14, 15) : 0;
  const nodes = Array.from({ length: free + others }, (_, i) => node(i));
  return {
    kind,
    question: {
      nodes,
      stakingPayoutPico: cru(1, 300),
      seats: kind === 'a seat' ? between(1, Math.max(1, free - 1)) : between(1, free + 1),
      guarantor: ME,
      newPico: kind === 'small calls' ? BigInt(between(3, 12)) * (CRU / 1000n) : cru(10, 600),
      mayCut: isCut,
      maxPerNodePico: between(0, 4) === 0 ? cru(50, 300) : null,
      maxTargets: isSixteen ? 16 : between(1, 3),
      existentialDepositPico: kind === 'small calls' ? CRU / 500n : 1n,
      parts: isCut || isCrowd ? 5 : between(3, 6),
      keyOf: (account) => account,
    },
  };
};

/** A thousand nodes and a guarantor with nothing yet, or with a few guarantees. */
export const largeCase = (seed: number, count: number): PlanQuestion => {
  const next = chance(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const cru = (low: number, high: number): bigint => BigInt(between(low, high)) * CRU + BigInt(between(0, 999_999));
  const nodes = Array.from(
    { length: count },
    (_, i): PlanNode => ({
      stash: `v${String(i).padStart(4, '0')}`,
      stakeLimitPico: cru(500, 40_000),
      ownActivePico: cru(0, 5000),
      votes: Array.from({ length: between(0, 75) }, (__, v) => ({
        who: v === 7 && i % 150 === 0 ? ME : `g${String(v * 15).padStart(4, '0')}`,
        value: cru(1, 900),
      })).sort((a, b) => (a.who < b.who ? -1 : 1)),
      guaranteeFeePerbill: BigInt(between(0, 100)) * 10_000_000n,
      authoringPayoutPico: 0n,
      authoringIfElectedPico: cru(0, 2),
      mayAdd: between(0, 9) > 0,
    }),
  );
  return {
    nodes,
    stakingPayoutPico: 2737n * CRU,
    seats: 500,
    guarantor: ME,
    newPico: cru(500, 50_000),
    mayCut: seed % 2 === 0,
    maxPerNodePico: null,
    maxTargets: 16,
    existentialDepositPico: 1n,
    parts: 32,
    keyOf: (account) => account,
  };
};
