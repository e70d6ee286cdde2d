import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, inject, test } from 'vitest';
import { startIdentity } from '../../scripts/start/identity';

const { site, graphql, folder } = inject('visited');

interface RunEntry {
  name: string;
  pid: number;
}

const runFile = () => join(folder ?? '', '.moho', 'run.json');
const processes = () => (JSON.parse(readFileSync(runFile(), 'utf8')) as { processes: RunEntry[] }).processes;
const pidOf = (name: string) => processes().find((process) => process.name === name)?.pid ?? 0;

async function indexedBlock(): Promise<number> {
  try {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ status { indexedHeight } }' }),
      signal: AbortSignal.timeout(5_000),
    });
    const { data } = (await response.json()) as { data: { status: { indexedHeight: number } } | null };
    return data?.status.indexedHeight ?? -1;
  } catch {
    return -1; // the API or its database is being restarted
  }
}

async function until(what: string, condition: () => Promise<boolean>, seconds = 150): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`);
    await sleep(250);
  }
}

const answers = async () => (await fetch(site).catch(() => undefined))?.status === 200;

/** Ends a process and waits until another one does its work: pages, answers, and an index that goes on. */
async function comesBack(name: string): Promise<void> {
  await until(`${name} to run`, async () => existsSync(runFile()) && startIdentity(pidOf(name)) !== undefined);
  const killed = pidOf(name);
  process.kill(killed, 'SIGKILL');
  await until(`${name} to be another process`, async () => pidOf(name) !== 0 && pidOf(name) !== killed);
  await until(`the site to answer without the first ${name}`, answers);
  await until(`the API to answer without the first ${name}`, async () => (await indexedBlock()) > 0);
  const before = await indexedBlock();
  await until(`the index to go on without the first ${name}`, async () => (await indexedBlock()) > before);
}

/**
 * Only where this test run started the explorer itself: nobody else's processes are ended. One that is slow to come back
 * goes together with a quick one, since nearly all of this is waiting.
 */
describe.runIf(folder !== undefined)('what dies is started again', () => {
  test.each([[['chain', 'site']], [['indexer', 'api']], [['postgres']]])('%j', { timeout: 500_000 }, async (names) => {
    await Promise.all(names.map(comesBack));
  });
});
