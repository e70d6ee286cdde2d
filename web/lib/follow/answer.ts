import { createHash } from 'node:crypto';
import { text } from '../../messages';
import type { Problem } from '../api/ask';

export interface Document {
  body: string;
  type: string;
  /** when its newest content is from; null when it has none */
  modified: Date | null;
  /** seconds it may be kept without asking again */
  maxAge: number;
  /** other headers */
  headers?: Record<string, string>;
}

const etagOf = (body: string): string => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Weak comparison of RFC 9110 §8.8.3.2: whoever compresses an answer may have changed the bytes, not what they say. */
const matches = (given: string, etag: string): boolean =>
  given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

const isFresh = (request: Request, etag: string, modified: Date | null): boolean => {
  const tags = request.headers.get('if-none-match');
  if (tags !== null) return matches(tags, etag); // it wins over the date, which only tells seconds
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return modified !== null && !Number.isNaN(since) && Math.floor(modified.getTime() / 1000) * 1000 <= since;
};

/** The document, or 304 when the asker has it already. */
export const answerWith = (request: Request, { body, type, modified, maxAge, headers }: Document): Response => {
  const etag = etagOf(body);
  const common = {
    etag,
    'cache-control': `public, max-age=${maxAge}, stale-while-revalidate=${10 * maxAge}`,
    // links inside name the host asked for
    vary: 'Host',
    ...(modified === null ? {} : { 'last-modified': modified.toUTCString() }),
    ...headers,
  };
  if (isFresh(request, etag, modified)) return new Response(null, { status: 304, headers: common });
  return new Response(body, { headers: { ...common, 'content-type': type } });
};

/** Why there is no document, in one sentence. */
export const sentence = (status: number, words: string, headers: Record<string, string> = {}): Response =>
  new Response(`${words}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });

/** A problem of the API as an answer to a program: the question's fault is 400, silence is 503. */
export const problemAnswer = (problem: Problem): Response => {
  if (problem.kind === 'silent') return sentence(503, text.follow.silent, { 'retry-after': '30' });
  if (problem.code === 'BAD_INPUT') return sentence(400, problem.message);
  return sentence(503, problem.message, { 'retry-after': '30' });
};
