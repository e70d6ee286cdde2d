import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { endProcess } from './end-process';
import { startIdentity } from './identity';
import { oneLine, UserError } from './user-error';

const entry = z.object({
  name: z.string(),
  pid: z.number().int(),
  identity: z.string(),
  stopSignal: z.enum(['SIGTERM', 'SIGINT']),
  /** whether its whole process group is ended, or the process alone (a PostgreSQL server ends its own children) */
  group: z.boolean(),
});
const runFileShape = z.object({
  owner: z.object({ pid: z.number().int(), identity: z.string() }),
  processes: z.array(entry),
});

/** Reverse of how data flows, so that nobody is left asking a part that is gone; builds and others go first. */
export const STOP_ORDER = ['site', 'api', 'indexer', 'chain', 'postgres'];
const stopRank = (name: string) => STOP_ORDER.indexOf(name);

export type RunEntry = z.infer<typeof entry>;

/** The list, on disk, of the processes one start has running, so that a start that was killed can be tidied up after. */
export interface RunFile {
  add(entry: Omit<RunEntry, 'identity'>): void;
  remove(pid: number): void;
  clear(): void;
}

const alive = (process: { pid: number; identity: string }) => startIdentity(process.pid) === process.identity;

function read(path: string): z.infer<typeof runFileShape> | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = runFileShape.safeParse(parseJson(readFileSync(path, 'utf8')));
  return parsed.success ? parsed.data : undefined; // half-written by a machine that lost power: nothing of it runs
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Ends what an earlier start left running in this data folder (it was killed before it could) and returns its names.
 * Only processes whose number *and* start time are on the list are touched. Throws a UserError when that earlier start
 * is itself still running.
 */
export async function endLeftovers(path: string): Promise<string[]> {
  const before = read(path);
  if (!before) return [];
  if (alive(before.owner)) {
    throw new UserError(
      `Moho already runs from this data folder (process ${before.owner.pid}); stop it with Ctrl-C, or set MOHO_DATA_DIR to another folder.`,
    );
  }
  const left = before.processes.filter(alive).sort((a, b) => stopRank(a.name) - stopRank(b.name));
  for (const process of left) await endProcess(process, { timeoutMs: 20_000 });
  rmSync(path, { force: true });
  return left.map((process) => process.name);
}

/**
 * Begins this start's own list. When it can no longer be written (the disk is full, the folder was deleted) that must
 * not end the start, which still knows what runs and ends it in order: `onTrouble` is told, once each time it begins.
 */
export function openRunFile(path: string, onTrouble: (problem: string) => void = () => undefined): RunFile {
  const owner = { pid: process.pid, identity: startIdentity(process.pid) ?? '' };
  let processes: RunEntry[] = [];
  let over = false;
  let written = true;
  const write = () => {
    writeFileSync(`${path}.new`, JSON.stringify({ owner, processes }, null, 2));
    renameSync(`${path}.new`, path);
  };
  const save = () => {
    if (over) return;
    try {
      write();
      written = true;
    } catch (error) {
      if (written) onTrouble(oneLine(error));
      written = false;
    }
  };
  write();
  return {
    add(process) {
      const identity = startIdentity(process.pid);
      if (identity === undefined) return; // already over
      processes = [...processes, { ...process, identity }];
      save();
    },
    remove(pid) {
      processes = processes.filter((process) => process.pid !== pid);
      save();
    },
    clear() {
      over = true;
      rmSync(path, { force: true });
    },
  };
}
