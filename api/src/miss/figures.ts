import { encodeU128, lastBlockOfEra } from '../era/raw';
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
import { encodeStakeLimit } from '../validator/raw';
import type { MissNode } from './load';

const SOURCES = [
  'Swork.Identities',
  'Swork.WorkReports',
  'Staking.Validators',
  'Staking.Ledger',
  'Staking.Guarantors',
  'Staking.ErasStakingPayout',
  'Staking.ErasAuthoringPayout',
  'Staking.ErasValidatorPrefs',
];

/** Receipts of what a miss cost: what the chain stored, and by which rule the rest was counted. */
export const missFigures = ({ view, owner, era, place, cost }: MissNode): FigureReceipt[] => {
  const { plannedAtBlock: block, sweepEndBlock } = era;
  // of an era the chain has forgotten the index tells what it last held
  const held = Math.min(era.endBlock, lastBlockOfEra(null, view));
  const counted = (rule: string): ReceiptNode => derivedReceipt(view, rule, { sources: SOURCES.map(mapSource), block });
  const swept = (rule: string): ReceiptNode =>
    derivedReceipt(view, rule, { sources: SOURCES.slice(0, 2).map(mapSource), block: sweepEndBlock });
  const again =
    'The era counted once more with the member’s workload put back into its group and into the network’s total';
  return figuresOf({
    missing: derivedReceipt(view, 'free and spower of the member’s work report when the sweep came to it, added.', {
      item: items.workReport(place.anchor),
      block: place.block - 1,
    }),
    judgedSlot: swept('The slot whose sweep gave the era its stake limits: the last to end before the snapshot.'),
    'paid.workload': swept('free and spower of the group’s members that counted in the sweep, added.'),
    'paid.totalWorkload': swept('free and spower of all members of the network that counted in the sweep, added.'),
    limitOfAll: derivedReceipt(view, 'Issuance × ratio, by the part of it that was staked, when the sweep ended.', {
      sources: ['Balances.TotalIssuance', 'Staking.ErasTotalStakes'].map(mapSource),
      item: items.totalIssuance(),
      block: sweepEndBlock - 1,
    }),
    'paid.stakeLimit': storageReceipt(
      view,
      items.stakeLimit(owner),
      null,
      () => (cost === null ? null : encodeStakeLimit(String(cost.paid.stakeLimit))),
      block,
    ),
    'paid.exposureTotal': derivedReceipt(view, 'The total of its exposure in the era’s snapshot.', {
      item: items.exposure(era.era, owner),
      block: held,
    }),
    'paid.eraTotalStakes': storageReceipt(
      view,
      items.eraTotalStakes(era.era),
      block,
      () => encodeU128(era.totalStake),
      held,
    ),
    stakingPayout: storageReceipt(
      view,
      items.eraStakingPayout(era.era),
      era.endBlock,
      () => encodeU128(era.stakingPayout),
      held,
    ),
    'paid.owner': counted('The owner’s part of the era’s payout, by the rules of reward_stakers.'),
    restored: counted(`${again}; stakes, fee, pool, points and everybody else’s work are as they were.`),
    ownerLoss: counted(`${again}: what the owner would have been paid more.`),
    guarantorsLoss: derivedReceipt(view, `${again}: what its guarantors would have been paid more, added.`, {
      sources: [...SOURCES.map(mapSource), eventSource('staking.Reward')],
      block,
    }),
  });
};
