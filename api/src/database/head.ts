import type { Sql } from './database';

/** What the indexer says of itself (SubQuery's _metadata table). */
export interface Head {
  height: number;
  targetHeight: number | null;
  chain: string | null;
  genesisHash: string | null;
  /** when the indexer last finished a block, ms since 1970 */
  processedAtMs: number | null;
}

const toNumber = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  const n = Number(value);
  return Number.isFinite(n) ? n : null;
};

/** Reads the head of the index. Null when the table is there but no block is finished. */
export const readHead = async (sql: Sql): Promise<Head | null> => {
  const rows = await sql<{ key: string; value: unknown }[]>`
    select key, value from _metadata
    where key in ('lastProcessedHeight', 'targetHeight', 'chain', 'genesisHash', 'lastProcessedTimestamp')`;
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const height = toNumber(values.get('lastProcessedHeight'));
  if (height === null || height < 1) return null;
  const text = (key: string): string | null => {
    const value = values.get(key);
    return typeof value === 'string' ? value : null;
  };
  return {
    height,
    targetHeight: toNumber(values.get('targetHeight')),
    chain: text('chain'),
    genesisHash: text('genesisHash'),
    processedAtMs: toNumber(values.get('lastProcessedTimestamp')),
  };
};
