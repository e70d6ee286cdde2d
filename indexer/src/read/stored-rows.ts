import type { StoredRows } from '../mirror/mirror';
import type { EntityName, Row } from '../write/entities';

/** The part of SubQuery's global `store` that is used. */
export interface RowStore {
  get(entity: string, id: string): Promise<{ id: string } | undefined>;
  getByFields(
    entity: string,
    filter: [string, string, unknown][],
    options: { limit: number; offset?: number },
  ): Promise<{ id: string }[]>;
  bulkCreate(entity: string, rows: { id: string }[]): Promise<void>;
  bulkRemove(entity: string, ids: string[]): Promise<void>;
}

/** Needs `--query-limit` of at least this (see `deploy.ts`). */
export const ROWS_PER_QUERY = 1000;

export interface Stored extends StoredRows {
  /** every row of an entity */
  all(entity: EntityName): Promise<Row[]>;
}

const toRow = (entity: EntityName, fields: { id: string }): Row => ({ entity, fields: fields as Row['fields'] });

export const createStored = (store: RowStore): Stored => {
  const query = async (entity: EntityName, filter: [string, string, unknown][]): Promise<Row[]> => {
    const rows: Row[] = [];
    for (;;) {
      const page = await store.getByFields(entity, filter, { limit: ROWS_PER_QUERY, offset: rows.length });
      for (const fields of page) rows.push(toRow(entity, fields));
      if (page.length < ROWS_PER_QUERY) return rows;
    }
  };
  return {
    get: async (entity, id) => {
      const fields = await store.get(entity, id);
      return fields ? toRow(entity, fields) : undefined;
    },
    children: (entity, field, value) => query(entity, [[field, '=', value]]),
    all: (entity) => query(entity, []),
  };
};
