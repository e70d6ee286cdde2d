import { readFileSync } from 'node:fs';
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

export interface Speed {
  blocksPerSecond: number;
  /** what the node's own process used, other work on the machine left out; undefined where the system does not say */
  cpuMsPerBlock?: number;
}

/** CPU time a process has used so far, milliseconds (Linux counts it in hundredths of a second). */
const cpuMs = (pid: number): number | undefined => {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the command in parentheses may hold spaces; fields are counted after it
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

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
export const measureNode = (run: NodeRun, chain: ServedChain, place: Workplace): Promise<Speed> =>
  scoped(async (scope) => {
    const { signal } = place.room;
    const { child, during } = await startOnce({ spec: run.spec, ready: async () => undefined }, place.room, scope);
    const sql = connect(run.databaseUrl);
    scope.defer(() => sql.end());
    const tables = async () => {
      while (!(await tableExists(sql, run.schema, '_metadata'))) await sleep(POLL_MS, undefined, { signal });
    };
    const speed = async (): Promise<Speed> => {
      let first: number | undefined;
      while (first === undefined) {
        first = await processing(run.port);
        if (first === undefined) await sleep(POLL_MS, undefined, { signal });
      }
      const since = performance.now();
      const cpuBefore = cpuMs(child.pid);
      await tables();
      for (;;) {
        const [row] = await metadata(sql, run.schema, ['lastProcessedHeight']);
        if (row && row.value >= chain.head) return speedOf(chain.head - first + 1, since, cpuBefore);
        await sleep(POLL_MS, undefined, { signal });
      }
    };
    const speedOf = (blocks: number, since: number, cpuBefore: number | undefined): Speed => {
      const blocksPerSecond = blocks / ((performance.now() - since) / 1000);
      const cpuNow = cpuMs(child.pid);
      if (cpuBefore === undefined || cpuNow === undefined) return { blocksPerSecond };
      return { blocksPerSecond, cpuMsPerBlock: (cpuNow - cpuBefore) / blocks };
    };
    const [measured] = await during(Promise.all([speed(), tables().then(run.beside)]));
    return measured;
  });
