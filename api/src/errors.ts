import { GraphQLError } from 'graphql';

export type ErrorCode =
  | 'BAD_INPUT'
  | 'TOO_MUCH'
  | 'INDEX_NOT_READY'
  | 'INDEX_OUTDATED'
  | 'DATABASE_UNAVAILABLE'
  | 'TIMEOUT'
  | 'INTERNAL_SERVER_ERROR';

/** An error meant for the person who asked: one sentence and a code. */
export const problem = (code: ErrorCode, sentence: string): GraphQLError =>
  new GraphQLError(sentence, { extensions: { code } });

export const badInput = (sentence: string): GraphQLError => problem('BAD_INPUT', sentence);

/** Text given by a user, shortened and without control characters, as it may appear in a sentence. */
export const quoted = (text: string): string => {
  const clean = text.replace(/[\p{Cc}\p{Cs}]/gu, '·');
  return `"${clean.length > 60 ? `${clean.slice(0, 60)}…` : clean}"`;
};

const NO_ANSWER = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '3D000',
]);

/** What a Postgres error means to the person asking; null when it is ours to explain. SQLSTATE codes. */
export const explainDatabaseError = (error: unknown): GraphQLError | null => {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (NO_ANSWER.has(code)) {
    return problem('DATABASE_UNAVAILABLE', 'The database does not answer right now; try again in a moment.');
  }
  if (code === '42P01' || code === '3F000') {
    return problem('INDEX_NOT_READY', 'The index does not exist yet: the indexer has not written its first block.');
  }
  if (code === '42501') {
    return problem('INDEX_NOT_READY', 'The index is not open for reading yet; try again in a moment.');
  }
  if (code === '42703' || code === '42704') {
    return problem('INDEX_OUTDATED', 'The index was made by another version; let the indexer build it again.');
  }
  if (code === '57014' || code === '55P03') {
    return problem('TIMEOUT', 'This question takes too long to answer; narrow it with a filter or a smaller page.');
  }
  return null;
};
