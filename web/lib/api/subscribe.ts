import type { TadaDocumentNode } from 'gql.tada';
import { apiUrl, type Problem, textOf } from './ask';
import { splitEvents } from './events';
import { noteSilence } from './outage';

interface Reply {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** One answer of a subscription, or why there is none; a silent API ends the stream. */
export type Told<T> = { ok: true; data: T } | { ok: false; problem: Problem };

const silent = (detail: string): Told<never> => ({
  ok: false,
  problem: { kind: 'silent', outage: noteSilence(), detail },
});

const readReply = <T>(text: string): Told<T> => {
  const reply = JSON.parse(text) as Reply;
  const error = reply.errors?.[0];
  if (error === undefined) return { ok: true, data: reply.data as T };
  const code = error.extensions?.code ?? 'UNKNOWN';
  return { ok: false, problem: { kind: 'refused', code, message: error.message } };
};

/**
 * Asks the API a subscription and hands on each answer until the signal or the API ends it. Never throws: the last answer
 * says what went wrong.
 */
export async function* subscribe<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): AsyncGenerator<Told<Result>> {
  try {
    const response = await fetch(apiUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: textOf(document), variables }),
      cache: 'no-store',
      signal,
    });
    if (response.body === null) return yield silent(`HTTP ${response.status} without an answer`);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (!isStream) return yield silent(`HTTP ${response.status} without a stream`);
    let rest = '';
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return yield silent('the stream was cut off before it was complete');
      const split = splitEvents(rest + decoder.decode(value, { stream: true }));
      rest = split.rest;
      for (const { name, data } of split.events) {
        if (name === 'complete') return;
        yield readReply<Result>(data);
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    yield silent(cause instanceof Error ? cause.message : String(cause));
  }
}
