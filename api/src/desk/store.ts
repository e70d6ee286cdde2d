import type { ChainProfile } from '@moho/protocol';
import { blocks } from '../block/sql';
import type { Context } from '../context';
import type { Database, Sql } from '../database/database';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { headBlock } from '../follow/sql';
import { createPastReader } from './eras';
import { createReportReader } from './reports';
import { readTable, type Table } from './table';

/** Tables of candidates held in memory, one for each block asked about lately. One store for the whole server. */
export interface TableStore {
  /** `hash` is that of the view's block: after a fork the same number is another block */
  table: (view: View, hash: string) => Promise<Table>;
}

/** The head, the one before it while somebody pages, and a few blocks of the past. */
const MOST_TABLES = 6;

export const createTableStore = (db: Database, profile: ChainProfile): TableStore => {
  const readers = { past: createPastReader(profile), reports: createReportReader(profile) };
  const tables = new Map<string, Promise<Table>>();
  // what readers keep is not to be changed by two readings at once
  let turn: Promise<unknown> = Promise.resolve();

  /** The head moves while its rows are read: all of them come out of one snapshot. */
  const readHead = (view: View, hash: string): Promise<Table> =>
    db.sql().begin('isolation level repeatable read read only', async (transaction) => {
      const sql = transaction as unknown as Sql;
      const head = await headBlock(sql);
      const isHead = head?.height === view.height && head.hash === hash;
      // it has moved on already: the rows of the block asked for are those of a past one
      const asked = isHead ? view : { at: view.height, height: view.height };
      return readTable({ sql, profile, view: asked }, readers);
    }) as Promise<Table>;

  const read = (view: View, hash: string): Promise<Table> =>
    view.at === null ? readHead(view, hash) : readTable({ sql: db.sql(), profile, view }, readers);

  return {
    table: (view, hash) => {
      const key = `${view.height} ${hash}`;
      const known = tables.get(key);
      tables.delete(key);
      const made = known ?? turn.then(() => read(view, hash));
      if (known === undefined) {
        turn = made.catch(() => undefined);
        made.catch(() => tables.delete(key));
      }
      // the one used last stands last
      tables.set(key, made);
      for (const old of tables.keys()) if (tables.size > MOST_TABLES) tables.delete(old);
      return made;
    },
  };
};

/** The table of a view: one statement that names its block, and no other while the table is in memory. */
export const loadTable = async (ctx: Context, view: View): Promise<Table> => {
  const block = await loadOne(ctx, blocks, view, String(view.height));
  return ctx.tables.table(view, block?.hash ?? '');
};
