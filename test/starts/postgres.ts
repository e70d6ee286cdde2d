import { join } from 'node:path';
import postgres from 'postgres';
import { FREE_PORTS } from '../../scripts/start/options';
import { claimPorts } from '../../scripts/start/ports';
import { embeddedPostgres } from '../../scripts/start/postgres/server';
import { supervise } from '../../scripts/start/supervise';
import { temporaryFolder, testRoom } from '../../scripts/start/testing';

/** A PostgreSQL server that no start made, as somebody else's would be. */
export interface ForeignServer {
  /** as its administrator */
  run(statement: string, database?: string): Promise<postgres.RowList<postgres.Row[]>>;
  url(role: string, database: string): string;
  stop(): Promise<void>;
}

const PASSWORD = 'secret of the role';

/** A login role that may do nothing but `options` say. */
export const loginRole = (name: string, options = '') => `create role ${name} login password '${PASSWORD}' ${options}`;

export async function foreignServer(): Promise<ForeignServer> {
  const folder = temporaryFolder();
  const room = testRoom(folder.path);
  const { postgres: port } = await claimPorts(FREE_PORTS, ['postgres']);
  const server = await embeddedPostgres(join(folder.path, 'server'), port, room);
  const running = await supervise(server.supervision, room);
  return {
    async run(statement, database = 'postgres') {
      const sql = postgres(server.url(database), { max: 1, onnotice: () => undefined });
      try {
        return await sql.unsafe(statement);
      } finally {
        await sql.end();
      }
    },
    url: (role, database) => `postgres://${role}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`,
    async stop() {
      await running.stop();
      folder.remove();
    },
  };
}
