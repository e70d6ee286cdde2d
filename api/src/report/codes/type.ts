import { sworkerVersion } from '@moho/protocol';
import { builder } from '../../builder';
import type { Seen } from '../../database/view';
import { timeOfBlock } from '../../file/load';
import { derivedReceipt, mapSource, storageReceipt } from '../../receipt/node';
import { encoded, u32 } from '../../receipt/scale';
import { items } from '../../receipt/storage-key';
import { ReceiptRef } from '../../receipt/type';
import type { CodeShareRow } from './sql';

const SOURCES = ['Swork.Identities', 'Swork.PubKeys', 'Swork.WorkReports'].map(mapSource);

export const CodeShareRef = builder.objectRef<Seen<CodeShareRow>>('SworkerCodeShare').implement({
  description: 'The machines that run one version of sWorker.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'measurement of the enclave' }),
    version: t.string({
      nullable: true,
      description: 'published version of that measurement, where known',
      resolve: ({ code }) => sworkerVersion(code),
    }),
    expireBlock: t.exposeInt('expireBlock', {
      nullable: true,
      description:
        'from this slot on its reports are refused; null when the chain has forgotten the code: they are refused now',
    }),
    expireTime: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'time of that block, or the estimate for it',
      resolve: ({ expireBlock, view }, _args, ctx) =>
        expireBlock === null ? null : timeOfBlock(ctx, view, expireBlock),
    }),
    members: t.exposeInt('members', { description: 'reporting accounts' }),
    owners: t.exposeInt('owners', { description: 'group owners of them, machines outside groups counted alone' }),
    workloadBytes: t.expose('workloadBytes', {
      type: 'BigInt',
      description: 'srd and spower in their last reports, punished or not',
    }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'of members, owners and workload',
      resolve: ({ view, members }) =>
        derivedReceipt(
          view,
          'Every reporting account counts for the code of the key its anchor stands for, with free and spower of its last work report.',
          { sources: SOURCES, rowCount: members },
        ),
    }),
    expiryReceipt: t.field({
      type: ReceiptRef,
      description: 'of expireBlock',
      resolve: ({ view, code, expireBlock }) =>
        storageReceipt(view, items.code(code), null, () => (expireBlock === null ? null : encoded(u32(expireBlock)))),
    }),
  }),
});
