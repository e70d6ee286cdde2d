import { describe, expect, it } from 'vitest';
import { planCalls } from '../../src/plan/calls';
import { planGuarantees } from '../../src/plan/plan';
import { bruteForce } from './brute-force';
import { caseOf, KINDS, largeCase } from './cases';

const SEED = Number(process.env.PLAN_SEED ?? 1 + Math.floor(Math.random() * 1_000_000));
const CASES = 1020;

describe(`the planner (PLAN_SEED=${SEED})`, () => {
  it('finds the best split of the grid in every small case, with every kind of jump among them', () => {
    const met = { enters64: 0, winsSeat: 0, tooManyTargets: 0, tooSmall: 0 };
    let splits = 0;
    for (let i = 0; i < CASES; i++) {
      const { kind, question } = caseOf(SEED + i);
      const plan = planGuarantees(question);
      const best = bruteForce(question, () => false);
      const say = `case ${SEED + i}, ${kind}`;
      expect(plan.incomePico, say).toBe(best.incomePico);
      expect([plan.isProven, plan.boundPico], say).toEqual([true, best.incomePico]);
      const others = plan.positions
        .filter(({ heldPico, amountPico }) => amountPico > heldPico)
        .map(
          ({ stash, heldPico }) =>
            bruteForce(question, (on, amountPico) => on === stash && amountPico > heldPico).incomePico,
        );
      const second = others.reduce((top, income) => (income > top ? income : top), -1n);
      expect(plan.runnerUp?.incomePico ?? -1n, say).toBe(second);
      splits += best.splits;
      for (const jump of Object.keys(met) as (keyof typeof met)[]) if (best.jumps[jump]) met[jump] += 1;
    }
    console.log(
      `${CASES} cases of ${KINDS.length} kinds from seed ${SEED}, ${splits} splits; jumps met: ${JSON.stringify(met)}`,
    );
    for (const [jump, times] of Object.entries(met)) expect(times, jump).toBeGreaterThan(20);
  });

  it('answers for 1,000 nodes in a moment, with a bound', () => {
    const [times, gaps]: [number[], number[]] = [[], []];
    for (let i = 0; i < 6; i++) {
      const question = largeCase(SEED + i, 1000);
      const before = process.cpuUsage();
      const plan = planGuarantees(question);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      expect(plan.incomePico >= plan.standingPico).toBe(true);
      expect(plan.boundPico >= plan.incomePico).toBe(true);
      expect(plan.positions.filter(({ amountPico }) => amountPico > 0n).length).toBeLessThanOrEqual(16);
      const added = plan.positions.reduce((sum, { heldPico, amountPico }) => sum + amountPico - heldPico, 0n);
      expect(added + plan.unplacedPico).toBe(question.newPico);
      expect(plan.unplacedPico >= 0n).toBe(true);
      for (const { amountPico } of planCalls(plan.positions, question.existentialDepositPico))
        expect(amountPico > question.existentialDepositPico).toBe(true);
      gaps.push(Number(((plan.boundPico - plan.incomePico) * 100_000n) / plan.incomePico) / 1000);
    }
    const middle = (list: number[]) => [...list].sort((a, b) => a - b)[3] ?? 0;
    console.log(
      `1,000 nodes: median ${middle(times).toFixed(0)} ms of CPU of ${times.map((t) => t.toFixed(0))}; gaps in %: ${gaps}`,
    );
    // the aim is 200 ms on a quiet machine; work, not time: that of the tests is shared
    expect(middle(times)).toBeLessThan(3000);
  });
});
