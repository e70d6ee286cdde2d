import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second, whatever its kernel's own clock is. */
const TICK_MS = 10;

interface Stat {
  pid: number;
  parent: number;
  /** milliseconds of CPU it used itself */
  own: number;
  /** and those of its children that have ended */
  ended: number;
}

/** One line of /proc; the name in brackets may hold anything. */
const readStat = (pid: number): Stat[] => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const at = (i: number): number => Number(fields[i]);
    return [{ pid, parent: at(1), own: (at(11) + at(12)) * TICK_MS, ended: (at(13) + at(14)) * TICK_MS }];
  } catch {
    return []; // it has just ended
  }
};

/** CPU milliseconds, of user and system, that a process and all its descendants have used. */
const usedBy = (root: number, all: readonly Stat[]): number => {
  const family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.reduce((sum, { pid, own, ended }) => sum + (family.has(pid) ? own + ended : 0), 0);
};

/** CPU milliseconds used so far by each named process with its descendants, and by this one; null but on Linux. */
export const cpuSoFar = (processes: Readonly<Record<string, number>>): Record<string, number> | null => {
  if (process.platform !== 'linux') return null;
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readStat(Number(name)) : []));
  const { user, system } = process.cpuUsage();
  const others = Object.entries(processes).map(([name, pid]) => [name, usedBy(pid, all)] as const);
  return { ...Object.fromEntries(others), 'this load': (user + system) / 1000 };
};

/** What each used between two looks, for one request. */
export const cpuPerRequest = (
  before: Record<string, number> | null,
  after: Record<string, number> | null,
  requests: number,
): Record<string, number> | null =>
  before === null || after === null
    ? null
    : Object.fromEntries(
        Object.entries(after).map(([name, used]) => [name, (used - (before[name] ?? 0)) / Math.max(requests, 1)]),
      );

/** "site 20.1, api 8.3, this load 2.0: 30.4 ms of CPU a request" */
export const cpuLine = (used: Record<string, number>): string => {
  const sum = Object.values(used).reduce((total, ms) => total + ms, 0);
  const parts = Object.entries(used).map(([name, ms]) => `${name} ${ms.toFixed(1)}`);
  return `${parts.join(', ')}: ${sum.toFixed(1)} ms of CPU a request`;
};
