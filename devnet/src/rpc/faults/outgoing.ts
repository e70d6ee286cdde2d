import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { reply } from '../../http';
import type { Outgoing } from './fault';
import type { Line } from './line';

/** A message on an open socket. */
export const onSocket = (client: WebSocket, way: Line, text: string): Outgoing => ({
  ...way,
  text,
  cut: () => client.terminate(),
  refuse: way.send,
});

/** What can be sent once only: it cannot trade places or come twice, all else can happen to it. */
function once(text: string, leave: (text: string) => void): Pick<Outgoing, 'text' | 'send' | 'sendBehind' | 'wait'> {
  let waitMs = 0;
  let sent = false;
  const send = (given: string) => {
    if (sent) return;
    sent = true;
    if (waitMs === 0) leave(given);
    else setTimeout(leave, waitMs, given);
  };
  return {
    text,
    send,
    sendBehind: send,
    wait: (ms) => {
      waitMs = ms;
    },
  };
}

/** The one answer of an HTTP request. */
export const onResponse = (response: ServerResponse, text: string): Outgoing => ({
  ...once(text, (body) => reply(response, 200, body, 'application/json')),
  cut: () => void response.destroy(),
  refuse: () => reply(response, 429, 'Too Many Requests'),
});

/** A socket about to be opened. */
export const onHandshake = (socket: Duplex, open: () => void): Outgoing => ({
  ...once('', open),
  cut: () => void socket.destroy(),
  refuse: () => void socket.end('HTTP/1.1 429 Too Many Requests\r\n\r\n'),
});
