import type { LifeMoney } from '@moho/protocol';
import { builder } from '../../builder';
import { loadKeyed, seen } from '../../database/load';
import type { Seen } from '../../database/view';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource } from '../../receipt/node';
import { FigureReceiptRef } from '../../receipt/type';
import { FileEventRef, FileRef } from '../../schema/refs';
import { ownerPayments } from '../event/sql';
import { fileLives, type LifeRow } from './sql';

const LifeEndEnum = builder.enumType('LifeEnd', {
  values: {
    CLOSED: { description: 'settled after its time and deleted' },
    ILLEGAL: { description: 'deleted because it was larger than ordered' },
  } as const,
});

const MONEY = {
  ordered: 'paid for orders, the tips included: the new one and extensions',
  renewed: 'paid out of the prepaid pool for renewals',
  prepaid: 'put into the prepaid pool',
  ownersPaid: 'credited to owners who hold it',
  liquidated: 'paid to those who settled it after its time',
  forfeited: 'given up to the reserved pot when it was closed or removed',
} as const satisfies Record<keyof LifeMoney, string>;

const LifeMoneyRef = builder.objectRef<LifeMoney>('LifeMoney').implement({
  description: 'Pico-CRU that moved for a file during one life: the sums of its events.',
  fields: (t) => ({
    ordered: t.expose('ordered', { type: 'BigInt', description: MONEY.ordered }),
    renewed: t.expose('renewed', { type: 'BigInt', description: MONEY.renewed }),
    prepaid: t.expose('prepaid', { type: 'BigInt', description: MONEY.prepaid }),
    ownersPaid: t.expose('ownersPaid', { type: 'BigInt', description: MONEY.ownersPaid }),
    liquidated: t.expose('liquidated', { type: 'BigInt', description: MONEY.liquidated }),
    forfeited: t.expose('forfeited', { type: 'BigInt', description: MONEY.forfeited }),
  }),
});

const EVENTS: Record<keyof LifeMoney, string[]> = {
  ordered: ['market.FileSuccess', 'balances.Transfer'],
  renewed: ['market.RenewFileSuccess', 'balances.Transfer'],
  prepaid: ['market.AddPrepaidSuccess'],
  ownersPaid: ['market.UpdateReplicasSuccess', 'market.CalculateSuccess'],
  liquidated: ['market.CalculateSuccess', 'balances.Transfer'],
  forfeited: ['market.FileClosed', 'market.IllegalFileClosed', 'balances.Transfer'],
};

/** Receipts of a life's sums, and of what it ended with. */
const lifeFigures = ({ view, from, to }: Seen<LifeRow>): FigureReceipt[] => {
  const span = `from block ${from} to ${to === null ? 'the block asked about' : `block ${to}`}`;
  const sum = (field: keyof LifeMoney) =>
    derivedReceipt(view, `The sum of what was ${MONEY[field]}, ${span}.`, { sources: EVENTS[field].map(eventSource) });
  return figuresOf({
    ...Object.fromEntries((Object.keys(MONEY) as (keyof LifeMoney)[]).map((field) => [field, sum(field)])),
    final: derivedReceipt(view, 'The row of the file, and its entries counted, in the block before its end.', {
      sources: [mapSource('Market.FilesV2')],
      block: to === null ? view.height : to - 1,
    }),
  });
};

const FileLifeRef = builder.objectRef<Seen<LifeRow>>('FileLife').implement({
  description: 'From a new order on a CID that the chain did not hold to the deletion of its row.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 for the first' }),
    from: t.exposeInt('from', { description: 'block of the order that began it' }),
    to: t.exposeInt('to', {
      nullable: true,
      description: 'block in which the chain deleted it; null while it goes on',
    }),
    end: t.expose('end', { type: LifeEndEnum, nullable: true }),
    finalReported: t.exposeInt('finalReported', {
      nullable: true,
      description: 'reported replicas in the block before its end',
    }),
    finalEntries: t.exposeInt('finalEntries', { nullable: true, description: 'entries in the block before its end' }),
    money: t.field({ type: LifeMoneyRef, resolve: ({ money }) => money }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 7 },
      description: 'receipts of the sums by their names, and of `final`',
      resolve: lifeFigures,
    }),
  }),
});

builder.objectFields(FileRef, (t) => ({
  lives: t.field({
    type: [FileLifeRef],
    complexity: { field: 3, multiplier: 2 },
    description: 'lives of the CID, oldest first; empty when it was never ordered',
    resolve: async (f, _args, ctx) => {
      const lives = (await loadKeyed(ctx, 'fileLives', f.view, f.id, fileLives)) ?? [];
      return lives.map((life) => seen(life, f.view));
    },
  }),
  ownerPayments: t.field({
    type: [FileEventRef],
    complexity: { field: 3, multiplier: 4 },
    description: 'what owners were credited for this file in its present or last life, oldest first, at most 100',
    resolve: async (f, _args, ctx) => {
      const rows = (await loadKeyed(ctx, 'ownerPayments', f.view, f.id, ownerPayments)) ?? [];
      return rows.map((row) => seen(row, f.view));
    },
  }),
}));
