import { builder } from '../builder';
import { viewAt } from '../database/view';
import { readAddress } from '../input';
import { HolderRef } from './type';

builder.queryField('holder', (t) =>
  t.field({
    type: HolderRef,
    description:
      'the files a node, an owner or a machine holds; answers every address, with nothing where it holds nothing',
    args: { account: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { account, at }, ctx) => ({
      account: readAddress('account', account),
      view: await viewAt(ctx, at),
    }),
  }),
);
