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

const OLDEST_SERVER = 14;

/**
 * Makes sure the database answers and has what the indexer needs: a server new enough, the right to keep tables in
 * `schema`, and `btree_gist` (for rows with a block range). Throws a UserError that names what is missing.
 */
export async function prepareDatabase(url: string, schema: string): Promise<void> {
  const connection = connect(url);
  try {
    const lacking = await whatIsLacking(connection, schema);
    if (lacking) throw new UserError(lacking);
    await sql.ensureExtension(connection, 'btree_gist');
  } catch (error) {
    if (isDiskFull(oneLine(error))) throw new UserError('The disk that holds the database is full.');
    throw new UserError(`The database ${withoutPassword(url)} cannot be used: ${oneLine(error)}.`);
  } finally {
    await connection.end();
  }
}

async function whatIsLacking(connection: postgres.Sql, schema: string): Promise<string | undefined> {
  const { version, role, database, mayCreate, schemaThere, mayUse } = await sql.rights(connection, schema);
  if (version < OLDEST_SERVER) return `it is PostgreSQL ${version}, and Moho needs ${OLDEST_SERVER} or newer`;
  if (!schemaThere && !mayCreate) {
    return `${role} may not create a schema in it: run "grant create on database ${database} to ${role}" as its owner`;
  }
  return schemaThere && !mayUse ? `its schema ${schema} belongs to another role than ${role}` : undefined;
}

/** The role the API reads under where it may; made by the index's migrations. */
const READER = 'moho_reader';

/** A sentence when the API cannot read under the read-only role, because the database's owner has not made it. */
export async function withoutReader(url: string): Promise<string | undefined> {
  const connection = connect(url);
  try {
    const { role, may } = await sql.mayBecome(connection, READER);
    return may
      ? undefined
      : `reads as ${role} in read-only sessions; "create role ${READER}; grant ${READER} to ${role}" gives it a role that can do nothing else`;
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
