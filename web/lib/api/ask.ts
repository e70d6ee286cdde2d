import type { TadaDocumentNode } from 'gql.tada';
import { type DocumentNode, print } from 'graphql';
import { environment } from '../env';
import { noteAnswer, noteSilence, type Outage } from './outage';

const TIMEOUT_MS = 12_000;
export const apiUrl = (): string => environment().apiUrl;

/** `silent`: no usable answer at all. `refused`: the API understood the question and says why it will not answer. */
export type Problem =
  | { kind: 'silent'; outage: Outage; detail: string }
  | { kind: 'refused'; code: string; message: string };

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Codes of the API that mean: it is there, but has no figures to give. */
const NO_FIGURES = new Set(['DATABASE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

interface GraphQLReply {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const readReply = async (response: Response): Promise<GraphQLReply | null> => {
  const text = await response.text();
  try {
    const reply: unknown = JSON.parse(text);
    const isReply = reply !== null && typeof reply === 'object' && ('data' in reply || 'errors' in reply);
    return isReply ? (reply as GraphQLReply) : null;
  } catch {
    return null; // not JSON: a proxy's page or a cut answer; the caller reports it with the status code
  }
};

const silent = (detail: string): Answer<never> => ({
  ok: false,
  problem: { kind: 'silent', outage: noteSilence(), detail },
});

/** A document is sent as text, which is written once. */
const texts = new WeakMap<object, string>();
export const textOf = (document: DocumentNode): string => {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
};

/**
 * Asks the GraphQL API one question, given as text. Never throws: the page decides how a problem is shown.
 * An answer with errors is a problem even when it carries partial data, since half a page would look like the truth.
 */
export const askText = async <Result>(
  query: string,
  variables: unknown,
  extensions?: { asOf?: number },
): Promise<Answer<Result>> => {
  let response: Response;
  let reply: GraphQLReply | null;
  try {
    response = await fetch(apiUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query, variables, extensions }),
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    reply = await readReply(response);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return silent(cause instanceof Error ? cause.message : String(cause));
  }
  if (reply === null) return silent(`HTTP ${response.status} without a GraphQL answer`);
  const error = reply.errors?.[0];
  if (error !== undefined) {
    const code = error.extensions?.code ?? 'UNKNOWN';
    if (response.status >= 500 || NO_FIGURES.has(code)) return silent(error.message);
    noteAnswer();
    return { ok: false, problem: { kind: 'refused', code, message: error.message } };
  }
  noteAnswer();
  return { ok: true, data: reply.data as Result };
};

/** Asks the question of a typed document. */
export const ask = <Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> => askText<Result>(textOf(document), variables);
