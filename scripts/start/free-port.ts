import { createServer } from 'node:net';

const HOST = '127.0.0.1';
/** Below the ports that Linux (32768 on) and macOS (49152 on) give to outgoing connections. */
const [LOWEST, HIGHEST] = [15_000, 32_000];
const ATTEMPTS = 100;

/** Opens and closes a listening socket: the error code of the attempt, or undefined when the port can be used. */
export function whyNotFree(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Ports given to somebody in this process, who may not listen yet. */
const given = new Set<number>();
/** Each process begins in a part of its own: those that look for a port at the same time mostly have neighbouring numbers. */
const PART = 100;

/**
 * A port nobody listens on, chosen at random. The system's own choice (port 0) would come from the range of outgoing
 * connections, and one of those could take it before the server that is to have it listens.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const among = attempt < ATTEMPTS / 2 ? PART : HIGHEST - LOWEST;
    const port = LOWEST + ((process.pid * PART + Math.floor(Math.random() * among)) % (HIGHEST - LOWEST));
    if (given.has(port) || (await whyNotFree(port)) !== undefined || given.has(port)) continue;
    given.add(port);
    return port;
  }
  throw new Error(`No free port found among ${LOWEST} to ${HIGHEST} in ${ATTEMPTS} attempts.`);
}
