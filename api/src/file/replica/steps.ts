import { type ReplicaStep, replicaSteps, type StatusStep, statusSteps } from '@moho/protocol';
import { builder } from '../../builder';
import type { Context } from '../../context';
import { loadKeyed } from '../../database/load';
import type { Seen } from '../../database/view';
import { FileStatusEnum } from '../../schema/enums';
import { FileRef } from '../../schema/refs';
import { type FileNode, timeOfBlock } from '../load';
import { fileHistories } from './history';

const ReplicaStepRef = builder.objectRef<ReplicaStep>('ReplicaStep').implement({
  description: 'The three replica numbers from a block on, until the next step.',
  fields: (t) => ({
    block: t.exposeInt('block'),
    reported: t.exposeInt('reported'),
    entries: t.exposeInt('entries'),
    live: t.exposeInt('live'),
  }),
});

const StatusStepRef = builder.objectRef<Seen<StatusStep>>('FileStatusStep').implement({
  description: 'The status of a file from a block on, until the next step.',
  fields: (t) => ({
    block: t.exposeInt('block'),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ block, view }, _args, ctx) => timeOfBlock(ctx, view, block),
    }),
    status: t.expose('status', {
      type: FileStatusEnum,
      nullable: true,
      description: 'null while the chain has no row of the file',
    }),
    liveOwners: t.exposeInt('liveOwners'),
  }),
});

const loadHistory = (ctx: Context, { id, view }: FileNode) =>
  loadKeyed(ctx, 'fileHistory', view, id, (scope, ids) => fileHistories(scope, ids));

builder.objectFields(FileRef, (t) => ({
  replicaHistory: t.field({
    type: [ReplicaStepRef],
    complexity: { field: 20, multiplier: 5 },
    description:
      'every block up to this one at which one of the three replica numbers changed, from the history of the rows',
    resolve: async (f, _args, ctx) => {
      const history = await loadHistory(ctx, f);
      return history === null ? [] : replicaSteps(history, f.view.height, ctx.profile);
    },
  }),
  statusHistory: t.field({
    type: [StatusStepRef],
    complexity: { field: 20, multiplier: 5 },
    description:
      'every block up to this one at which its status or the number of its live owners changed, oldest first',
    resolve: async (f, _args, ctx) => {
      const history = await loadHistory(ctx, f);
      if (history === null) return [];
      return statusSteps(history, f.view.height, ctx.profile).map((step) => ({ ...step, view: f.view }));
    },
  }),
}));
