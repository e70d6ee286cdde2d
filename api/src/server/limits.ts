import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import type { Plugin } from 'graphql-yoga';

/** What one question may be made of; what it may cost is in builder.ts, page sizes are in database/page.ts. */
export const LIMITS = { depth: 14, aliases: 30, directives: 20, tokens: 4000, bodyBytes: 64 * 1024 };

/** Refuses questions that are too deep, too long or repeat themselves, before anything runs. */
export const limits = (): Plugin =>
  EnvelopArmorPlugin({
    maxDepth: { n: LIMITS.depth },
    maxAliases: { n: LIMITS.aliases },
    maxDirectives: { n: LIMITS.directives },
    maxTokens: { n: LIMITS.tokens },
    // Pothos counts cost with page sizes; armor's own count does not know them
    costLimit: { enabled: false },
    // the schema is public: a hint at the right field name helps
    blockFieldSuggestion: { enabled: false },
  }) as Plugin;
