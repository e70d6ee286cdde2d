import postgres from 'postgres';

export type Sql = postgres.Sql<Record<string, never>>;
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** Role made by the indexer's migration; it may read the index and nothing else. */
const READER_ROLE = 'moho_reader';
const STATEMENT_TIMEOUT_MS = 8_000;
/** the first rows of a long read may have to wait until all of them are sorted */
const LONG_STATEMENT_TIMEOUT_MS = 120_000;
const ROLE_RETRY_MS = 10_000;

/** A connection of one's own: a transaction can span several statements. */
export interface Reserved {
  sql: Sql;
  release: () => Promise<void>;
}

export interface Database {
  /** the pool; ask for it anew at each use, it is replaced once the reader role exists */
  sql: () => Sql;
  schema: string;
  /** statements sent so far */
  statementCount: () => number;
  /** switches to the read-only role as soon as it exists; cheap, to be called for each request */
  becomeReader: () => Promise<void>;
  isReader: () => boolean;
  /** a connection for one long read alone; nothing is opened before its first statement */
  reserve: () => Reserved;
  close: () => Promise<void>;
}

interface Options {
  url: string;
  schema: string;
  maxConnections?: number;
  statementTimeoutMs?: number;
}

const quoteItem = (item: unknown): string => `"${String(item).replace(/["\\]/g, '\\$&')}"`;
const arrayLiteral = (items: readonly unknown[]): string => `{${items.map(quoteItem).join(',')}}`;

/** Text, int4 and int8 arrays as parameters; timestamps (stored without zone, always UTC) as ISO text. */
const types = {
  texts: { to: 1009, from: [], serialize: arrayLiteral, parse: String },
  ints: { to: 1007, from: [], serialize: arrayLiteral, parse: String },
  times: {
    to: 1114,
    from: [1114],
    serialize: String,
    parse: (text: string) => new Date(`${text.replace(' ', 'T')}Z`).toISOString(),
  },
};

/**
 * A read-only connection pool on the index. Every session refuses writes, stops a statement that takes too long and,
 * when the migration has made it, runs under the reader role. Connecting happens at the first statement, so this never throws.
 */
export const openDatabase = (options: Options): Database => {
  let statements = 0;
  let nextRoleCheck = 0;
  let reader = false;

  const pool = (
    role: string | null,
    timeoutMs: number,
    kind: { max: number; idle_timeout: number | undefined; max_lifetime?: null },
  ): Sql => {
    const made = postgres(options.url, {
      ...kind,
      connect_timeout: 5,
      fetch_types: false,
      onnotice: () => undefined,
      transform: { column: { from: postgres.toCamel } },
      types,
      connection: {
        application_name: 'moho-api',
        search_path: `"${options.schema}"`,
        default_transaction_read_only: true,
        statement_timeout: timeoutMs,
        TimeZone: 'UTC',
        jit: 'off',
        ...(role === null ? {} : { role }),
      } as Record<string, string | number | boolean>,
    });
    // given at the start, it would have every fragment of every statement keep a stack trace
    Object.assign(made.options, { debug: () => statements++ });
    return made as unknown as Sql;
  };

  const shared = (role: string | null): Sql =>
    pool(role, options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS, {
      max: options.maxConnections ?? 8,
      idle_timeout: 60,
    });
  let sql = shared(null);
  let retiring: Promise<void> = Promise.resolve();

  const becomeReader = async (): Promise<void> => {
    if (reader || Date.now() < nextRoleCheck) return;
    nextRoleCheck = Date.now() + ROLE_RETRY_MS;
    const [row] = await sql<{ usable: boolean }[]>`
      select coalesce(bool_or(
        pg_has_role(current_user, r.oid, 'MEMBER')
        and has_schema_privilege(r.oid, n.oid, 'USAGE')
        and has_table_privilege(r.oid, c.oid, 'SELECT')), false) as usable
      from pg_roles r, pg_namespace n, pg_class c
      where r.rolname = ${READER_ROLE} and n.nspname = ${options.schema} and c.relnamespace = n.oid and c.relname = '_metadata'`;
    if (!row?.usable) return;
    const before = sql;
    sql = shared(READER_ROLE);
    reader = true;
    // statements under way finish first; nobody has to wait for that
    retiring = before.end({ timeout: 30 });
  };

  return {
    sql: () => sql,
    schema: options.schema,
    statementCount: () => statements,
    becomeReader,
    isReader: () => reader,
    reserve: () => {
      // it may wait between statements for as long as its reader does
      const own = pool(reader ? READER_ROLE : null, LONG_STATEMENT_TIMEOUT_MS, {
        max: 1,
        idle_timeout: undefined,
        max_lifetime: null,
      });
      return { sql: own, release: () => own.end({ timeout: 5 }) };
    },
    close: async () => {
      await Promise.all([retiring, sql.end({ timeout: 5 })]);
    },
  };
};
