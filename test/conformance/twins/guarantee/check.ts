import { perbillMul } from '@moho/protocol/base';
import type { EraBasis } from '@moho/protocol/era-recount';
import { MAX_REWARDED_GUARANTORS, snapshotExposure } from '@moho/protocol/exposure';
import { isRewarded } from '@moho/protocol/yield/clip-rank';
import { guarantorKey } from '@moho/protocol/yield/guarantor-key';
import { guarantorIncome } from '@moho/protocol/yield/income';
import { nodesOf, paidLike, termsOf, told } from './desk';
import type { GuaranteeTwin } from './twins';

/** What must hold of the twins of one guarantee, and what they were like. */

type Hex = `0x${string}`;

const voteOf = (basis: EraBasis<Hex>, stash: Hex, who: Hex): bigint =>
  basis.candidates.find((one) => one.stash === stash)?.votes.find((vote) => vote.who === who)?.value ?? 0n;

/** Everything the stakes of an era are made of but this guarantee; fees as they held. */
const besides = (basis: EraBasis<Hex>, stash: Hex, who: Hex): string =>
  JSON.stringify(
    basis.candidates.map(({ authoringPayout: _, ...one }) => ({
      ...one,
      votes: one.votes.filter((vote) => one.stash !== stash || vote.who !== who),
    })),
    (_key, value) => (typeof value === 'bigint' ? String(value) : value),
  );

/** What the candidates that somebody guarantees for earned as authors; the others' blocks do not reach it. */
const authors = ({ candidates }: EraBasis<Hex>, who: Hex, stash: Hex): string =>
  candidates
    .filter((one) => one.stash === stash || one.votes.some((vote) => vote.who === who))
    .map((one) => `${one.stash} ${one.authoringPayout}`)
    .join();

/** All else is the same: every other bond, limit and fee. */
export const isSameBasis = ({ without, withIt, extra }: GuaranteeTwin): boolean => {
  const { stash, addPico, asker } = extra;
  const me = asker.who.account;
  const added = voteOf(withIt, stash, me) - voteOf(without, stash, me);
  return added === addPico && besides(without, stash, me) === besides(withIt, stash, me);
};

/** The pool is the same, too, and what the asker's candidates earned as authors. */
export const isSamePay = ({ without, withIt, extra }: GuaranteeTwin): boolean => {
  const [me, { stash }] = [extra.asker.who.account, extra];
  return without.stakingPayout === withIt.stakingPayout && authors(without, me, stash) === authors(withIt, me, stash);
};

/** What the guarantee brought: what the second chain paid more. */
export const brought = ({ paidWith, paidWithout }: GuaranteeTwin): bigint => paidWith - paidWithout;

/** Everything that is not as was told, in sentences; empty when all is. */
export const guaranteeProblems = (twin: GuaranteeTwin): string[] => {
  const { seed, crowd, era, extra, without, withIt, paidWith, paidWithout } = twin;
  const me = extra.asker.who.account;
  const found: string[] = [];
  const say = (what: string, was: bigint, toldWas: bigint): void => {
    if (was !== toldWas) found.push(`seed ${seed}, ${crowd}, era ${era}: ${what} ${was}, told was ${toldWas}`);
  };
  const income = (basis: EraBasis<Hex>) => guarantorIncome(nodesOf(basis), termsOf(basis), me);
  say('without the guarantee it is paid', paidWithout, income(without));
  say('with the guarantee it is paid', paidWith, income(withIt));
  if (!isSameBasis(twin)) return found;
  // given that era's pool and points, from the stakes of the chain that never saw the guarantee
  const given = paidLike(without, withIt);
  say('the guarantee brings', paidWith - income(given), told(given, me, extra.stash, extra.addPico));
  if (isSamePay(twin)) say('the twin is paid more', brought(twin), told(without, me, extra.stash, extra.addPico));
  return found;
};

/** Whether the asker was, or is, among those of the candidate that are paid. */
const isPaid = (basis: EraBasis<Hex>, stash: Hex, who: Hex): boolean => {
  const one = basis.candidates.find((candidate) => candidate.stash === stash);
  const exposure = one && snapshotExposure(one.stakeLimit, one.own, one.votes);
  const vote = voteOf(basis, stash, who);
  return exposure && vote > 0n ? isRewarded(one.votes, who, vote, exposure.rhoPerbill, guarantorKey) : false;
};

const kinds = (twin: GuaranteeTwin) => {
  const { without, withIt, extra } = twin;
  const [stash, me] = [extra.stash, extra.asker.who.account];
  const candidate = withIt.candidates.find((one) => one.stash === stash);
  const exposure = candidate && snapshotExposure(candidate.stakeLimit, candidate.own, candidate.votes);
  const isCrowded = (candidate?.votes.length ?? 0) > MAX_REWARDED_GUARANTORS;
  const [was, is] = [isPaid(without, stash, me), isPaid(withIt, stash, me)];
  return {
    entersThe64: isCrowded && !was && is,
    staysOutside: isCrowded && !is,
    overTheLimit: exposure ? perbillMul(exposure.rhoPerbill, exposure.nominalTotal) < exposure.nominalTotal : false,
    smallNode: twin.wish === 'small',
    newTarget: voteOf(without, stash, me) === 0n,
    holdsOthers: without.candidates.some((one) => one.stash !== stash && one.votes.some(({ who }) => who === me)),
    bringsNothing: brought(twin) <= 0n,
  };
};
export type Kind = keyof ReturnType<typeof kinds>;

export interface GuaranteeCounts {
  twins: number;
  sameBasis: number;
  /** those whose candidates earned as much as authors, too: the plain difference of both chains is what was told */
  samePay: number;
  /** of those with all else the same */
  kinds: Record<Kind, number>;
}

export const countGuarantees = (twins: readonly GuaranteeTwin[]): GuaranteeCounts => {
  const same = twins.filter(isSameBasis);
  const counts: GuaranteeCounts = {
    twins: twins.length,
    sameBasis: same.length,
    samePay: same.filter(isSamePay).length,
    kinds: {
      ...{ entersThe64: 0, staysOutside: 0, overTheLimit: 0, smallNode: 0 },
      ...{ newTarget: 0, holdsOthers: 0, bringsNothing: 0 },
    },
  };
  for (const twin of same)
    for (const [kind, holds] of Object.entries(kinds(twin)) as [Kind, boolean][]) if (holds) counts.kinds[kind] += 1;
  return counts;
};

/** How far off each forecast was, in per cent of what the guarantee brought, ascending; what brought nothing has no such part. */
export const forecastErrors = (twins: readonly GuaranteeTwin[]): number[] =>
  twins
    .flatMap((twin) => {
      const real = brought(twin);
      if (twin.forecast === null || real === 0n) return [];
      const [off, size] = [twin.forecast - real, real < 0n ? -real : real];
      return [Number(((off < 0n ? -off : off) * 100_000n) / size) / 1000];
    })
    .sort((a, b) => a - b);
