import postgres from 'postgres';
import { databaseServer } from '../support/database-server';

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
  const server = await databaseServer();
  return {
    async run(statement, database = 'postgres') {
      const sql = postgres(server.url(database), { max: 1, onnotice: () => undefined });
      try {
        return await sql.unsafe(statement);
      } finally {
        await sql.end();
      }
    },
    url: (role, database) => `postgres://${role}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/${database}`,
    stop: server.stop,
  };
}
