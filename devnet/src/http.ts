import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError } from './input-error';

const LOOPBACK = '127.0.0.1';

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** Listens on loopback only; port 0 takes any free one. A taken port is an `InputError`. */
export function listen(server: Server, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portTrouble(error, port)));
    server.listen(port, LOOPBACK, () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed, failed) => {
            server.close((error) => (error ? failed(error) : closed()));
            server.closeAllConnections();
          }),
      });
    });
  });
}

function portTrouble(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new InputError(`port ${port} of ${LOOPBACK} is already in use: stop what uses it or choose another port`);
  }
  if (error.code === 'EACCES')
    return new InputError(`port ${port} needs more rights than this user has: choose another port`);
  return error;
}

/** True for a browser page that does not come from this machine: it must not reach a local chain behind its user's back. */
export function fromElsewhere(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  return origin !== undefined && !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
}

/** The request's body, or undefined when it is longer than `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function reply(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}
