import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDiskFull } from './user-error';

const LARGEST_BYTES = 20 * 1024 * 1024;
const TAIL_LINES = 200;

export interface LogFile {
  path: string;
  write(chunk: string): void;
  /** the last lines written, oldest first */
  tail(): string[];
  close(): void;
}

/**
 * One process's output on disk, appended to; beyond 20 MB the file becomes `.1` and a new one begins, so an explorer
 * that runs for months does not fill the disk with its diary. A full disk is reported once and costs only the log.
 */
export function openLog(path: string, onDiskFull: () => void = () => undefined): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  let descriptor = openSync(path, 'a');
  let size = statSync(path).size;
  let lines: string[] = [];
  let partial = '';
  let toldFull = false;

  function rotate(): void {
    closeSync(descriptor);
    if (existsSync(path)) renameSync(path, `${path}.1`);
    descriptor = openSync(path, 'a');
    size = 0;
  }

  function remember(chunk: string): void {
    const parts = (partial + chunk).split(/\r?\n/);
    partial = parts.pop() ?? '';
    lines = [...lines, ...parts].slice(-TAIL_LINES);
  }

  return {
    path,
    write(chunk) {
      remember(chunk);
      try {
        if (size > LARGEST_BYTES) rotate();
        size += writeSync(descriptor, chunk);
      } catch (error) {
        if (!isDiskFull(String(error))) throw error;
        if (!toldFull) onDiskFull();
        toldFull = true;
      }
    },
    tail: () => (partial === '' ? lines : [...lines, partial]),
    close: () => closeSync(descriptor),
  };
}
