import { readdirSync, readFileSync } from 'node:fs';
import type { Figure } from './figure';
import { npmRunDevnet } from './served';

const MIB = 2 ** 20;

/** A process and those it started, by /proc. */
function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [, parent] = /^PPid:\s+(\d+)$/m.exec(statusOf(Number(name))) ?? [];
      return parent === undefined ? [] : [[Number(name), Number(parent)] as const];
    });
  const childrenOf = (of: number): number[] =>
    parents.flatMap(([child, parent]) => (parent === of ? [child, ...childrenOf(child)] : []));
  return [pid, ...childrenOf(pid)];
}

/** Empty when the process has ended meanwhile. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** Most memory each process ever had resident, together. */
function peakMib(pids: readonly number[]): number {
  const kib = pids.map((pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(statusOf(pid))?.[1] ?? 0));
  return (kib.reduce((a, b) => a + b, 0) * 1024) / MIB;
}

/**
 * Peak memory of the command people use, npm and all, with 1,000,000 files and the past blocks it makes by itself.
 * Undefined where there is no /proc to read it from.
 */
export async function memoryOfAMillionFiles(): Promise<Figure | undefined> {
  if (process.platform !== 'linux') return undefined;
  const started = performance.now();
  const chain = await npmRunDevnet(['--people', 'thousands']);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const value = peakMib(familyOf(chain.pid));
  chain.stop();
  return {
    what: 'memory with 1,000,000 files',
    value,
    unit: 'MiB at most',
    aim: 1024,
    less: true,
    how: `npm run devnet -- --people thousands, npm itself included, ${chain.head} blocks, ready after ${seconds} s`,
  };
}
