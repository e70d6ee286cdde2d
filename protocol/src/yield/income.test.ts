import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { countEra, type EraBasis, payoutOf } from '../era-recount';
import { addedIncomes, type DeskNode, guarantorIncome, marginalIncome, openDesk, takeSeat } from './income';

const ME = 'g0500';
const keyOf = (account: string): string => account;
const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 62n }),
  fc.bigInt({ min: 0n, max: 5n }),
  fc.constantFrom(10n ** 12n, 3n * 10n ** 15n),
);

/** Votes of g0000 … in key order; many of them are equal, so that keys decide. */
const votes = fc
  .tuple(fc.constantFrom(3, 20, 63, 64, 65, 80), fc.array(amount, { minLength: 1, maxLength: 12 }), fc.integer())
  .map(([count, values, seed]) =>
    Array.from({ length: count }, (_, i) => ({
      who: `g${String((i * 13 + (Math.abs(seed) % 7)) % 1000).padStart(4, '0')}`,
      value: values[(i * 7 + Math.abs(seed)) % values.length] as bigint,
    })).sort((a, b) => (a.who < b.who ? -1 : 1)),
  );

const node = fc.record({
  stakeLimitPico: fc.oneof({ weight: 4, arbitrary: amount }, { weight: 1, arbitrary: fc.bigInt(2n ** 64n, 2n ** 70n) }),
  ownActivePico: amount,
  votes,
  mine: fc.option(amount),
  guaranteeFeePerbill: fc.bigInt({ min: 0n, max: BILLION }),
  authoringPayoutPico: fc.oneof(fc.constant(0n), amount),
});

const desk = fc.record({
  nodes: fc.array(node, { minLength: 1, maxLength: 5 }).map((list) =>
    list.map(({ mine, ...one }, i): DeskNode => {
      const others = one.votes.filter(({ who }) => who !== ME);
      const all = mine === null ? others : [...others, { who: ME, value: mine }];
      return { ...one, stash: `v${i}`, votes: all.sort((a, b) => (a.who < b.who ? -1 : 1)) };
    }),
  ),
  terms: fc.record({ stakingPayoutPico: amount, keyOf: fc.constant(keyOf) }),
  target: fc.nat(),
  add: amount,
});

/** The whole era counted from its beginning, with the functions that are held against the chain. */
const naiveIncome = (nodes: readonly DeskNode[], stakingPayout: bigint, who: string): bigint => {
  const basis: EraBasis<string> = {
    totalWorkload: 0n,
    limitOfAll: 1n,
    stakingPayout,
    candidates: nodes.map((one) => ({
      stash: one.stash,
      workload: null,
      stakeLimit: one.stakeLimitPico,
      own: one.ownActivePico,
      votes: one.votes,
      guaranteeFeePerbill: one.guaranteeFeePerbill,
      authoringPayout: one.authoringPayoutPico,
    })),
  };
  const era = countEra(basis);
  return nodes
    .flatMap(({ stash }) => {
      const { guarantors, validator } = payoutOf(era, stash);
      return [...guarantors, { who: stash, amount: validator }];
    })
    .reduce((sum, part) => (part.who === who ? sum + part.amount : sum), 0n);
};

const withVote = (nodes: readonly DeskNode[], who: string, stash: string, add: bigint): DeskNode[] =>
  nodes
    .filter((one) => one.stash !== who)
    .map((one) => {
      if (one.stash !== stash) return one;
      const held = one.votes.find((vote) => vote.who === who)?.value ?? 0n;
      const others = one.votes.filter((vote) => vote.who !== who);
      return { ...one, votes: [...others, { who, value: held + add }].sort((a, b) => (a.who < b.who ? -1 : 1)) };
    });

describe('income of a guarantor', () => {
  it('is what the whole era recounted pays it, before and after, to the pico', () => {
    const met = { clippedOut: 0, over64: 0, overLimit: 0, negative: 0, newVote: 0 };
    const some = fc.property(desk, ({ nodes, terms, target, add }) => {
      const { stash, votes: had, stakeLimitPico } = nodes[target % nodes.length] as DeskNode;
      const before = naiveIncome(nodes, terms.stakingPayoutPico, ME);
      expect(guarantorIncome(nodes, terms, ME)).toBe(before);
      const after = naiveIncome(withVote(nodes, ME, stash, add), terms.stakingPayoutPico, ME);
      const marginal = add === 0n ? 0n : after - before;
      expect(marginalIncome(nodes, terms, ME, stash, add)).toBe(marginal);
      if (had.length > 64) met.over64 += 1;
      if (had.length > 64 && marginal === 0n && add > 0n) met.clippedOut += 1;
      if (stakeLimitPico > 0n && had.reduce((sum, { value }) => sum + value, add) > stakeLimitPico) met.overLimit += 1;
      if (marginal < 0n) met.negative += 1;
      if (!had.some(({ who }) => who === ME)) met.newVote += 1;
    });
    // a sum that falls is rare: as often as it takes to meet one
    for (let round = 0; round < 5 && Object.values(met).includes(0); round += 1) fc.assert(some, { numRuns: 1500 });
    for (const [kind, times] of Object.entries(met)) expect(times, kind).toBeGreaterThan(0);
  });

  it('counts what a candidate keeps, until it guarantees and is none any more', () => {
    fc.assert(
      fc.property(desk, ({ nodes: given, terms, add }) => {
        const nodes = [
          ...given,
          { ...(given[0] as DeskNode), stash: ME, votes: (given[0] as DeskNode).votes.slice(0, 9) },
        ].map((one) => ({ ...one, votes: one.votes.filter(({ who }) => who !== ME) }));
        const before = naiveIncome(nodes, terms.stakingPayoutPico, ME);
        expect(guarantorIncome(nodes, terms, ME)).toBe(before);
        const after = naiveIncome(withVote(nodes, ME, 'v0', add + 1n), terms.stakingPayoutPico, ME);
        expect(marginalIncome(nodes, terms, ME, 'v0', add + 1n)).toBe(after - before);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused for what cannot be', () => {
    const one: DeskNode = {
      stash: 'v0',
      stakeLimitPico: 1n,
      ownActivePico: 1n,
      votes: [],
      guaranteeFeePerbill: 1n,
      authoringPayoutPico: 0n,
    };
    expect(() => openDesk([one, one], { stakingPayoutPico: 1n })).toThrow('twice');
    expect(() => marginalIncome([one], { stakingPayoutPico: 1n }, ME, 'v9', 1n)).toThrow('no candidate');
    expect(() => marginalIncome([one], { stakingPayoutPico: 1n }, ME, 'v0', -1n)).toThrow('negative');
  });

  it('of 1,000 candidates is asked for each of them in a moment', () => {
    const CRU = 10n ** 12n;
    const nodes = Array.from(
      { length: 1000 },
      (_, i): DeskNode => ({
        stash: `v${i}`,
        stakeLimitPico: BigInt(1000 + ((i * 977) % 40_000)) * CRU + BigInt(i),
        ownActivePico: 3000n * CRU,
        votes: Array.from({ length: 20 + (i % 60) }, (__, j) => ({
          who: j === 7 && i % 62 === 0 ? ME : `g${String(j).padStart(4, '0')}`,
          value: BigInt(10 + ((i * 31 + j * 17) % 900)) * CRU + BigInt(j * j),
        })),
        guaranteeFeePerbill: BigInt(i % 100) * 10_000_000n,
        authoringPayoutPico: i % 3 === 0 ? CRU : 0n,
      }),
    );
    const opened = openDesk(nodes, { stakingPayoutPico: 2737n * CRU, keyOf });
    const seat = takeSeat(opened, ME);
    expect(seat.lines.size).toBeGreaterThan(15);
    const times = Array.from({ length: 7 }, () => {
      const before = process.cpuUsage();
      expect(addedIncomes(seat, 1000n * CRU).size).toBe(1000);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }).sort((a, b) => a - b);
    const median = times[3] as number;
    console.log(
      `marginal income on each of 1,000 candidates, guarantor of ${seat.lines.size}: ${median.toFixed(1)} ms of CPU`,
    );
    // work, not time: the machine of the tests is shared
    expect(median).toBeLessThan(120);
  });
});
