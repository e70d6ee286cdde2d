import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';

export interface MigrateOptions {
  /** as a role that owns the schema */
  databaseUrl: string;
  schema: string;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
/** Two starts at the same moment must not run the same statement against each other. */
const LOCK = 7466846001;

/** The extension SubQuery's history needs; to be made before the node starts for the first time. */
export const prepareDatabase = async (databaseUrl: string): Promise<void> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`create extension if not exists btree_gist`;
  } finally {
    await sql.end();
  }
};

/** True once the node has made its tables. */
export const isSchemaReady = async ({ databaseUrl, schema }: MigrateOptions): Promise<boolean> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`select to_regclass(${`${schema}.index_cursors`}) is not null as ready`;
    return row?.ready === true;
  } finally {
    await sql.end();
  }
};

/**
 * Applies our own SQL to the tables subql-node has made: indexes on current rows, and the read-only role `moho_reader`.
 * Every statement may run again, so it is called at each start. Throws when the tables are not there yet.
 */
export const migrate = async ({ databaseUrl, schema }: MigrateOptions): Promise<void> => {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Error(`"${schema}" is not a plain schema name`);
  if (!(await isSchemaReady({ databaseUrl, schema }))) {
    throw new Error(`the schema "${schema}" has no tables yet: subql-node makes them at its first start`);
  }
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), 'utf8').replaceAll('$SCHEMA', schema);
      try {
        await sql.unsafe(text);
      } catch (cause) {
        throw new Error(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    }
  } finally {
    await sql.end();
  }
};
