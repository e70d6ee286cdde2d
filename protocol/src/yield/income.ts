import { BILLION, max, perbillMul, perbillRatio } from '../base/perbill';
import { clipExposure, effectiveRatioPerbill, snapshotExposure } from '../exposure';
import { payout, stakingReward } from '../payout';
import { isRewarded } from './clip-rank';
import { type Desk, type DeskNode, type EraTerms, openDesk, type StandingNode } from './desk';
import { scaledSum } from './scaled-sum';

/**
 * What a guarantor is paid in an era over all candidates, and what that becomes when its guarantees change while all
 * other bonds, the stake limits, the pool and who made which block stay (crust-protocol §5.2, §5.4). Exact to the pico:
 * every rounding is the runtime's. A changed guarantee has effect on every line of the guarantor, because the stake of
 * the whole era changes with it.
 */

/** Guarantees as changed: nominal pico-CRU by candidate, for those that change only. */
export type ChangedGuarantees = ReadonlyMap<string, bigint>;

/** One candidate as the guarantor sees it. */
export interface Line {
  effectivePico: bigint;
  feePerbill: bigint;
  authoringPico: bigint;
  /** its part of what is shared; 0 when it is not among the 64 */
  partPerbill: bigint;
}

/** The line of a candidate to which the guarantor guarantees `value`. */
export const lineOf = (desk: Desk, standing: StandingNode, guarantor: string, value: bigint): Line => {
  const { node, amounts } = standing;
  const held = desk.guarantees.get(guarantor)?.get(node.stash) ?? 0n;
  let { rhoPerbill, effectivePico } = standing;
  if (value !== held && node.stakeLimitPico > 0n) {
    const nominal = amounts.total - held + value;
    rhoPerbill = effectiveRatioPerbill(node.stakeLimitPico, nominal);
    // with everything counting there is nothing to round
    effectivePico =
      rhoPerbill === BILLION
        ? nominal
        : scaledSum(amounts, rhoPerbill) - perbillMul(rhoPerbill, held) + perbillMul(rhoPerbill, value);
  }
  const isPaid =
    value > 0n && node.stakeLimitPico > 0n && isRewarded(node.votes, guarantor, value, rhoPerbill, desk.keyOf);
  return {
    effectivePico,
    feePerbill: node.guaranteeFeePerbill,
    authoringPico: node.authoringPayoutPico,
    partPerbill: isPaid ? perbillRatio(perbillMul(rhoPerbill, value), max(effectivePico, 1n)) : 0n,
  };
};

/** What the guarantor is paid on one line, in an era of this total stake and staking payout. */
export const paidOn = (line: Line, eraTotalStakes: bigint, stakingPayout: bigint): bigint => {
  if (line.partPerbill === 0n) return 0n;
  const reward = line.authoringPico + stakingReward(line.effectivePico, eraTotalStakes, stakingPayout);
  return perbillMul(line.partPerbill, perbillMul(line.feePerbill, reward));
};

/** What a candidate keeps for itself, when the guarantor is one. */
const ownRemainder = (desk: Desk, guarantor: string): bigint => {
  const own = desk.nodes.get(guarantor)?.node;
  if (own === undefined) return 0n;
  const exposure = snapshotExposure(own.stakeLimitPico, own.ownActivePico, own.votes);
  return payout({
    authoringPayout: own.authoringPayoutPico,
    stakingPayout: desk.terms.stakingPayoutPico,
    eraTotalStakes: desk.eraTotalStakesPico,
    exposureTotal: exposure?.total ?? 0n,
    guarantors: exposure === null ? [] : clipExposure(exposure).others,
    guaranteeFeePerbill: own.guaranteeFeePerbill,
  }).validator;
};

/** One guarantor at the desk: its lines as they are. */
export interface Seat {
  desk: Desk;
  guarantor: string;
  lines: ReadonlyMap<string, Line>;
  /** all it is paid in the era as things are */
  incomePico: bigint;
}

export const takeSeat = (desk: Desk, guarantor: string): Seat => {
  const lines = new Map<string, Line>();
  let incomePico = ownRemainder(desk, guarantor);
  for (const [stash, value] of desk.guarantees.get(guarantor) ?? []) {
    const line = lineOf(desk, desk.nodes.get(stash) as StandingNode, guarantor, value);
    lines.set(stash, line);
    incomePico += paidOn(line, desk.eraTotalStakesPico, desk.terms.stakingPayoutPico);
  }
  return { desk, guarantor, lines, incomePico };
};

/** What the guarantor is paid on each candidate it guarantees for, as things are. */
export const lineIncomes = ({ desk, lines }: Seat): Map<string, bigint> =>
  new Map(
    [...lines].map(([stash, line]) => [stash, paidOn(line, desk.eraTotalStakesPico, desk.terms.stakingPayoutPico)]),
  );

/**
 * All the guarantor is paid in the era once these guarantees are changed. A candidate that guarantees is a candidate no
 * more (staking `guarantee` removes its Validators row), so its own exposure falls away.
 */
export const incomeWith = (seat: Seat, changed: ChangedGuarantees): bigint => {
  const { desk, guarantor, lines } = seat;
  if (changed.size === 0) return seat.incomePico;
  let eraTotalStakes = desk.eraTotalStakesPico - (desk.nodes.get(guarantor)?.effectivePico ?? 0n);
  const anew: Line[] = [];
  for (const [stash, value] of changed) {
    const standing = desk.nodes.get(stash);
    if (standing === undefined) throw new Error(`${stash} is no candidate`);
    if (value < 0n) throw new Error(`a guarantee to ${stash} cannot be negative`);
    if (stash === guarantor) continue;
    const line = lineOf(desk, standing, guarantor, value);
    anew.push(line);
    eraTotalStakes += line.effectivePico - standing.effectivePico;
  }
  let income = 0n;
  for (const line of anew) income += paidOn(line, eraTotalStakes, desk.terms.stakingPayoutPico);
  for (const [stash, line] of lines)
    if (!changed.has(stash)) income += paidOn(line, eraTotalStakes, desk.terms.stakingPayoutPico);
  return income;
};

/** What `addPico` more on one candidate adds to the guarantor's income of the era; it can be negative. */
export const addedIncome = (seat: Seat, stash: string, addPico: bigint): bigint => {
  if (addPico === 0n) return 0n;
  const held = seat.desk.guarantees.get(seat.guarantor)?.get(stash) ?? 0n;
  return incomeWith(seat, new Map([[stash, held + addPico]])) - seat.incomePico;
};

/** `addedIncome` for every candidate: the column of a table. */
export const addedIncomes = (seat: Seat, addPico: bigint): Map<string, bigint> =>
  new Map([...seat.desk.nodes.keys()].map((stash) => [stash, addedIncome(seat, stash, addPico)]));

/** All a guarantor is paid in an era over all candidates. */
export const guarantorIncome = (nodes: readonly DeskNode[], terms: EraTerms, guarantor: string): bigint =>
  takeSeat(openDesk(nodes, terms), guarantor).incomePico;

/**
 * The guarantor's income of the era with `addPico` more on `stash`, minus without; limits, points and pool fixed. For more
 * than one question take `openDesk` and `takeSeat` once and ask `addedIncome`.
 */
export const marginalIncome = (
  nodes: readonly DeskNode[],
  terms: EraTerms,
  guarantor: string,
  stash: string,
  addPico: bigint,
): bigint => addedIncome(takeSeat(openDesk(nodes, terms), guarantor), stash, addPico);

export type { Desk, DeskNode, EraTerms } from './desk';
export { openDesk } from './desk';
