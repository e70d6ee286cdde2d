import { builder } from '../builder';
import type { Ordering } from '../database/cursor';
import { loadPage } from '../database/load';
import { orderBy } from '../database/sql';
import { viewAt } from '../database/view';
import { badInput } from '../errors';
import { checkRange, readAddress, readFileId, readHex, readOptional } from '../input';
import { Files, Replicas } from '../schema/connections';
import { FileStatusEnum, SortDirectionEnum } from '../schema/enums';
import { FileRef, ReplicaRef } from '../schema/refs';
import { fileNamed } from './naming';
import { closedFileList, replicaConditions, replicas, storedFiles } from './sql';
import { type FileFilter, fileConditions } from './status/sql';

const orderColumns = {
  ID: null,
  EXPIRED_AT: 'expired_at',
  SIZE: 'size_bytes',
  REPLICAS: 'reported_replica_count',
  AMOUNT: 'amount',
  SPOWER: 'spower',
  CHANGED: 'since_block',
} as const;

type OrderField = keyof typeof orderColumns;

const FileOrderFieldEnum = builder.enumType('FileOrderField', { values: Object.keys(orderColumns) as OrderField[] });

const FileOrderInput = builder.inputType('FileOrder', {
  fields: (t) => ({
    field: t.field({ type: FileOrderFieldEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

const FileFilterInput = builder.inputType('FileFilter', {
  fields: (t) => ({
    status: t.field({ type: FileStatusEnum }),
    minSizeBytes: t.field({ type: 'BigInt' }),
    maxSizeBytes: t.field({ type: 'BigInt' }),
    minReplicas: t.int(),
    maxReplicas: t.int(),
    owner: t.string({ description: 'an owner among the replicas' }),
    orderedBy: t.string({ description: 'an account that ordered it, or paid an order of it' }),
    expiresFrom: t.int({ description: 'paid time ends in this block or later; files that wait have none' }),
    expiresTo: t.int({ description: 'paid time ends in this block or earlier' }),
  }),
});

/** Sorting of files; sizes and amounts sort as numbers, an unknown spower first. */
const fileOrdering = (field: OrderField, direction: 'ASC' | 'DESC'): Ordering => {
  const column = orderColumns[field];
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  const name = `${field}-${towards}`;
  return column === null ? orderBy(name, towards, ['id', 'text']) : orderBy(name, towards, column, ['id', 'text']);
};

builder.queryFields((t) => ({
  file: t.field({
    type: FileRef,
    description:
      'answers every CID, ordered or not, bare, in an address or as 0x-hex of its bytes; anything else is an error with code BAD_INPUT',
    args: { cid: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { cid, at }, ctx) => fileNamed(ctx, cid, await viewAt(ctx, at)),
  }),
  files: t.connection(
    {
      type: FileRef,
      description: 'files the chain stores at the block; closed ones when the filter asks for that status',
      args: {
        filter: t.arg({ type: FileFilterInput }),
        orderBy: t.arg({ type: FileOrderInput }),
        at: t.arg.int(),
      },
      resolve: async (_root, { filter, orderBy: order, at, ...args }, ctx) => {
        if (filter?.status === 'NEVER_ORDERED') {
          throw badInput('Files that were never ordered cannot be listed; ask for one with file(cid).');
        }
        checkRange(filter, 'minSizeBytes', 'maxSizeBytes');
        checkRange(filter, 'minReplicas', 'maxReplicas');
        checkRange(filter, 'expiresFrom', 'expiresTo');
        const checked: FileFilter = {
          ...filter,
          owner: readOptional(filter?.owner, (text) => readAddress('owner', text)),
          orderedBy: readOptional(filter?.orderedBy, (text) => readAddress('orderedBy', text)),
        };
        const gone = filter?.status === 'CLOSED' || filter?.status === 'ILLEGAL';
        return loadPage(ctx, gone ? closedFileList : storedFiles, await viewAt(ctx, at), args, {
          ordering: fileOrdering(order?.field ?? 'ID', order?.direction ?? 'ASC'),
          where: (scope) => fileConditions(scope, checked),
        });
      },
    },
    Files,
  ),
  replicas: t.connection(
    {
      type: ReplicaRef,
      args: { at: t.arg.int(), fileId: t.arg.string(), owner: t.arg.string(), anchor: t.arg.string() },
      resolve: async (_root, { at, fileId, owner, anchor, ...args }, ctx) => {
        const filter = {
          fileId: readOptional(fileId, (text) => readFileId('fileId', text)),
          owner: readOptional(owner, (text) => readAddress('owner', text)),
          anchor: readOptional(anchor, (text) => readHex('anchor', text)),
        };
        return loadPage(ctx, replicas, await viewAt(ctx, at), args, {
          where: (scope) => replicaConditions(scope, filter),
        });
      },
    },
    Replicas,
  ),
}));
