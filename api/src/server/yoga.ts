import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { type Context, type ContextSettings, createContext } from '../context';
import type { Client } from '../export/exports';
import { schema } from '../schema/index';
import { limits, shortQueries } from './limits';
import type { Log } from './log';
import { maskErrors } from './mask';
import { isAllowedOrigin } from './origins';
import { clearRefusals } from './refusals';

const WELCOME = `# Ask Moho about Crust. Any question can be asked as of a block: at: 1200
{
  status { sentence indexedHeight }
  files(first: 5) { nodes { cid status sentence } }
}
`;

interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
}

/** The asker as a stream sees it. Node tells of a connection that is gone even while nobody can write to it. */
const clientOf = (response: ServerResponse): Client => {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return { gone: controller.signal, hangUp: () => response.destroy() };
};

/** `extensions: { asOf: 1200 }` asks everything that is given no block of its own as of that one. */
const asOfIn = (extensions: Record<string, unknown> | undefined): number | null => {
  const asOf = extensions?.asOf;
  return asOf === undefined || asOf === null ? null : Number(asOf);
};

/** The GraphQL endpoint with GraphiQL, both served from here alone. */
export const createGraphql = (settings: ContextSettings, siteOrigins: readonly string[], log: Log) =>
  createYoga<Exchange, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    batching: false,
    plugins: [shortQueries(), limits(), clearRefusals()],
    maskedErrors: { maskError: maskErrors(log), errorMessage: 'Something went wrong on our side.' },
    cors: (request) => {
      const origin = request.headers.get('origin');
      return origin !== null && isAllowedOrigin(origin, siteOrigins)
        ? { origin, methods: ['GET', 'POST'], credentials: false }
        : false;
    },
    graphiql: { title: 'Moho GraphQL', defaultQuery: WELCOME },
    // nine megabytes of editor, loaded when somebody opens it
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    context: ({ res, params }) => createContext(settings, clientOf(res), asOfIn(params.extensions)),
  });
