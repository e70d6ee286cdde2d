import { builder } from '../builder';
import { refuseTooMuch } from '../cost';
import { readLong } from '../database/long-read';
import { badInput } from '../errors';
import { readAddress, readOptional } from '../input';
import { FileStatusEnum } from '../schema/enums';
import { fileRows, replicaRows } from './rows';
import { fileKeys, replicaKeys } from './sql';
import { FileBatchRef, ReplicaBatchRef } from './type';

const FileRowsFilter = builder.inputType('FileRowsFilter', {
  fields: (t) => ({
    orderedBy: t.string({ description: 'files an account ordered, those that are gone included' }),
    status: t.field({ type: FileStatusEnum }),
  }),
});

builder.subscriptionFields((t) => ({
  fileRows: t.field({
    type: FileBatchRef,
    description:
      'all files of a set in batches, as of one block: those an account ordered (on chain first, the nearest end of the paid time before all), or every file on chain by its CID. The next batch is read when this one has been taken.',
    args: { filter: t.arg({ type: FileRowsFilter }), at: t.arg.int() },
    subscribe: (_root, { filter, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      const account = readOptional(filter?.orderedBy, (text) => readAddress('orderedBy', text));
      const status = filter?.status ?? null;
      if (status === 'NEVER_ORDERED') throw badInput('Files that were never ordered cannot be listed.');
      const rows = readLong(ctx, {
        at,
        keys: (scope) => fileKeys(scope, account),
        rows: async (scope, keys: { id: string }[]) => {
          const all = await fileRows(
            scope,
            keys.map(({ id }) => id),
            account,
          );
          return status === null ? all : all.filter((row) => row.status === status);
        },
      });
      return ctx.exports.open(ctx.client, rows);
    },
    resolve: (batch) => batch,
  }),
  replicaRows: t.field({
    type: ReplicaBatchRef,
    description: 'all replicas an account stands for, with their files, by CID, in batches as of one block',
    args: { heldBy: t.arg.string({ required: true }), at: t.arg.int() },
    subscribe: (_root, { heldBy, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      const account = readAddress('heldBy', heldBy);
      const rows = readLong(ctx, { at, keys: (scope) => replicaKeys(scope, account), rows: replicaRows });
      return ctx.exports.open(ctx.client, rows);
    },
    resolve: (batch) => batch,
  }),
}));
