import { builder } from '../../builder';
import { loadPage } from '../../database/load';
import { viewAt } from '../../database/view';
import { badInput } from '../../errors';
import { checkRange, readAddress, readFileId, readOptional } from '../../input';
import { FileEvents } from '../../schema/connections';
import { FileEventKindEnum } from '../../schema/enums';
import { FileEventRef } from '../../schema/refs';
import { fileEventConditions, fileEvents } from './sql';

const FileEventFilterInput = builder.inputType('FileEventFilter', {
  fields: (t) => ({
    cid: t.string(),
    kind: t.field({ type: FileEventKindEnum }),
    owner: t.string(),
    orderedBy: t.string({ description: 'an account that ordered the file, or paid an order of it' }),
    fromBlock: t.int(),
    toBlock: t.int(),
  }),
});

builder.queryFields((t) => ({
  fileEvents: t.connection(
    {
      type: FileEventRef,
      description: 'newest first',
      args: { filter: t.arg({ type: FileEventFilterInput }) },
      resolve: async (_root, { filter, ...args }, ctx) => {
        checkRange(filter, 'fromBlock', 'toBlock');
        if (filter?.kind === 'EXPIRED') {
          throw badInput(
            'The chain has no event for the end of a paid time: ask for "files" with "expiresTo", or for a file’s own "events".',
          );
        }
        const { cid, owner, orderedBy, ...rest } = filter ?? {};
        const checked = {
          ...rest,
          fileId: readOptional(cid, (text) => readFileId('cid', text)),
          owner: readOptional(owner, (text) => readAddress('owner', text)),
          orderedBy: readOptional(orderedBy, (text) => readAddress('orderedBy', text)),
        };
        return loadPage(ctx, fileEvents, await viewAt(ctx, null), args, {
          where: (scope) => fileEventConditions(scope, checked),
        });
      },
    },
    FileEvents,
  ),
}));
