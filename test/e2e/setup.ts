import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freshCopy } from './fresh-copy';
import { npmStart, type RunningStart } from './npm-start';

/** What the tests know about the explorer they visit. */
export interface Visited {
  site: string;
  graphql: string;
  chain: string;
  /** the fresh copy it runs in; undefined when E2E_STACK named a running one */
  folder?: string;
  pid?: number;
  /** when `npm start` was given, ms since the epoch */
  startedAt?: number;
  installSeconds?: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    visited: Visited;
  }
}

/** `E2E_STACK=site,graphql,chain` visits an explorer that runs already, which is quicker while writing a test. */
function given(): Visited | undefined {
  const text = process.env.E2E_STACK;
  if (!text) return undefined;
  const [site, graphql, chain] = text.split(',');
  if (!site || !graphql || !chain) throw new Error('E2E_STACK must be three addresses: site,graphql,chain.');
  return { site, graphql, chain };
}

/** A test run that is interrupted must not leave an explorer running. */
function stopWithUs(pid: number): void {
  const end = () => {
    try {
      process.kill(-pid, 'SIGINT');
    } catch {
      // it has ended already
    }
  };
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      end();
      process.exit(1);
    });
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = given();
  if (running) {
    project.provide('visited', running);
    return undefined;
  }
  const copy = await freshCopy();
  const startedAt = Date.now();
  let start: RunningStart;
  try {
    start = await npmStart(copy.folder, []);
  } catch (error) {
    await copy.remove();
    throw error;
  }
  const { site, graphql, chain, pid } = start;
  stopWithUs(pid);
  const { folder, installSeconds } = copy;
  project.provide('visited', { site, graphql, chain, folder, pid, startedAt, installSeconds });
  return async () => {
    await start.interrupt(); // npm's own exit code tells only that it was interrupted
    const left = existsSync(join(copy.folder, '.moho', 'run.json'));
    await copy.remove();
    if (left || !start.output().includes('Stopped. Everything is kept')) {
      throw new Error(`npm start did not stop in order:\n${start.output()}`);
    }
  };
}
