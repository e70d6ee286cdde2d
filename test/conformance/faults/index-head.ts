import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../../scripts/start/postgres/database';
import { SCHEMA } from '../../../scripts/start/stack';
import { newestBlock } from '../sql';

const POLL_MS = 200;
/** With every part restarting in turn; an index that stands still for so long has lost its way. */
const STANDS_STILL_MS = 120_000;

type IndexHead = { number: number; hash: string } | undefined;

/** The last indexed block; undefined before the first one, and while the database is away. */
const indexHead = async (databaseUrl: string): Promise<IndexHead> => {
  const sql = connect(databaseUrl);
  try {
    return await newestBlock(sql, SCHEMA);
  } catch {
    return undefined; // the database restarts, or the tables are not made yet
  } finally {
    await sql.end();
  }
};

/** Waits until the index ends with the chain's head, that very block. */
export const followed = async (
  databaseUrl: string,
  head: { head: number; headHash: string },
  signal: AbortSignal,
): Promise<void> => {
  let last: IndexHead;
  let since = Date.now();
  for (;;) {
    const now = await indexHead(databaseUrl);
    if (now?.hash === head.headHash) return;
    if (now !== undefined && now.hash !== last?.hash) {
      last = now;
      since = Date.now();
    }
    if (Date.now() - since > STANDS_STILL_MS)
      throw new Error(`the index stands still at block ${last?.number ?? 'none'} while the chain has ${head.head}`);
    await sleep(POLL_MS, undefined, { signal });
  }
};
