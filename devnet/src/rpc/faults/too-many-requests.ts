import type { Fault } from './fault';

/** As providers refuse over a WebSocket, where no HTTP status is left to send. */
const REFUSAL = { code: -32029, message: 'Too Many Requests' };

export const tooManyRequests: Fault = {
  about: 'a request is refused with 429 Too Many Requests',
  strike: (out) => out.refuse(refusalOf(out.text)),
};

/** The refusal of the request that `text` answers; notifications and handshakes stay what they are. */
function refusalOf(text: string): string {
  if (text === '') return text;
  const answer = JSON.parse(text) as { id?: unknown } | { id?: unknown }[];
  const refuse = (one: { id?: unknown }) => ('id' in one ? { jsonrpc: '2.0', error: REFUSAL, id: one.id } : one);
  return JSON.stringify(Array.isArray(answer) ? answer.map(refuse) : refuse(answer));
}
