import {
  BILLION,
  type ClaimState,
  claimErasLeft,
  claimState,
  type Distribution,
  distribution,
  erasPerYear,
  realisedYearlyPerbill,
} from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadKeyed, loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { ClaimStateEnum } from '../guarantor/income/type';
import { claimVotes } from '../unclaimed/sql';
import { ledgers } from '../validator/sql';
import { loadEraNow } from './now';
import { claimedEras, eras, type ValidatorEraRow } from './sql';

/** How a closed era's reward of a node is divided, and what became of the claim. */
export interface EraPayoutNode extends Distribution {
  /** what a CRU guaranteed here brought, as a simple yearly rate in parts per billion */
  yearlyPerbill: bigint | null;
  claim: ClaimState;
  erasLeft: number | null;
}

/** Null until the era has closed. */
export const loadEraPayout = async (ctx: Context, v: Seen<ValidatorEraRow>): Promise<EraPayoutNode | null> => {
  const era = await loadOne(ctx, eras, v.view, String(v.era));
  if (era === null || era.stakingPayout === null) return null;
  const [votes, claimed, ledger, now] = await Promise.all([
    loadKeyed(ctx, 'claimVotes', v.view, v.id, claimVotes),
    loadKeyed(ctx, 'claimedEra', v.view, v.id, claimedEras),
    loadOne(ctx, ledgers, v.view, v.stash, 'stash'),
    loadEraNow(ctx, v.view),
  ]);
  const node = {
    authoringPayout: v.authoringPayout === null ? null : BigInt(v.authoringPayout),
    guaranteeFeePerbill: BigInt(v.guaranteeFeePerbill ?? BILLION),
  };
  const pot = { stakingPayout: BigInt(era.stakingPayout), eraTotalStakes: BigInt(era.totalStake ?? 0) };
  const amount = (text: string | null) => (text === null ? null : BigInt(text));
  const claim = claimState({
    era: v.era,
    currentEra: now.currentEra,
    hasClosed: true,
    isClaimed: claimed ?? false,
    isBonded: ledger !== null,
  });
  return {
    ...distribution(
      { ...node, ...pot, exposureTotal: BigInt(v.total ?? 0) },
      BigInt(v.own ?? 0),
      (votes ?? []).map(({ value, clipped }) => ({ value: BigInt(value), isClipped: clipped })),
    ),
    yearlyPerbill: realisedYearlyPerbill(
      { ...node, exposureTotal: amount(v.total), nominalTotal: amount(v.nominalTotal) },
      pot,
      erasPerYear(ctx.profile),
    ),
    claim,
    erasLeft: claim === 'OUTSTANDING' ? claimErasLeft(v.era, now.currentEra) : null,
  };
};

export const NodeEraPayoutRef = builder.objectRef<EraPayoutNode>('NodeEraPayout').implement({
  description: 'How a closed era’s reward of a node is divided, whoever was still bonded when it was claimed.',
  fields: (t) => ({
    total: t.expose('total', { type: 'BigInt' }),
    validator: t.expose('validator', { type: 'BigInt', description: 'to the node itself' }),
    guarantors: t.expose('guarantors', { type: 'BigInt', description: 'to its 64 largest guarantors' }),
    clipped: t.expose('clipped', {
      type: 'BigInt',
      description: 'of the node’s part: what the guarantors beyond the 64 would have got without that limit',
    }),
    validatorStake: t.expose('validatorStake', {
      type: 'BigInt',
      description: 'of the node’s part: what its own stake gets of what is shared by stake',
    }),
    yearlyPerbill: t.expose('yearlyPerbill', {
      type: 'BigInt',
      nullable: true,
      description: 'what a CRU guaranteed here brought, as a simple yearly rate in parts per billion',
    }),
    claim: t.field({ type: ClaimStateEnum, resolve: ({ claim }) => claim }),
    erasLeft: t.exposeInt('erasLeft', {
      nullable: true,
      description: 'eras that may still be planned before a claim is refused; null where nothing is outstanding',
    }),
  }),
});
