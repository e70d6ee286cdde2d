import type { LifeMoney } from '@moho/protocol';
import { builder } from '../../builder';
import { loadKeyed, seen } from '../../database/load';
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

const FileLifeRef = builder.objectRef<LifeRow>('FileLife').implement({
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
  }),
});

builder.objectFields(FileRef, (t) => ({
  lives: t.field({
    type: [FileLifeRef],
    complexity: { field: 3, multiplier: 2 },
    description: 'lives of the CID, oldest first; empty when it was never ordered',
    resolve: async (f, _args, ctx) => (await loadKeyed(ctx, 'fileLives', f.view, f.id, fileLives)) ?? [],
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
