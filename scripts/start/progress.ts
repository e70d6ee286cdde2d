import { setTimeout as sleep } from 'node:timers/promises';
import { indexProgress } from './postgres/database';
import type { Report } from './report';

const EVERY_MS = 2_000;
const SAY_EVERY_MS = 10_000;

export interface WatchOptions {
  databaseUrl: string;
  schema: string;
  maxLagBlocks: number;
  startedAt: number;
}

export interface IndexWatch {
  caughtUp: () => Promise<number>;
  stop: () => Promise<void>;
}

const number = (value: number) => value.toLocaleString('en');

/**
 * Follows how far the index is, says so every ten seconds until it has caught up once, and then is quiet. `startedAt`
 * (ms since the epoch) is when the command was given: what a person waited is counted from there.
 */
export function watchIndex({ databaseUrl, schema, maxLagBlocks, startedAt }: WatchOptions, report: Report): IndexWatch {
  const stopping = new AbortController();
  let resolve: (height: number) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const caughtUp = new Promise<number>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  caughtUp.catch(() => undefined); // nobody has to wait for it

  async function follow(): Promise<void> {
    let saidAt = Date.now();
    while (!stopping.signal.aborted) {
      const now = await indexProgress(databaseUrl, schema).catch(() => undefined); // the database may be restarting
      if (now && now.target > 0 && now.target - now.height <= maxLagBlocks) {
        report.done(
          'index',
          `caught up at block ${number(now.height)}, counted from npm start`,
          Date.now() - startedAt,
        );
        resolve(now.height);
        return;
      }
      if (now && Date.now() - saidAt >= SAY_EVERY_MS) {
        saidAt = Date.now();
        report.doing('index', `block ${number(now.height)} of ${number(now.target)}`);
      }
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const following = follow();
  return {
    caughtUp: () => caughtUp,
    async stop() {
      stopping.abort();
      await following;
      reject(new Error('stopped before the index had caught up'));
    },
  };
}
