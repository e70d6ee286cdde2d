import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { rawGroup } from '../group/raw';
import { groups } from '../group/sql';
import { derivedReceipt, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { encodeBonded } from './raw';
import { candidateReceipt, ledgerReceipt, stakeLimitReceipt } from './receipts';
import { bonded, ledgers, stakeLimits, type ValidatorRow } from './sql';

/** Receipts of a validator's figures: the stored values they are, or the rule they follow. */
export const validatorFigures = async (ctx: Context, v: Seen<ValidatorRow>): Promise<FigureReceipt[]> => {
  const { view, id, controller } = v;
  const [bond, ledger, limit, group] = await Promise.all([
    loadOne(ctx, bonded, view, id),
    controller === null ? null : loadOne(ctx, ledgers, view, controller),
    loadOne(ctx, stakeLimits, view, id),
    loadOne(ctx, groups, view, id),
  ]);
  const votes = [mapSource('Staking.Guarantors')];
  const stakes = [mapSource('Staking.Ledger'), ...votes];
  const ownStake =
    ledger === null
      ? derivedReceipt(view, 'Nothing: the stash has no ledger at this block.', {
          sources: [mapSource('Staking.Ledger')],
        })
      : ledgerReceipt(ledger);
  return figuresOf({
    guaranteeFeePerbill: candidateReceipt(v),
    isCandidate: candidateReceipt(v),
    controller: storageReceipt(view, items.bonded(id), bond?.sinceBlock ?? null, () =>
      bond === null ? null : encodeBonded(bond.controller),
    ),
    stakeLimit: stakeLimitReceipt(view, id, limit),
    ownStake,
    guaranteedStake: derivedReceipt(view, 'The sum of all guarantees that name this stash.', {
      sources: votes,
      rowCount: v.guarantorCount,
    }),
    guarantorCount: derivedReceipt(view, 'Counted are the guarantors with a guarantee for this stash.', {
      sources: votes,
      rowCount: v.guarantorCount,
    }),
    totalStake: derivedReceipt(view, 'The ledger’s active stake and all guarantees for this stash, added.', {
      sources: stakes,
      rowCount: v.guarantorCount,
    }),
    effectiveStake: derivedReceipt(view, 'The smaller of the total stake and the stake limit.', {
      sources: [...stakes, mapSource('Staking.StakeLimit')],
    }),
    memberCount: storageReceipt(view, items.group(id), group?.sinceBlock ?? null, (inner) => rawGroup(inner, view, id)),
    electedLastEra: derivedReceipt(view, 'Whether the newest snapshot elected this stash.', {
      item: items.currentElected(),
    }),
    unclaimedEras: derivedReceipt(
      view,
      'Closed eras with an exposure of this stash that its ledger does not list as claimed and the chain has not pruned.',
      { sources: [mapSource('Staking.ErasStakers'), mapSource('Staking.Ledger')] },
    ),
  });
};
