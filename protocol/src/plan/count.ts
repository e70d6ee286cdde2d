import { openDesk, type StandingNode } from '../yield/desk';
import { type Line, lineOf, paidOn } from '../yield/income';
import { electedWith, lastSeatWith, openPoll } from './election';
import type { PlanNode, PlanQuestion } from './question';

/** What a split earns in the era that is reckoned with, to the pico as the runtime rounds, who is elected counted anew. */
export interface Counter {
  /** `amounts`: what stands on each node the guarantor has or gets; those not named are left as they are */
  incomePico(amounts: ReadonlyMap<string, bigint>): bigint;
  /** effective stake of the last who is elected with a split */
  lastSeatPico(amounts: ReadonlyMap<string, bigint>): bigint;
}

export const counterOf = (question: PlanQuestion): Counter => {
  const { nodes, guarantor, stakingPayoutPico, keyOf, seats } = question;
  const desk = openDesk(nodes, { stakingPayoutPico, ...(keyOf && { keyOf }) });
  const poll = openPoll(desk, seats);
  const authoring = new Map(nodes.map((node: PlanNode) => [node.stash, node.authoringIfElectedPico]));
  const lines = new Map<string, Map<bigint, Line>>();
  const line = (stash: string, amountPico: bigint): Line => {
    const known = lines.get(stash) ?? new Map<bigint, Line>();
    lines.set(stash, known);
    let one = known.get(amountPico);
    if (one === undefined) {
      one = lineOf(desk, desk.nodes.get(stash) as StandingNode, guarantor, amountPico);
      known.set(amountPico, one);
    }
    return one;
  };
  const held = desk.guarantees.get(guarantor) ?? new Map<string, bigint>();
  const incomePico = (amounts: ReadonlyMap<string, bigint>): bigint => {
    const all = new Map([...held, ...amounts]);
    const [standing, changed] = [new Map<string, Line>(), new Map<string, bigint>()];
    let eraTotalStakes = desk.eraTotalStakesPico;
    for (const [stash, amountPico] of all) {
      const one = line(stash, amountPico);
      const was = desk.nodes.get(stash)?.effectivePico ?? 0n;
      standing.set(stash, one);
      changed.set(stash, one.effectivePico);
      eraTotalStakes += one.effectivePico - was;
    }
    const elected = electedWith(poll, changed, all.keys());
    let income = 0n;
    for (const [stash, one] of standing) {
      const authoringPico = elected.has(stash) ? (authoring.get(stash) ?? 0n) : 0n;
      income += paidOn({ ...one, authoringPico }, eraTotalStakes, stakingPayoutPico);
    }
    return income;
  };
  const lastSeatPico = (amounts: ReadonlyMap<string, bigint>): bigint =>
    lastSeatWith(poll, new Map([...amounts].map(([stash, amount]) => [stash, line(stash, amount).effectivePico])));
  return { incomePico, lastSeatPico };
};
