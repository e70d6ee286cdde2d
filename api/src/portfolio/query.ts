import { builder } from '../builder';
import { viewAt } from '../database/view';
import { readAddress } from '../input';
import { PortfolioRef } from './type';

builder.queryField('portfolio', (t) =>
  t.field({
    type: PortfolioRef,
    description: 'all files an account ordered; answers every address, with nothing in it where it ordered nothing',
    args: { account: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { account, at }, ctx) => ({
      account: readAddress('account', account),
      view: await viewAt(ctx, at),
    }),
  }),
);
