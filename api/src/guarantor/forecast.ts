import { lineIncomes, takeSeat } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import type { Seen, View } from '../database/view';
import { loadTable } from '../desk/store';
import { derivedReceipt, figuresOf, mapSource } from '../receipt/node';
import { FigureReceiptRef } from '../receipt/type';
import { AccountRef } from '../schema/refs';
import type { GuarantorRow } from './sql';

interface ForecastLine {
  stash: string;
  amount: bigint;
  view: View;
}

/** What an era would bring a guarantor, were its snapshot taken now. */
interface ForecastNode {
  view: View;
  /** the closed era whose pool is taken */
  poolOfEra: number;
  stakingPayout: string;
  amount: bigint;
  lines: ForecastLine[];
}

/** Null before any era has closed, and for who guarantees nothing. */
export const loadForecast = async (ctx: Context, g: Seen<GuarantorRow>): Promise<ForecastNode | null> => {
  if (!g.isGuarantor) return null;
  const table = await loadTable(ctx, g.view);
  const [last] = table.eras;
  if (last === undefined) return null;
  const seat = takeSeat(table.desk, g.id);
  const lines = [...lineIncomes(seat)].map(([stash, amount]) => ({ stash, amount, view: g.view }));
  return { view: g.view, poolOfEra: last.era, stakingPayout: last.stakingPayout, amount: seat.incomePico, lines };
};

const LineRef = builder.objectRef<ForecastLine>('GuarantorForecastLine').implement({
  fields: (t) => ({
    stash: t.exposeString('stash', { description: 'the node' }),
    account: t.field({ type: AccountRef, resolve: ({ stash, view }) => ({ id: stash, view }) }),
    amount: t.expose('amount', { type: 'BigInt' }),
  }),
});

export const GuarantorForecastRef = builder.objectRef<ForecastNode>('GuarantorForecast').implement({
  description:
    'What an era would bring a guarantor if its snapshot were taken at this block: a forecast from the stakes and limits of now, the pool of the last closed era and what each node usually earns by making blocks.',
  fields: (t) => ({
    poolOfEra: t.exposeInt('poolOfEra', { description: 'the closed era whose pool is taken' }),
    stakingPayout: t.expose('stakingPayout', { type: 'BigInt' }),
    amount: t.expose('amount', { type: 'BigInt' }),
    lines: t.field({
      type: [LineRef],
      complexity: { field: 1, multiplier: 16 },
      description: 'by node; one that is no candidate brings nothing and is left out',
      resolve: ({ lines }) => lines,
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ view }) =>
        figuresOf({
          amount: derivedReceipt(
            view,
            'A forecast: all candidates’ stakes and limits of this block, the staking payout of the last closed era and each elected node’s usual authoring payout, by the rules of the snapshot and of reward_stakers.',
            {
              sources: [
                'Staking.Validators',
                'Staking.Ledger',
                'Staking.Guarantors',
                'Staking.StakeLimit',
                'Staking.ErasStakingPayout',
                'Staking.ErasAuthoringPayout',
              ].map(mapSource),
            },
          ),
        }),
    }),
  }),
});
