import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import type { Plugin } from 'graphql-yoga';
import { problem } from '../errors';

/** What one question may be made of: its text is short, what it is given may be a list of 500 addresses; what it may cost is in builder.ts, page sizes are in database/page.ts. */
export const LIMITS = {
  depth: 14,
  aliases: 30,
  directives: 20,
  tokens: 4000,
  queryChars: 64 * 1024,
  bodyBytes: 256 * 1024,
};

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

/** Refuses questions whose text is too long to be parsed, before they are. */
export const shortQueries = (): Plugin => ({
  onParams: ({ params }) => {
    if ((params.query?.length ?? 0) > LIMITS.queryChars) {
      throw problem('TOO_MUCH', `The question is too long: at most ${LIMITS.queryChars} characters are read.`);
    }
  },
});
