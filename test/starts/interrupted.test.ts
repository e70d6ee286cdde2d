import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { chainHash, type Head, indexedHash, indexHead, until } from './explorer';
import { type Given, isUp, npmStart, type Start } from './npm-start';
import { familyOf, isAlive, type Process, stranger, supervised, survivors } from './processes';

/** Few past blocks and a new one each second: what is lost or made anew shows at once. */
const LOCAL = ['--blocks', '60', '--block-time-ms', '1000'];
const PARTS = ['site', 'api', 'indexer', 'chain', 'postgres'];

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
let foreign: Awaited<ReturnType<typeof stranger>>;
let running: Start | undefined;
/** the last block the index had when the start before was ended */
let before: Head = { height: 0, hash: '' };
let genesis = '';

beforeAll(async () => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
  foreign = await stranger(folder.path);
});
afterAll(async () => {
  running?.signal('SIGTERM');
  await running?.ended;
  foreign.end();
  folder.remove();
});

const start = (given: Given = {}) => npmStart({ args: ['--data', data, ...LOCAL], ...given });

/** Brings everything up again and shows that nothing was lost and nothing made anew. */
async function resumed(given: Given = {}): Promise<Start> {
  running = start(given);
  await running.says(/^ {2}GraphiQL/m, 240);
  const graphql = running.address('GraphiQL');
  const first = await until('the API to answer', async () => indexHead(graphql));
  expect(first.height, 'the index is where it was').toBeGreaterThanOrEqual(before.height);
  expect(await indexedHash(graphql, before.height)).toBe(before.hash || (await indexedHash(graphql, before.height)));
  const height = await isUp(running);
  const chain = running.address('Chain');
  expect(await chainHash(chain, 0), 'the chain is the one it was').toBe(genesis || (await chainHash(chain, 0)));
  genesis = await chainHash(chain, 0);
  if (before.height > 0) expect(await chainHash(chain, before.height)).toBe(before.hash);
  const at = await until('a new block', async () => {
    const head = await indexHead(graphql);
    return head.height > height && head;
  });
  expect(await chainHash(chain, at.height)).toBe(at.hash);
  return running;
}

/** Ends the running start by `end`, and shows that every process of it is gone, and the stranger is not. */
async function ends(started: Start, end: (family: Process[]) => void): Promise<string> {
  const family = [...familyOf(started.pid), ...Object.values(supervised(data))];
  expect(Object.keys(supervised(data)).sort()).toEqual([...PARTS].sort());
  before = await indexHead(started.address('GraphiQL'));
  const since = started.output().length;
  end(family);
  const { output } = await started.ended;
  running = undefined;
  expect(await survivors(family)).toEqual([]);
  expect(isAlive(foreign), 'a program of somebody else in the same folder runs on').toBe(true);
  return output.slice(since);
}

describe('one data folder, start after start', () => {
  test('Ctrl-C ends every process it started and nothing else', async () => {
    const said = await ends(await resumed(), () => running?.signal('SIGINT'));
    expect(said).toContain('Stopped. Everything is kept; the next start goes on from here.');
    expect(existsSync(join(data, 'run.json'))).toBe(false);
  });

  test('the next start goes on at the same block; SIGTERM ends it as well', async () => {
    const said = await ends(await resumed(), () => running?.signal('SIGTERM'));
    expect(said).toContain('Stopped. Everything is kept');
  });

  test('a closed terminal ends it as well', async () => {
    await ends(await resumed({ terminal: true }), ([terminal]) => process.kill(terminal?.pid ?? 0, 'SIGKILL'));
    await until('the list of what runs to be gone', () => !existsSync(join(data, 'run.json')), 60);
  });

  test('a part that is killed is started again, with a line that says so, and the index goes on', async () => {
    const started = await resumed();
    for (const name of PARTS) {
      const killed = supervised(data)[name];
      const since = started.output().length;
      process.kill(killed?.pid ?? 0, 'SIGKILL');
      await started.says(new RegExp(`! ${name} +ended \\(SIGKILL\\)?.*; starting it again in 1 s`), 60, since);
      await started.says(new RegExp(`! ${name} +is up again`), 120, since);
      const at = await indexHeadOf(started);
      await until(`the index to go on after ${name}`, async () => (await indexHeadOf(started)).height > at.height);
      expect((await fetch(started.address('Site'))).status).toBe(200);
    }
  });

  test('what a killed start left running is ended by the next one, which goes on', async () => {
    const started = running;
    if (!started) throw new Error('the start before is over');
    before = await indexHeadOf(started);
    const children = Object.values(supervised(data));
    for (const { pid } of familyOf(started.pid).filter(({ command }) => /npm|start\.mjs/.test(command))) {
      if (!children.some((child) => child.pid === pid)) process.kill(pid, 'SIGKILL');
    }
    await started.ended;
    expect(children.filter(isAlive).length, 'it left something').toBeGreaterThan(0);
    const next = await resumed();
    expect(next.output()).toMatch(/ended what an earlier start had left running: .*postgres/);
    expect(await survivors(children)).toEqual([]);
    await ends(next, () => next.signal('SIGINT'));
  });
});

const indexHeadOf = (started: Start): Promise<Head> =>
  until('the API to answer', async () => {
    const head = await indexHead(started.address('GraphiQL'));
    return head.height > 0 && head;
  });
