import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ContextSettings } from '../context';
import { openDatabase } from '../database/database';
import { createTableStore } from '../desk/store';
import type { Settings } from '../env';
import { explainDatabaseError } from '../errors';
import { createExports } from '../export/exports';
import { createFileWatch, WATCH_OPTIONS, type WatchOptions } from '../follow/watch';
import { LIMITS } from './limits';
import type { Log } from './log';
import { probeReadiness } from './probe';
import { createGraphql } from './yoga';

export interface RunningApi {
  /** http://host:port */
  url: string;
  settings: ContextSettings;
  close: () => Promise<void>;
}

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
};

const refusal = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** Why the body of this request is not read, or null. A length must be given, so that nothing long is read at all. */
const bodyRefusal = (request: IncomingMessage): { status: number; message: string } | null => {
  if (request.headers['transfer-encoding'] !== undefined) {
    return { status: 411, message: 'Send the question with a Content-Length.' };
  }
  const length = Number(request.headers['content-length'] ?? 0);
  return length > LIMITS.bodyBytes
    ? { status: 413, message: `The question is too long: at most ${LIMITS.bodyBytes} bytes are read.` }
    : null;
};

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} on ${host} is taken by another program; set API_PORT.`) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Starts the API. It answers at once, whether or not the database and the index are there yet. */
export const startApi = async (
  settings: Settings,
  log: Log,
  watchOptions: WatchOptions = WATCH_OPTIONS,
): Promise<RunningApi> => {
  const db = openDatabase({ url: settings.databaseUrl, schema: settings.schema });
  const { profile, maxLagBlocks, genesisHash } = settings;
  const watch = createFileWatch(db, profile, log, watchOptions);
  const exports = createExports();
  const tables = createTableStore(db, profile);
  const contextSettings: ContextSettings = { db, profile, maxLagBlocks, genesisHash, watch, exports, tables };
  const yoga = createGraphql(contextSettings, settings.siteOrigins, log);

  const tryReaderRole = async (): Promise<void> => {
    try {
      await db.becomeReader();
    } catch (error) {
      // without a database the question itself will say so
      if (!explainDatabaseError(error)) throw error;
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/health') return sendJson(response, 200, { ok: true });
    const refused = bodyRefusal(request);
    if (refused) {
      response.setHeader('connection', 'close');
      return sendJson(response, refused.status, refusal('TOO_MUCH', refused.message));
    }
    await tryReaderRole();
    if (path === '/ready') {
      const { status, body } = await probeReadiness(contextSettings);
      if (status === 503) response.setHeader('retry-after', '5');
      return sendJson(response, status, body);
    }
    if (path === '/graphql') return void (await yoga(request, response));
    return sendJson(response, 404, refusal('BAD_INPUT', 'Here are /graphql, /health and /ready only.'));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log('error', 'a request failed', {
        path: request.url,
        error: error instanceof Error ? error.stack : String(error),
      });
      if (!response.headersSent)
        sendJson(response, 503, refusal('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.'));
      else response.destroy();
    });
  });
  // longer than a busy site keeps a connection unused: one closed under its next question would fail it
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;

  let port: number;
  try {
    port = await listen(server, settings.port, settings.host);
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    settings: contextSettings,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // streams end in order first; their connections are idle a moment later
      watch.close();
      await exports.close();
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      setTimeout(() => server.closeAllConnections(), 3_000).unref();
      await closed;
      clearInterval(idle);
      await db.close();
    },
  };
};
