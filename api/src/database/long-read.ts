import type { Context } from '../context';
import type { Fragment } from './database';
import { readHead } from './head';
import type { Scope } from './sql';
import { type View, viewAt } from './view';

/** Rows read and sent at a time: enough to be quick, few enough to be kept. */
export const BATCH_ROWS = 500;

export interface LongRead<Key, Row> {
  at: number | null | undefined;
  /** the keys of all rows, in order */
  keys: (scope: Scope) => Fragment;
  /** keys read at a time, where one key is many rows */
  keysAtOnce?: number;
  /** the rows of some keys; fewer when some are left out */
  rows: (scope: Scope, keys: Key[]) => Promise<Row[]>;
}

export interface Batch<Row> {
  view: View;
  rows: Row[];
}

/**
 * All rows of a long list in batches, as of one block: a cursor inside one read-only transaction that sees nothing of
 * what the indexer writes meanwhile. The next batch is read when it is asked for, so a slow reader keeps nothing but
 * the cursor; whoever stops reading ends the transaction by `return`.
 */
export async function* readLong<Key, Row>(ctx: Context, read: LongRead<Key, Row>): AsyncGenerator<Batch<Row>> {
  const { sql, release } = ctx.db.reserve();
  const size = read.keysAtOnce ?? BATCH_ROWS;
  try {
    await sql`begin isolation level repeatable read read only`;
    const view = await viewAt({ head: () => readHead(sql) }, read.at);
    const scope: Scope = { sql, view, profile: ctx.profile };
    await sql`declare long_read no scroll cursor for ${read.keys(scope)}`;
    for (let first = true; ; first = false) {
      const keys = (await sql.unsafe(`fetch ${size} from long_read`)) as unknown as Key[];
      const rows = keys.length === 0 ? [] : await read.rows(scope, keys);
      // an empty list is an answer too: of which block it is
      if (first || rows.length > 0) yield { view, rows };
      if (keys.length < size) return;
    }
  } finally {
    // the transaction ends with its connection
    await release();
  }
}
