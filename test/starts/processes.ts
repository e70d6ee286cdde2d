import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, startIdentity } from '../../scripts/start/identity';

/** A process as the system knows it; a number alone may be reused. */
export interface Process {
  pid: number;
  identity: string;
  command: string;
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined; // it ended between two looks
  }
}

/** `pid` and every process below it, read from the process table (Linux). */
export function familyOf(pid: number): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = new Map<number, number[]>();
  for (const one of all.map(Number)) {
    const parent = parentOf(one);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)];
  return below(pid).flatMap((one) => {
    const identity = startIdentity(one);
    return identity === undefined ? [] : [{ pid: one, identity, command: commandOf(one) }];
  });
}

export const isAlive = ({ pid, identity }: Pick<Process, 'pid' | 'identity'>): boolean =>
  startIdentity(pid) === identity;

/** Those of `processes` that still run, as their command lines; waits a moment for the system to clear them away. */
export async function survivors(processes: Process[], seconds = 10): Promise<string[]> {
  const deadline = Date.now() + seconds * 1000;
  let left = processes.filter(isAlive);
  while (left.length > 0 && Date.now() < deadline) {
    await sleep(50);
    left = left.filter(isAlive);
  }
  return left.map(({ pid, command }) => `${pid} ${command}`);
}

/** The supervised processes of a start, by name, from its list in the data folder. */
export function supervised(dataDir: string): Record<string, Process> {
  const file = join(dataDir, 'run.json');
  if (!existsSync(file)) return {};
  const { processes } = JSON.parse(readFileSync(file, 'utf8')) as { processes: (Process & { name: string })[] };
  return Object.fromEntries(processes.map(({ name, pid, identity }) => [name, { pid, identity, command: name }]));
}

const SERVER = `
  const server = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** A stranger: a Node that works in `folder` and listens on a port, as a program of somebody else might. */
export async function stranger(folder: string): Promise<Process & { port: number; end: () => void }> {
  const child = spawn(process.execPath, ['-e', SERVER], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await new Promise<number>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    port,
    identity: startIdentity(pid) ?? '',
    command: 'a stranger',
    end: () => void child.kill('SIGKILL'),
  };
}
