import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startIdentity } from './identity';
import { endLeftovers, openRunFile } from './run-file';
import { temporaryFolder } from './testing';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'run.json');
});
afterEach(() => folder.remove());

const gone = { pid: 2 ** 22 + 1, identity: 'another boot/1' };

function sleeper(): { pid: number; kill: () => void } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  return { pid: child.pid ?? 0, kill: () => void child.kill('SIGKILL') };
}

function write(owner: object, processes: object[]): void {
  writeFileSync(file, JSON.stringify({ owner, processes }));
}

test('ends what a killed start left behind', async () => {
  const left = sleeper();
  const identity = startIdentity(left.pid);
  write(gone, [{ name: 'api', pid: left.pid, identity, stopSignal: 'SIGTERM', group: true }]);
  expect(await endLeftovers(file)).toEqual(['api']);
  expect(startIdentity(left.pid)).toBeUndefined();
  expect(existsSync(file)).toBe(false);
});

test('leaves a stranger alone that got the number of a process of ours', async () => {
  const stranger = sleeper();
  write(gone, [{ name: 'api', pid: stranger.pid, identity: 'another boot/1', stopSignal: 'SIGTERM', group: true }]);
  expect(await endLeftovers(file)).toEqual([]);
  expect(startIdentity(stranger.pid)).toBeDefined();
  stranger.kill();
});

test('refuses to start beside a start that still runs', async () => {
  openRunFile(file);
  await expect(endLeftovers(file)).rejects.toThrow(`already runs from this data folder (process ${process.pid})`);
});

test('a file cut off by a power failure counts as nothing running', async () => {
  writeFileSync(file, '{"owner":');
  expect(await endLeftovers(file)).toEqual([]);
});
