import { builder } from '../builder';
import { MAX_NAME_CHARS } from '../cid/read';
import { scopeOf } from '../database/load';
import { viewAt } from '../database/view';
import { readText } from '../input';
import { type Found, search } from './search';

const SearchKindEnum = builder.enumType('SearchKind', {
  values: ['FILE', 'ACCOUNT', 'VALIDATOR', 'GROUP', 'GUARANTOR', 'BLOCK', 'EXTRINSIC', 'ERA', 'SWORKER'] as const,
});

const SearchHitRef = builder.objectRef<Found['hits'][number]>('SearchHit').implement({
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKindEnum }),
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    detail: t.exposeString('detail', { nullable: true }),
  }),
});

const SearchResultRef = builder.objectRef<Found>('SearchResult').implement({
  fields: (t) => ({
    text: t.exposeString('text'),
    sentence: t.exposeString('sentence', {
      description: 'what the text was understood as, or why nothing was found',
    }),
    hits: t.field({ type: [SearchHitRef], resolve: (r) => r.hits }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchResultRef,
    description: 'finds CIDs, addresses, block numbers, extrinsic ids, hashes, anchors and display names',
    args: { text: t.arg.string({ required: true }) },
    resolve: async (_root, args, ctx) => {
      const text = readText('text', args.text, MAX_NAME_CHARS).trim();
      return search(scopeOf(ctx, await viewAt(ctx, null)), text);
    },
  }),
);
