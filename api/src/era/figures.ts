import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { Seen } from '../database/view';
import {
  derivedReceipt,
  eventSource,
  type FigureReceipt,
  figuresOf,
  mapSource,
  type ReceiptNode,
  storageReceipt,
} from '../receipt/node';
import { items } from '../receipt/storage-key';
import { encodePrefs, encodeStakeLimit } from '../validator/raw';
import { encodeU32, encodeU128, lastBlockOfEra, rawExposure, rawRewardPoints } from './raw';
import { type EraRow, eras, type GuarantorEraRow, type ValidatorEraRow, validatorEras } from './sql';

/** Receipts of an era's figures: totalStake, stakingPayout, marketPayout first. What was pruned, as of the block before. */
export const eraFigures = (e: Seen<EraRow>): FigureReceipt[] => {
  const { view, era, sinceBlock } = e;
  const block = lastBlockOfEra(e, view);
  const end = e.endBlock;
  const ending = (rule: string) =>
    derivedReceipt(view, rule, {
      sources: [eventSource('staking.EraReward')],
      ...(end === null ? {} : { item: items.systemEvents(), block: end }),
    });
  return figuresOf({
    totalStake: storageReceipt(view, items.eraTotalStakes(era), sinceBlock, () => encodeU128(e.totalStake), block),
    stakingPayout: storageReceipt(
      view,
      items.eraStakingPayout(era),
      sinceBlock,
      () => encodeU128(e.stakingPayout),
      block,
    ),
    marketPayout: storageReceipt(view, items.eraMarketPayout(era), sinceBlock, () => encodeU128(e.marketPayout), block),
    rewardPoints: storageReceipt(
      view,
      items.eraRewardPoints(era),
      sinceBlock,
      (ctx) => rawRewardPoints(ctx, view, era),
      block,
    ),
    startSession: storageReceipt(
      view,
      items.eraStartSession(era),
      e.plannedAtBlock,
      () => encodeU32(e.startSession),
      block,
    ),
    authoringTotal: ending('The second field of the event that closed the era: what its authors were paid.'),
    stakingTotal: ending('The third field of the event that closed the era: what was put aside for stakers.'),
    issuance:
      end === null
        ? derivedReceipt(view, 'The total issuance when the era closes; it has not closed yet.')
        : storageReceipt(view, items.totalIssuance(), null, () => encodeU128(e.issuance), end),
    electedCount: derivedReceipt(view, 'The number of stashes the election chose at the era’s snapshot.', {
      item: items.currentElected(),
      ...(e.plannedAtBlock === null ? {} : { block: e.plannedAtBlock }),
      rowCount: e.electedCount,
    }),
    pool: derivedReceipt(
      view,
      'Counted as the chain counts it from the state before the era ended: the year’s base and extra by the eras of a year, the market part added, the used fee reduction quota taken off; authors get a share by the number of elected nodes.',
      {
        sources: [
          'Balances.TotalIssuance',
          'Staking.ErasTotalStakes',
          'Staking.ErasMarketPayout',
          'Staking.CurrentElected',
          'Benefits.CurrentBenefits',
        ].map(mapSource),
        ...(end === null ? {} : { block: end - 1 }),
      },
    ),
    paidTotal: derivedReceipt(
      view,
      'The sum of the reward payments of calls that claimed this era, up to this block.',
      {
        sources: [eventSource('staking.Reward')],
      },
    ),
  });
};

/** Receipt of Staking.ErasStakers. */
export const exposureReceipt = (v: Seen<ValidatorEraRow>, era: EraRow | null): ReceiptNode =>
  storageReceipt(
    v.view,
    items.exposure(v.era, v.stash),
    v.sinceBlock,
    (ctx) => rawExposure(ctx, v),
    lastBlockOfEra(era, v.view),
  );

/** Receipt of the exposure that holds a guarantor's stake. */
export const guarantorEraReceipt = async (ctx: Context, g: Seen<GuarantorEraRow>): Promise<ReceiptNode> => {
  const exposure = await loadOne(ctx, validatorEras, g.view, g.validatorEraId);
  if (exposure === null) throw new Error(`the exposure ${g.validatorEraId} of a guarantor has no row`);
  return exposureReceipt(exposure, await loadOne(ctx, eras, g.view, String(g.era)));
};

/** Receipts of a validator's figures in one era. */
export const validatorEraFigures = (v: Seen<ValidatorEraRow>, era: EraRow | null): FigureReceipt[] => {
  const { view, stash, sinceBlock } = v;
  const block = lastBlockOfEra(era, view);
  const exposure = exposureReceipt(v, era);
  const snapshot = era?.plannedAtBlock ?? null;
  const atSnapshot = (rule: string) =>
    derivedReceipt(view, rule, {
      sources: [mapSource('Staking.Ledger'), mapSource('Staking.Guarantors')],
      ...(snapshot === null ? {} : { block: snapshot }),
    });
  const limit = v.stakeLimitAtSnapshot;
  return figuresOf({
    total: exposure,
    own: exposure,
    guarantorCount: exposure,
    guaranteeFeePerbill: storageReceipt(
      view,
      items.eraPrefs(v.era, stash),
      sinceBlock,
      () => (v.guaranteeFeePerbill === null ? null : encodePrefs(v.guaranteeFeePerbill)),
      block,
    ),
    authoringPayout: storageReceipt(
      view,
      items.eraAuthoringPayout(v.era, stash),
      sinceBlock,
      () => encodeU128(v.authoringPayout),
      block,
    ),
    points: storageReceipt(
      view,
      items.eraRewardPoints(v.era),
      era?.sinceBlock ?? null,
      (ctx) => rawRewardPoints(ctx, view, v.era),
      block,
    ),
    stakingReward: derivedReceipt(
      view,
      'The era’s staking payout, by the part this effective stake has in the era’s total stake.',
      {
        sources: ['Staking.ErasStakers', 'Staking.ErasTotalStakes', 'Staking.ErasStakingPayout'].map(mapSource),
        block,
      },
    ),
    stakeLimitAtSnapshot:
      snapshot === null || limit === null
        ? derivedReceipt(view, 'The stake limit in the block of the snapshot, where the index saw that block.')
        : storageReceipt(view, items.stakeLimit(stash), null, () => encodeStakeLimit(limit), snapshot),
    nominalOwn: atSnapshot('The ledger’s active stake in the block of the snapshot.'),
    nominalTotal: atSnapshot('The ledger’s active stake and all guarantees in the block of the snapshot, added.'),
    payout: derivedReceipt(
      view,
      'The authoring payout and the part of the staking payout, divided as reward_stakers divides them: the guarantee fee of it by effective stake among the 64 largest, the rest to the node.',
      {
        sources: [
          'Staking.ErasStakersClipped',
          'Staking.ErasTotalStakes',
          'Staking.ErasStakingPayout',
          'Staking.ErasAuthoringPayout',
          'Staking.ErasValidatorPrefs',
        ].map(mapSource),
        block,
      },
    ),
    yearlyPerbill: derivedReceipt(
      view,
      'What is shared by stake, by all stake behind the node at the snapshot before the limit cut it, times the eras of a year. Nothing is compounded.',
      {
        sources: ['Staking.ErasStakers', 'Staking.ErasStakingPayout', 'Staking.ErasValidatorPrefs'].map(mapSource),
        block,
      },
    ),
    claimed: derivedReceipt(view, 'Whether the ledger lists the era as claimed, or a claim of it was seen.', {
      sources: [mapSource('Staking.Ledger'), eventSource('staking.Reward')],
    }),
  });
};
