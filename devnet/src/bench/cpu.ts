import { readFileSync } from 'node:fs';

/** CPU time a process has used so far; undefined where the system does not say. */
export function cpuMsOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the command in parentheses may hold spaces; fields are counted after it, in hundredths of a second
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
