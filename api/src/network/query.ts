import { builder } from '../builder';
import { scopeOf } from '../database/load';
import { viewAt } from '../database/view';
import { networkTotals } from './sql';
import { NetworkRef } from './type';

builder.queryField('network', (t) =>
  t.field({
    type: NetworkRef,
    args: { at: t.arg.int() },
    resolve: async (_root, { at }, ctx) => {
      const view = await viewAt(ctx, at);
      return { ...(await networkTotals(scopeOf(ctx, view))), view };
    },
  }),
);
