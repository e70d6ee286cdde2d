import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startIdentity } from './identity';
import { supervise } from './supervise';
import { nodeSpec, temporaryFolder, testRoom } from './testing';
import { UserError } from './user-error';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const idle = "console.log('ready'); setInterval(() => {}, 1000)";
const waitForReady = async (child: { line: (pattern: RegExp) => Promise<unknown> }) => void (await child.line(/ready/));

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited 15 s in vain');
    await sleep(10);
  }
}

test('a process that is killed is started again, and one line says so', async () => {
  const room = testRoom(folder.path);
  const part = await supervise({ spec: nodeSpec('worker', idle), ready: waitForReady }, room);
  const first = part.pid() ?? 0;
  process.kill(first, 'SIGKILL');
  await until(() => part.restarts() === 1 && room.said.includes('worker is up again'));
  expect(part.pid()).not.toBe(first);
  expect(room.said[0]).toBe('worker ended (SIGKILL); starting it again in 1 s');
  await part.stop();
  expect(startIdentity(part.pid() ?? 0)).toBeUndefined();
});

test('a process that fails says its cause, and gives up only if it was never up', async () => {
  const room = testRoom(folder.path);
  const spec = nodeSpec('worker', "console.error('ERROR the well is dry'); process.exit(3)");
  await expect(supervise({ spec, ready: waitForReady }, room)).rejects.toThrow(
    'The worker does not start: it ended (exit code 3: ERROR the well is dry).',
  );
  expect(room.said).toHaveLength(3);
});

test('a refusal before the start is not tried again', async () => {
  const room = testRoom(folder.path);
  const before = () => Promise.reject(new UserError('another chain'));
  const starting = supervise({ spec: nodeSpec('worker', idle), ready: waitForReady, before }, room);
  await expect(starting).rejects.toThrow('another chain');
  expect(room.said).toEqual([]);
});

test('stopping ends the whole process group, grandchildren too, and empties the run file', async () => {
  const room = testRoom(folder.path);
  const script = `const c = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    console.log('ready', c.pid); setInterval(() => {}, 1000)`;
  let grandchild = 0;
  const ready = async (child: { line: (pattern: RegExp) => Promise<RegExpMatchArray> }) => {
    grandchild = Number((await child.line(/ready (\d+)/))[1]);
  };
  const part = await supervise({ spec: nodeSpec('parent', script), ready }, room);
  expect(startIdentity(grandchild)).toBeDefined();
  expect(JSON.parse(readFileSync(join(folder.path, 'run.json'), 'utf8')).processes).toHaveLength(1);
  await part.stop();
  await until(() => startIdentity(grandchild) === undefined);
  expect(JSON.parse(readFileSync(join(folder.path, 'run.json'), 'utf8')).processes).toEqual([]);
  expect(existsSync(join(folder.path, 'parent.log'))).toBe(true);
});

test('an abort during the start stops what was being started', async () => {
  const room = testRoom(folder.path);
  let pid = 0;
  const never = (child: { pid: number }) => {
    pid = child.pid;
    return new Promise<void>(() => undefined);
  };
  const starting = supervise({ spec: nodeSpec('slow', idle), ready: never }, room);
  const outcome = expect(starting).rejects.toThrow('stopped');
  await until(() => pid !== 0);
  room.abort();
  await outcome;
  expect(startIdentity(pid)).toBeUndefined();
});

test('an abort in the moment the process comes to life stops it too', async () => {
  const room = testRoom(folder.path);
  const never = () => new Promise<void>(() => undefined);
  const starting = supervise({ spec: nodeSpec('slow', idle), ready: never }, room);
  room.abort();
  await expect(starting).rejects.toThrow('stopped');
  expect(JSON.parse(readFileSync(join(folder.path, 'run.json'), 'utf8')).processes).toEqual([]);
});
