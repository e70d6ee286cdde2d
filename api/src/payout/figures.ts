import type { View } from '../database/view';
import { derivedReceipt, eventReceipt, eventSource, type FigureReceipt, figuresOf, mapSource } from '../receipt/node';
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
    memberCount: split('Every member a sweep visited in a slot of the era.'),
    slots: split('The judged slots that opened while the era was active.'),
    undivided: split('The amount less all shares: not nothing only when no member counted in any slot of the era.'),
  });
};

/** Receipts of a whole sheet: what its eras come to, and each member's part of them. */
export const payoutFigures = (view: View, sheets: readonly EraSheet[]): FigureReceipt[] => {
  const claimed = sheets.filter(({ row }) => row.paymentId !== null).length;
  const paid = (rule: string, rowCount: number) =>
    derivedReceipt(view, rule, { sources: [eventSource('staking.Reward')], rowCount });
  const work = (rule: string) => derivedReceipt(view, rule, { sources: WORK.map(mapSource) });
  return figuresOf({
    amount: paid('What the owner was or will be paid for each era of the range, added.', sheets.length),
    unclaimed: paid(
      'What a claim would pay for each era of the range nobody claimed yet, added.',
      sheets.length - claimed,
    ),
    undivided: work('The amounts of the eras in which no member counted in any slot, added.'),
    memberCount: work('Every member a sweep visited in a slot of these eras.'),
    shares: work(
      'The member’s part of each era by its counted workload, rounded down, with a pico more for the largest remainders; added.',
    ),
    workload: work('free and spower of the member’s work report in each slot of the eras it counted in, added.'),
    slots: work('The judged slots that opened while an era of the range was active, by whether the member counted.'),
  });
};
