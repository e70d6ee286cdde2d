import { builder } from '../builder';
import { refuseTooMuch } from '../cost';
import { viewAt } from '../database/view';
import { badInput, quoted } from '../errors';
import { fileNamed } from '../file/naming';
import { readText } from '../input';
import { FileRef } from '../schema/refs';
import type { FileChange } from './watch';

const HASH_CHARS = 8;
const markOf = ({ height, hash }: FileChange): string => `${height}-${hash.slice(2, 2 + HASH_CHARS)}`;

/** "1234-9f0c2a1b": block and the first digits of its hash. */
const readMark = (name: string, text: string): { height: number; hashStart: string } => {
  const found = /^(\d{1,10})-([0-9a-f]{8})$/.exec(readText(name, text.trim()));
  const height = Number(found?.[1]);
  if (found === null || height > 2_147_483_647) {
    throw badInput(`"${name}" is the "mark" of an earlier answer, such as 1234-9f0c2a1b, not ${quoted(text)}.`);
  }
  return { height, hashStart: `0x${found[2]}` };
};

const FileChangeRef = builder.objectRef<FileChange>('FileChange').implement({
  description: 'A file as of a block in which something about it was new.',
  fields: (t) => ({
    block: t.exposeInt('height'),
    blockHash: t.exposeString('hash'),
    mark: t.string({ description: 'to be given as `since` when the connection is made again', resolve: markOf }),
    file: t.field({
      type: FileRef,
      resolve: ({ fileId, height }) => ({ id: fileId, view: { at: height, height } }),
    }),
  }),
});

builder.subscriptionField('fileChanged', (t) =>
  t.field({
    type: FileChangeRef,
    description:
      'the present state of a file, then one answer whenever status, replicas, live owners, size, spower, paid time, pools or the last event change; after a fork too, when the block may be a lower one',
    args: {
      cid: t.arg.string({ required: true }),
      since: t.arg.string({
        description: '`mark` of the last answer had: the first one is left out while the file is still the same',
      }),
    },
    subscribe: async (_root, { cid, since }, ctx, info) => {
      refuseTooMuch(info, ctx);
      const known = since == null ? null : readMark('since', since);
      const { id } = await fileNamed(ctx, cid, await viewAt(ctx, null));
      return ctx.watch.follow(id, known);
    },
    resolve: (change, _args, ctx) => {
      // one operation, many answers: each reads the index anew
      ctx.renew();
      return change;
    },
  }),
);
