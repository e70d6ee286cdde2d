import type { Changes } from '../write/changes';
import type { EntityName, Row } from '../write/entities';
import type { Stored } from './stored-rows';

/**
 * Rows as stored after one block, so that rows asked for again and again (accounts, the cursor, the era's own) are not
 * fetched through the sandbox each time. Like the memo of raw values it belongs to the hash of that block and is emptied
 * whenever the next one is not its child: it can be missing rows but never wrong. Rows are shared: none is changed in place.
 */
export interface RowMemo {
  /** call before a block is handled */
  begin(parentHash: string): void;
  /** `stored`, answering `get` from here where it can */
  through(stored: Stored): Stored;
  /** call after a block is written, with what was written */
  commit(blockHash: string, written: ReturnType<Changes['entries']>): void;
}

const MAX_ROWS = 50_000;

export const createRowMemo = (maxRows: number = MAX_ROWS): RowMemo => {
  /** undefined: known not to be stored */
  const rows = new Map<string, Row | undefined>();
  let at: string | null = null;
  const keyOf = (entity: EntityName, id: string): string => `${entity}\n${id}`;
  const keep = (key: string, row: Row | undefined): void => {
    rows.delete(key);
    rows.set(key, row);
  };
  return {
    begin: (parentHash) => {
      if (at !== parentHash) rows.clear();
      at = null;
    },
    through: (stored) => ({
      ...stored,
      get: async (entity, id) => {
        const key = keyOf(entity, id);
        const row = rows.has(key) ? rows.get(key) : await stored.get(entity, id);
        keep(key, row);
        return row;
      },
    }),
    commit: (blockHash, written) => {
      for (const { entity, puts, removals } of written) {
        for (const id of removals) if (rows.has(keyOf(entity, id))) keep(keyOf(entity, id), undefined);
        // rows nobody asked for are not asked for later either: blocks, extrinsics, events
        for (const fields of puts)
          if (rows.has(keyOf(entity, fields.id))) keep(keyOf(entity, fields.id), { entity, fields } as Row);
      }
      for (const key of rows.keys()) {
        if (rows.size <= maxRows) break;
        rows.delete(key);
      }
      at = blockHash;
    },
  };
};
