import { builder } from '../builder';
import { loadPage } from '../database/load';
import type { Seen } from '../database/view';
import { LIVE_SOURCES } from '../file/live-sources';
import type { FileNode } from '../file/load';
import { derivedReceipt, figuresOf, mapSource } from '../receipt/node';
import { FigureReceiptRef } from '../receipt/type';
import { counted } from '../schema/connections';
import { SortDirectionEnum } from '../schema/enums';
import { AccountRef, FileRef, ReplicaRef } from '../schema/refs';
import { type HeldMachine, type HolderNode, loadLiveMachines, loadMachines, loadReplica, sumOf } from './load';
import { HELD_SORTS, type HeldRow, type HeldSort, heldOrdering, heldReplicas } from './sql';

const SortEnum = builder.enumType('HeldOrderField', { values: Object.keys(HELD_SORTS) as HeldSort[] });

const OrderInput = builder.inputType('HeldOrder', {
  fields: (t) => ({
    field: t.field({ type: SortEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

const HeldFileRef = builder.objectRef<Seen<HeldRow>>('HeldFile').implement({
  description: 'A replica an account stands for, and its file.',
  fields: (t) => ({
    id: t.exposeID('id'),
    file: t.field({ type: FileRef, resolve: (h): FileNode => ({ id: h.fileId, view: h.view }) }),
    replica: t.field({
      type: ReplicaRef,
      description: 'says whether it is live, and if not, why',
      resolve: (h, _args, ctx) => loadReplica(ctx, h.view, h.id),
    }),
  }),
});

const HeldFiles = counted('HeldFile', HeldFileRef);

const HeldMachineRef = builder.objectRef<HeldMachine>('HeldMachine').implement({
  description: 'What one account reported under one anchor.',
  fields: (t) => ({
    who: t.exposeString('who'),
    whoAccount: t.field({ type: AccountRef, resolve: (m) => ({ id: m.who, view: m.view }) }),
    anchor: t.exposeString('anchor'),
    replicas: t.exposeInt('replicas'),
    bytes: t.expose('bytes', { type: 'BigInt' }),
    replica: t.field({
      type: ReplicaRef,
      description: 'any of them: they are all live or none is',
      resolve: (m, _args, ctx) => loadReplica(ctx, m.view, m.replicaId),
    }),
  }),
});

const FILES = mapSource('Market.FilesV2');

export const HolderRef = builder.objectRef<HolderNode>('Holder').implement({
  description: 'An account as one that stores: as owner of a group, as a machine of one, or for itself.',
  fields: (t) => ({
    id: t.exposeID('account'),
    asOf: t.int({ resolve: (h) => h.view.height }),
    account: t.field({ type: AccountRef, resolve: (h) => ({ id: h.account, view: h.view }) }),
    replicas: t.int({ resolve: async (h, _args, ctx) => sumOf(await loadMachines(ctx, h)).replicas }),
    bytes: t.field({
      type: 'BigInt',
      description: 'sizes of the files, one for each replica',
      resolve: async (h, _args, ctx) => sumOf(await loadMachines(ctx, h)).bytes,
    }),
    liveReplicas: t.int({
      description: 'those whose machine can be asked for the file now',
      resolve: async (h, _args, ctx) => sumOf(await loadLiveMachines(ctx, h)).replicas,
    }),
    liveBytes: t.field({
      type: 'BigInt',
      resolve: async (h, _args, ctx) => sumOf(await loadLiveMachines(ctx, h)).bytes,
    }),
    machines: t.field({
      type: [HeldMachineRef],
      complexity: { field: 5, multiplier: 100 },
      description: 'the fullest first',
      resolve: (h, _args, ctx) => loadMachines(ctx, h),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 4 },
      resolve: async (h, _args, ctx) => {
        const { replicas } = sumOf(await loadMachines(ctx, h));
        const all = { sources: [FILES], rowCount: replicas };
        const live = { sources: [FILES, ...LIVE_SOURCES], rowCount: replicas };
        return figuresOf({
          replicas: derivedReceipt(
            h.view,
            'Counted are the replicas keyed by the account as owner, and those it reported itself.',
            all,
          ),
          bytes: derivedReceipt(h.view, 'The sum of file_size over the files of these replicas.', all),
          liveReplicas: derivedReceipt(
            h.view,
            'Counted are those whose account still reports under the same anchor, whose last work report is of the last finished slot or newer, and whose sWorker version has not expired.',
            live,
          ),
          liveBytes: derivedReceipt(h.view, 'The sum of file_size over the files of the live replicas.', live),
        });
      },
    }),
    files: t.connection(
      {
        type: HeldFileRef,
        description: 'one for each replica, the largest file first',
        args: { orderBy: t.arg({ type: OrderInput }) },
        resolve: ({ account, view }, { orderBy, ...args }, ctx) =>
          loadPage(ctx, heldReplicas(account), view, args, {
            ordering: heldOrdering(orderBy?.field ?? 'SIZE', orderBy?.direction ?? 'DESC'),
          }),
      },
      HeldFiles,
    ),
  }),
});
