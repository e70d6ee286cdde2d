import { builder } from '../../builder';
import { scopeOf, seen } from '../../database/load';
import { viewAt } from '../../database/view';
import { codeShares } from './sql';
import { CodeShareRef } from './type';

builder.queryField('sworkerCodeShares', (t) =>
  t.field({
    type: [CodeShareRef],
    description: 'which sWorker versions the network runs, most work first',
    args: { at: t.arg.int() },
    resolve: async (_root, { at }, ctx) => {
      const view = await viewAt(ctx, at);
      return (await codeShares(scopeOf(ctx, view))).map((row) => seen(row, view));
    },
  }),
);
