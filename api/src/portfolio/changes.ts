import { type StatusStep, slotOfBlock, statusChanges, statusSteps } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { scopeOf } from '../database/load';
import type { Seen } from '../database/view';
import { type FileNode, timeOfBlock } from '../file/load';
import { fileHistories } from '../file/replica/history';
import { FileStatusEnum } from '../schema/enums';
import { FileRef } from '../schema/refs';
import type { PortfolioNode } from './load';
import { newestOrdered } from './sql';

/** Three days of mainnet. */
const SLOTS = 72;
/** Files looked at: the status of each is worked out from the history of all its replicas. */
const MOST_FILES = 500;

export interface Changes {
  fromBlock: number;
  /** files looked at, the ones ordered last */
  files: number;
  /** these are all the account has ordered */
  complete: boolean;
  changes: Seen<StatusStep & { fileId: string }>[];
}

/** When the status of an account's files changed lately, newest first: exact for the files and the time looked at. */
export const loadChanges = async (ctx: Context, { account, view }: PortfolioNode): Promise<Changes> => {
  const { profile } = ctx;
  const scope = scopeOf(ctx, view);
  const fromBlock = Math.max(0, slotOfBlock(view.height, profile) - SLOTS * profile.slotBlocks);
  const ids = await newestOrdered(scope, account, MOST_FILES + 1);
  const looked = ids.slice(0, MOST_FILES);
  const histories = await fileHistories(scope, looked, fromBlock);
  const changes = [...histories].flatMap(([fileId, history]) =>
    statusChanges(statusSteps(history, view.height, profile), fromBlock).map((step) => ({ ...step, fileId, view })),
  );
  return {
    fromBlock,
    files: looked.length,
    complete: ids.length <= MOST_FILES,
    changes: changes.sort((a, b) => b.block - a.block || (a.fileId < b.fileId ? -1 : 1)),
  };
};

const ChangeRef = builder.objectRef<Changes['changes'][number]>('PortfolioStatusChange').implement({
  description: 'A file whose status became another at a block.',
  fields: (t) => ({
    fileId: t.exposeString('fileId', { description: 'the CID' }),
    file: t.field({ type: FileRef, resolve: ({ fileId, view }): FileNode => ({ id: fileId, view }) }),
    block: t.exposeInt('block'),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ block, view }, _args, ctx) => timeOfBlock(ctx, view, block),
    }),
    status: t.expose('status', {
      type: FileStatusEnum,
      nullable: true,
      description: 'null: the chain deleted the file',
    }),
    liveOwners: t.exposeInt('liveOwners'),
  }),
});

const MOST_CHANGES = 100;

export const PortfolioChangesRef = builder.objectRef<Changes>('PortfolioChanges').implement({
  description: `When the status of an account’s files changed within the last ${SLOTS} slots; of an account with more than ${MOST_FILES} files those ordered last.`,
  fields: (t) => ({
    fromBlock: t.exposeInt('fromBlock', { description: 'changes after this block are told' }),
    files: t.exposeInt('files', { description: 'files looked at' }),
    complete: t.exposeBoolean('complete', { description: 'these are all files the account ordered' }),
    changes: t.field({
      type: [ChangeRef],
      complexity: { field: 1, multiplier: MOST_CHANGES },
      description: `newest first, at most ${MOST_CHANGES}`,
      resolve: ({ changes }) => changes.slice(0, MOST_CHANGES),
    }),
  }),
});
