import { GraphQLError } from 'graphql';
import { explainDatabaseError, problem } from '../errors';
import type { Log } from './log';

const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;

/**
 * What the asker may see of an error. Our own sentences pass, known states of the database become sentences, anything
 * else is logged whole and shown as one sentence with a reference to the log line.
 */
export const maskErrors =
  (log: Log) =>
  (error: unknown): GraphQLError => {
    const root = rootOf(error);
    const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
    if (root instanceof GraphQLError) {
      if (error instanceof GraphQLError) return error;
      return new GraphQLError(root.message, { ...place, extensions: root.extensions });
    }
    const explained = explainDatabaseError(root);
    if (explained) return new GraphQLError(explained.message, { ...place, extensions: explained.extensions });
    const reference = Math.random().toString(36).slice(2, 10);
    const details = root instanceof Error ? { error: root.message, stack: root.stack } : { error: String(root) };
    log('error', 'a question failed', { reference, path: place.path?.join('.'), ...details });
    const hidden = problem('INTERNAL_SERVER_ERROR', `Something went wrong on our side (reference ${reference}).`);
    return new GraphQLError(hidden.message, { ...place, extensions: hidden.extensions });
  };
