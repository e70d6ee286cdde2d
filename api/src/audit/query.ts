import { builder } from '../builder';
import { viewAt } from '../database/view';
import { readAddress } from '../input';
import { loadAudit } from './load';
import { AuditRef } from './type';

builder.queryField('audit', (t) =>
  t.field({
    type: AuditRef,
    description: 'the work reports of a group owner’s machines, or of one machine; answers every address',
    args: { account: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { account, at }, ctx) =>
      loadAudit(ctx, await viewAt(ctx, at), readAddress('account', account)),
  }),
);
