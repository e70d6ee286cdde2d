import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildSpec } from '../../scripts/start/child';
import { connect } from '../../scripts/start/postgres/database';
import { metadata, tableExists } from '../../scripts/start/postgres/sql';
import type { ServedChain } from '../conformance/chain-server';
import { scoped, startOnce } from '../conformance/run-once';
import type { Workplace } from '../conformance/workplace';

const POLL_MS = 50;

export interface NodeRun {
  spec: ChildSpec;
  port: number;
  databaseUrl: string;
  schema: string;
  /** done beside the indexing, as a start does: our own indexes and views */
  beside?: () => Promise<void>;
}

/** Height the node works at; undefined while it starts. */
const processing = async (port: number): Promise<number | undefined> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/meta`, { signal: AbortSignal.timeout(5_000) });
    const { currentProcessingHeight } = (await response.json()) as { currentProcessingHeight?: number };
    return currentProcessingHeight;
  } catch {
    return undefined; // not listening yet; if it ends instead, whoever runs the node says so
  }
};

/**
 * Blocks per second of a subql-node, from the first block it is seen to work at until the head is in the database: its
 * start (modules, tables, connection) is no part of it, the last flush is.
 */
export const measureNode = (run: NodeRun, chain: ServedChain, place: Workplace): Promise<number> =>
  scoped(async (scope) => {
    const { signal } = place.room;
    const { during } = await startOnce({ spec: run.spec, ready: async () => undefined }, place.room, scope);
    const sql = connect(run.databaseUrl);
    scope.defer(() => sql.end());
    const tables = async () => {
      while (!(await tableExists(sql, run.schema, '_metadata'))) await sleep(POLL_MS, undefined, { signal });
    };
    const seconds = async (): Promise<number> => {
      let first: number | undefined;
      while (first === undefined) {
        first = await processing(run.port);
        if (first === undefined) await sleep(POLL_MS, undefined, { signal });
      }
      const since = performance.now();
      await tables();
      for (;;) {
        const [row] = await metadata(sql, run.schema, ['lastProcessedHeight']);
        if (row && row.value >= chain.head) return (chain.head - first + 1) / ((performance.now() - since) / 1000);
        await sleep(POLL_MS, undefined, { signal });
      }
    };
    const [speed] = await during(Promise.all([seconds(), tables().then(run.beside)]));
    return speed;
  });
