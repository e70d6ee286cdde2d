import { builder } from '../builder';
import { StatusRef } from './type';

builder.queryField('status', (t) =>
  t.field({ type: StatusRef, resolve: async (_root, _args, ctx) => ({ head: await ctx.head() }) }),
);
