import postgres from 'postgres';
import { isDiskFull, oneLine, UserError } from '../user-error';
import * as sql from './sql';

/** One connection that says little and gives up soon. */
export function connect(url: string): postgres.Sql {
  return postgres(url, { max: 1, connect_timeout: 10, idle_timeout: 5, onnotice: () => undefined });
}

/** Host and database of a connection string, without its password. */
export function withoutPassword(url: string): string {
  const parsed = new URL(url);
  return `${parsed.protocol}//${parsed.username}@${parsed.host}${parsed.pathname}`;
}

/** Creates the database unless it is there. `adminUrl` names a database that always is. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const connection = connect(adminUrl);
  try {
    if (!(await sql.databaseExists(connection, name))) await sql.createDatabase(connection, name);
  } finally {
    await connection.end();
  }
}

/**
 * Makes sure the database answers and has what the indexer needs (`btree_gist`, for rows with a block range).
 * Throws a UserError when it does not answer, or the extension is missing and may not be created.
 */
export async function prepareDatabase(url: string): Promise<void> {
  const connection = connect(url);
  try {
    await sql.ensureExtension(connection, 'btree_gist');
  } catch (error) {
    if (isDiskFull(oneLine(error))) throw new UserError('The disk that holds the database is full.');
    throw new UserError(`The database ${withoutPassword(url)} cannot be used: ${oneLine(error)}.`);
  } finally {
    await connection.end();
  }
}

/** Height the index has reached and the height it knows the chain to have; undefined before the first block. */
export async function indexProgress(
  url: string,
  schema: string,
): Promise<{ height: number; target: number } | undefined> {
  const connection = connect(url);
  try {
    if (!(await sql.tableExists(connection, schema, '_metadata'))) return undefined;
    const rows = await sql.metadata(connection, schema, ['lastProcessedHeight', 'targetHeight']);
    const value = (key: string) => rows.find((row) => row.key === key)?.value;
    const height = value('lastProcessedHeight');
    const target = value('targetHeight');
    return height === undefined || target === undefined ? undefined : { height, target };
  } finally {
    await connection.end();
  }
}
