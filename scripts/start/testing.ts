import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRunFile } from './run-file';
import type { SupervisorRoom } from './supervise';

/** A folder (with a space in its name) that `remove` takes away again. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'moho test '));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A supervisor's room in `folder` that keeps what is said and waits only milliseconds before starting again. */
export function testRoom(folder: string): SupervisorRoom & { said: string[]; abort: () => void } {
  const aborter = new AbortController();
  const said: string[] = [];
  return {
    logFolder: folder,
    runFile: openRunFile(join(folder, 'run.json')),
    onDiskFull: () => said.push('disk full'),
    say: (name, text) => said.push(`${name} ${text}`),
    signal: aborter.signal,
    firstBackoffMs: 10,
    said,
    abort: () => aborter.abort(new Error('aborted')),
  };
}

/** Runs a line of JavaScript in a Node of its own. */
export function nodeSpec(name: string, script: string) {
  return { name, command: process.execPath, args: ['-e', script], cwd: tmpdir() };
}
