import { join } from 'node:path';
import { freePort } from '../../scripts/start/free-port';
import { embeddedPostgres } from '../../scripts/start/postgres/server';
import { supervise } from '../../scripts/start/supervise';
import { temporaryFolder, testRoom } from '../../scripts/start/testing';

/** A real PostgreSQL server for tests. */
export interface DatabaseServer {
  port: number;
  /** connection string of its administrator */
  url(database: string): string;
  /** ends it and deletes its data */
  stop(): Promise<void>;
}

/** Starts an embedded PostgreSQL as `npm start` does, in a folder of its own. */
export async function databaseServer(): Promise<DatabaseServer> {
  const folder = temporaryFolder();
  const room = testRoom(folder.path);
  const port = await freePort();
  const server = await embeddedPostgres(join(folder.path, 'server'), port, room);
  const running = await supervise(server.supervision, room);
  return {
    port,
    url: server.url,
    async stop() {
      await running.stop();
      folder.remove();
    },
  };
}
