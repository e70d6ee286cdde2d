import { builder } from '../builder';
import { viewAt } from '../database/view';
import { readAddress } from '../input';
import { AccountRef } from '../schema/refs';

builder.queryField('account', (t) =>
  t.field({
    type: AccountRef,
    description: 'answers every address of any network and every 32-byte public key',
    args: { id: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { id, at }, ctx) => ({ id: readAddress('id', id), view: await viewAt(ctx, at) }),
  }),
);
