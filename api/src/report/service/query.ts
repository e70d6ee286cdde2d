import { builder } from '../../builder';
import { viewAt } from '../../database/view';
import { loadService } from '../../market/spower-service';
import { SpowerServiceRef } from './type';

builder.queryField('spowerService', (t) =>
  t.field({
    type: SpowerServiceRef,
    nullable: true,
    description: 'how far the spower service has got; null where the chain has none',
    args: { at: t.arg.int() },
    resolve: async (_root, { at }, ctx) => loadService(ctx, await viewAt(ctx, at)),
  }),
);
