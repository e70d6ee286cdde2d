import { readFileSync } from 'node:fs';
import type { Figure } from './figure';
import { served } from './served';

const MIB = 2 ** 20;
/** Without a limit Node.js lets garbage lie as long as the machine has room, and the peak says nothing of what is needed. */
const LIMITS = ['--max-old-space-size=800', '--max-semi-space-size=8'];

/** Most memory a process ever had resident, by /proc; where there is none, nothing can be said. */
function peakMib(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kib === undefined ? undefined : (Number(kib) * 1024) / MIB;
}

/** Peak memory of a chain of thousands of people and 1,000,000 files, its first blocks made. */
export async function memoryOfAMillionFiles(blocks: number): Promise<Figure | undefined> {
  const chain = await served(['--people', 'thousands', '--blocks', String(blocks), '--interval', '0'], LIMITS);
  const value = peakMib(chain.pid);
  chain.stop();
  if (value === undefined) return undefined;
  return {
    what: 'memory with 1,000,000 files',
    value,
    unit: 'MiB at most',
    aim: 1024,
    less: true,
    how: `--people thousands, ${blocks} blocks, node ${LIMITS.join(' ')}`,
  };
}
