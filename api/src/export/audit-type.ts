import { builder } from '../builder';
import { BATCH_ROWS, type Batch } from '../database/long-read';
import type { PayoutRow } from '../payout/rows';
import type { GridCellRow } from '../report/grid-rows';

const AS_OF = 'block as of which all rows of the export hold';
const rowsComplexity = { field: 1, multiplier: BATCH_ROWS };

const GridCellRowRef = builder.objectRef<GridCellRow>('GridCellRow').implement({
  description: 'One node in one judged slot.',
  fields: (t) => ({
    slot: t.exposeInt('slot'),
    account: t.exposeString('account'),
    owner: t.exposeString('owner'),
    anchor: t.exposeString('anchor'),
    reported: t.exposeBoolean('reported'),
    exempt: t.boolean({ description: 'new: it had not to report yet', resolve: ({ verdict }) => verdict === 'E' }),
    counts: t.exposeBoolean('counts', { description: 'its workload was part of its owner’s stake limit' }),
    punished: t.exposeBoolean('punished'),
    free: t.expose('free', { type: 'BigInt' }),
    spower: t.expose('spower', { type: 'BigInt' }),
    judgedAtBlock: t.exposeInt('judgedAtBlock'),
    reportBlock: t.exposeInt('reportBlock', { nullable: true }),
    late: t.exposeBoolean('late'),
    rejected: t.exposeStringList('rejected', { description: 'errors of calls that were refused' }),
    duplicates: t.exposeInt('duplicates'),
  }),
});

const PayoutRowRef = builder.objectRef<PayoutRow>('PayoutRow').implement({
  description: 'One member in one era of a payout sheet.',
  fields: (t) => ({
    era: t.int({ resolve: ({ sheet }) => sheet.row.era }),
    endBlock: t.int({ resolve: ({ sheet }) => sheet.row.endBlock }),
    endTime: t.field({ type: 'DateTime', resolve: ({ sheet }) => sheet.row.endTime }),
    eraAmount: t.field({ type: 'BigInt', resolve: ({ sheet }) => sheet.amount }),
    paymentId: t.string({
      nullable: true,
      description: 'block-eventIndex of the payment; null while nobody claimed it',
      resolve: ({ sheet }) => sheet.row.paymentId,
    }),
    eraWorkload: t.field({ type: 'BigInt', resolve: ({ sheet }) => sheet.workload }),
    slots: t.intList({ resolve: ({ sheet }) => sheet.slots.map(({ slot }) => slot) }),
    member: t.exposeString('who'),
    amount: t.expose('amount', { type: 'BigInt' }),
    workload: t.expose('workload', { type: 'BigInt' }),
    countedSlots: t.exposeInt('countedSlots'),
    lostSlots: t.exposeInt('lostSlots'),
  }),
});

export const GridBatchRef = builder.objectRef<Batch<GridCellRow>>('GridCellRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({ type: [GridCellRowRef], complexity: rowsComplexity, resolve: (b) => b.rows }),
  }),
});

export const PayoutBatchRef = builder.objectRef<Batch<PayoutRow>>('PayoutRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({ type: [PayoutRowRef], complexity: rowsComplexity, resolve: (b) => b.rows }),
  }),
});
