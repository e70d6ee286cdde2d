import { createYoga } from 'graphql-yoga';
import { type Context, type ContextSettings, createContext } from '../context';
import { schema } from '../schema/index';
import { limits } from './limits';
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

/** The GraphQL endpoint with GraphiQL, both served from here alone. */
export const createGraphql = (settings: ContextSettings, siteOrigins: readonly string[], log: Log) =>
  createYoga<Record<string, never>, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    batching: false,
    plugins: [limits(), clearRefusals()],
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
    context: () => createContext(settings),
  });
