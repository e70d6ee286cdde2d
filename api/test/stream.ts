import type { Answer } from './api';

export interface Stream {
  /** the next answer; null when the stream has ended */
  next: () => Promise<Pick<Answer, 'data' | 'errors'> | null>;
  /** leaves, as a reader does who closes the page */
  leave: () => void;
}

/** Asks a subscription over server-sent events. Heartbeats are passed over. */
export const subscribe = async (
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Stream> => {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query, variables }),
    signal: leaving.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('a stream without a body');
  let text = '';
  const next: Stream['next'] = async () => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        if (lines.includes('event: complete')) return null;
        const data = lines.find((line) => line.startsWith('data: '));
        if (data === undefined) continue;
        const answer = JSON.parse(data.slice(6)) as Partial<Answer>;
        return { data: answer.data ?? null, errors: answer.errors ?? [] };
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  return { next, leave: () => leaving.abort() };
};
