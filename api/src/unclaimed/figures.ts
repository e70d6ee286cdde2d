import type { View } from '../database/view';
import { encodeU128 } from '../era/raw';
import { derivedReceipt, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { encodePrefs } from '../validator/raw';
import type { OutstandingEra } from './load';

const PAYOUT = [
  'Staking.ErasStakingPayout',
  'Staking.ErasTotalStakes',
  'Staking.ErasStakersClipped',
  'Staking.ErasAuthoringPayout',
  'Staking.ErasValidatorPrefs',
].map(mapSource);
const CLAIMS = [mapSource('Staking.ErasStakers'), mapSource('Staking.Ledger')];

const ERAS_LEFT = 'The era’s number and 84, minus CurrentEra: a claim is accepted while this is not negative.';

/** Receipts of one outstanding era of a validator. */
export const outstandingFigures = ({
  view,
  era,
  stash,
  authoringPayout,
  guaranteeFeePerbill,
  currentEra,
}: OutstandingEra): FigureReceipt[] => {
  const counted = (rule: string) => derivedReceipt(view, rule, { sources: PAYOUT, item: items.exposure(era, stash) });
  return figuresOf({
    total: counted(
      'The authoring payout, and the part of the era’s staking payout by effective stake, as reward_stakers counts them.',
    ),
    staking: counted('The era’s staking payout by the part this effective stake has in the era’s total stake.'),
    authoring: storageReceipt(view, items.eraAuthoringPayout(era, stash), null, () => encodeU128(authoringPayout)),
    validatorAmount: counted(
      'What is left of the whole after the parts of its guarantors: also the parts of those beyond the 64.',
    ),
    parts: counted(
      'The guarantee fee of the whole, divided by effective stake among the 64 largest guarantors, as reward_stakers counts it.',
    ),
    guaranteeFeePerbill: storageReceipt(view, items.eraPrefs(era, stash), null, () =>
      guaranteeFeePerbill === null ? null : encodePrefs(guaranteeFeePerbill),
    ),
    erasLeft: derivedReceipt(view, `${ERAS_LEFT} CurrentEra is ${currentEra}.`, { item: items.currentEra() }),
  });
};

/** Receipts of sums over outstanding eras. */
export const radarFigures = (view: View, eras: readonly OutstandingEra[]): FigureReceipt[] => {
  const over = (rule: string) => derivedReceipt(view, rule, { sources: [...CLAIMS, ...PAYOUT], rowCount: eras.length });
  return figuresOf({
    eraCount: over(
      'Counted are closed eras of validators that their ledgers do not list as claimed and that can still be claimed.',
    ),
    validatorCount: over('Counted are the validators of these eras.'),
    total: over('What claiming each of these eras would pay, added.'),
    validatorTotals: over('What claiming each era of the validator would pay, added.'),
    accountTotal: over('What claiming each of these eras would pay to the account, added.'),
    erasLeft: derivedReceipt(view, ERAS_LEFT, { item: items.currentEra() }),
  });
};
