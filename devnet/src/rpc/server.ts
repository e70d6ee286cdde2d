import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { fromElsewhere, type Listening, listen, readBody, reply } from '../http';
import { messageOf } from '../input-error';
import { answer } from './dispatch';
import type { Faults } from './faults';
import { line } from './faults/line';
import { onHandshake, onResponse, onSocket } from './faults/outgoing';
import type { Call } from './registry';
import { connectionSubscriptions } from './subscriptions';

/** As a node's default `--rpc-max-payload`. */
const MAX_BYTES = 15 * 1024 * 1024;

/** What every call is answered from, and what goes wrong with the answers. */
export interface Served {
  readonly call: Omit<Call, 'subscriptions'>;
  readonly faults: Faults;
}

/** JSON-RPC over WebSocket and HTTP POST on one loopback port (0: any free one). */
export async function rpcServer(served: Served, port: number): Promise<Listening> {
  const http = createServer((request, response) => {
    overHttp(served, request, response).catch((error: unknown) => {
      console.error('an HTTP request broke off:', messageOf(error));
      response.destroy();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BYTES, perMessageDeflate: false });
  http.on('upgrade', (request, socket, head) => {
    if (fromElsewhere(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const open = () => sockets.handleUpgrade(request, socket, head, (client) => overSocket(served, client));
    served.faults.pass(onHandshake(socket, open));
  });
  const listening = await listen(http, port);
  return {
    port: listening.port,
    async close() {
      for (const client of sockets.clients) client.terminate();
      await listening.close();
    },
  };
}

/** Whatever a call notifies leaves after its answer, so that a client knows the subscription's id first. */
function overSocket({ call, faults }: Served, client: WebSocket): void {
  const way = line((text) => client.send(text));
  const leave = (text: string) => faults.pass(onSocket(client, way, text));
  let held: string[] | undefined;
  const subscriptions = connectionSubscriptions((text) => {
    if (held) held.push(text);
    else leave(text);
  });
  client.on('message', (data) => {
    held = [];
    const text = answer(data.toString(), { ...call, subscriptions });
    if (text !== undefined) leave(text);
    for (const notification of held) leave(notification);
    held = undefined;
  });
  client.on('error', (error) => console.error(`a client's connection failed: ${error.message}`));
  client.on('close', () => {
    way.close();
    subscriptions.closeAll();
  });
}

async function overHttp({ call, faults }: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (fromElsewhere(request)) return reply(response, 403, 'This address answers pages of this machine only.');
  if (request.method !== 'POST') return reply(response, 405, 'Used HTTP Method is not allowed. POST is required');
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return reply(response, 415, 'Supplied content type is not allowed. Content-Type: application/json is required');
  }
  const body = await readBody(request, MAX_BYTES);
  if (body === undefined) return reply(response, 413, `A request may have ${MAX_BYTES} bytes at most.`);
  faults.pass(onResponse(response, answer(body, call) ?? ''));
}
