import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context';
import { MAX_COMPLEXITY, tooMuch } from './cost';
import { DEFAULT_PAGE, type PageArgs } from './database/page';

/** A connection costs what its page is long; checked sizes come later, so absurd ones are only bounded here. */
const pageComplexity = (args: PageArgs): { field: number; multiplier: number } => ({
  field: 2,
  multiplier: Math.min(Math.max(args.first ?? args.last ?? DEFAULT_PAGE, 1), 1000),
});

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    BigInt: { Input: string; Output: string | bigint };
    DateTime: { Input: string; Output: string };
    ID: { Input: string; Output: string };
  };
  Connection: { totalCount: () => Promise<number> };
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: 'String',
    edgesFieldOptions: { nullable: { list: false, items: false }, complexity: { field: 1, multiplier: 1 } },
    nodeFieldOptions: { nullable: false },
    nodesOnConnection: { complexity: { field: 1, multiplier: 1 } },
    defaultConnectionFieldOptions: { nullable: false, complexity: pageComplexity },
  },
  complexity: {
    limit: { complexity: MAX_COMPLEXITY },
    defaultListMultiplier: 10,
    complexityError: (_kind, { complexity }) => tooMuch(complexity),
  },
});
