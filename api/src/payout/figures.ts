import { derivedReceipt, eventReceipt, type FigureReceipt, figuresOf, mapSource } from '../receipt/node';
import type { EraSheet } from './load';

const WORK = ['Swork.Identities', 'Swork.WorkReports'];

/** Receipts of one era of a payout sheet: the payment's event, or by which rule it will be paid; and of the split. */
export const sheetFigures = ({ view, row, slots, shares }: EraSheet): FigureReceipt[] => {
  const [block, eventIndex] = (row.paymentId ?? '').split('-').map(Number);
  const split = (rule: string) =>
    derivedReceipt(view, rule, {
      sources: WORK.map(mapSource),
      rowCount: slots.length * shares.length,
      block: slots.at(-1)?.sweepEndBlock ?? view.height,
    });
  return figuresOf({
    amount:
      row.paymentId === null
        ? derivedReceipt(
            view,
            'The owner’s part of the era’s payout by the rules of reward_stakers; nobody claimed it yet.',
            {
              sources: ['Staking.ErasStakersClipped', 'Staking.ErasStakingPayout', 'Staking.ErasAuthoringPayout'].map(
                mapSource,
              ),
              block: row.endBlock,
            },
          )
        : eventReceipt({ view, block: block as number, eventIndex: eventIndex as number }),
    workload: split('free and spower of each member in each slot of the era it counted in, added.'),
    shares: split(
      'The amount by each member’s counted workload, rounded down; picos left over go to the largest remainders.',
    ),
    undivided: split('The amount less all shares: not nothing only when no member counted in any slot of the era.'),
  });
};
