import { NODE_STANDINGS, RANK_RULES } from '@moho/protocol';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource } from '../receipt/node';
import type { CandidateNode } from './node';

const STAKES = [mapSource('Staking.Ledger'), mapSource('Staking.Guarantors')];
const LIMIT = mapSource('Staking.StakeLimit');
const RETURNS = [
  mapSource('Staking.ErasStakers'),
  mapSource('Staking.ErasValidatorPrefs'),
  mapSource('Staking.ErasAuthoringPayout'),
  mapSource('Staking.ErasStakingPayout'),
];

const REALISED =
  'Of each closed era the part of the node’s reward that is shared by stake, over all stake behind it at the snapshot, times the eras of a year; nothing compounds. Told is the value that one, five or nine of ten eras do not exceed.';
const MY_RETURN =
  'What all candidates would pay you in an era with the amount added, less what they pay without it, at the stakes and limits of this block, the staking payout of the newest closed era and the node’s mean block rewards; times the eras of a year.';

/** Receipts of a candidate's figures, all by rule: they are counted in memory, so none costs a statement. */
export const candidateFigures = ({ view: given, candidate, offer }: CandidateNode): FigureReceipt[] => {
  const view = { ...given, height: offer.table.height };
  const rule = (text: string, sources = STAKES, rowCount: number | null = null) =>
    derivedReceipt(view, text, { sources, rowCount });
  const votes = candidate.guarantorCount;
  const receipts = figuresOf({
    standing: rule(`${NODE_STANDINGS.join(', ')}: by Staking.Validators, its stake limit and the newest snapshot.`, [
      mapSource('Staking.Validators'),
      LIMIT,
    ]),
    guaranteeFeePerbill: rule('The preference it stands for election with.', [mapSource('Staking.Validators')]),
    stakeLimit: rule('As the last sweep of work reports left it.', [LIMIT]),
    ownStake: rule('The active stake of its ledger.', [mapSource('Staking.Ledger')]),
    guaranteedStake: rule('The sum of all guarantees that name it.', [mapSource('Staking.Guarantors')], votes),
    guarantorCount: rule(
      'Counted are the guarantors with a guarantee to it.',
      [mapSource('Staking.Guarantors')],
      votes,
    ),
    totalStake: rule('Own stake and all guarantees, added.', STAKES, votes),
    effectiveStake: rule('The smaller of total stake and stake limit.', [...STAKES, LIMIT]),
    headroom: rule('Stake limit less total stake; below zero it dilutes.', [...STAKES, LIMIT]),
    saturationPerbill: rule('Total stake over stake limit.', [...STAKES, LIMIT]),
    realised: rule(REALISED, RETURNS, offer.table.eras.length),
    myReturnPerbill: rule(MY_RETURN, [...STAKES, LIMIT, ...RETURNS.slice(1)]),
    reports: rule('Reports sent over reports due, of all judged slots of 28 days and all machines of its group.', [
      mapSource('Swork.WorkReports'),
      mapSource('Swork.ReportedInSlot'),
    ]),
    unclaimedEras: rule(
      'Closed eras with an exposure that its ledger does not list as claimed and the chain still keeps.',
      [mapSource('Staking.ErasStakers'), mapSource('Staking.Ledger')],
    ),
    waitingSlashCount: rule('Counted are the slashes of it that were reported and are not taken yet.', [
      mapSource('Staking.UnappliedSlashes'),
    ]),
    slashCount: rule('Counted are the slashes of its stash.', [eventSource('staking.Slash')], candidate.slashCount),
    score: rule(
      `The mean of its percentiles among all who stand, by your weights. ${Object.values(RANK_RULES)
        .map(({ rule: text }) => text)
        .join(' ')}`,
      [...STAKES, LIMIT, ...RETURNS, mapSource('Swork.WorkReports')],
      offer.table.candidates.length,
    ),
  });
  // a row of a list has no short name, the node has
  const way = (i: number) => `candidate(id: "${candidate.stash}").figureReceipts.${i}.receipt`;
  return receipts.map(({ figure, receipt }, i) => ({ figure, receipt: { ...receipt, way: way(i) } }));
};
