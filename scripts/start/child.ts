import { type ChildProcess, spawn } from 'node:child_process';
import { causeLine } from './cause';
import { endProcess } from './end-process';
import { startIdentity } from './identity';
import { type LogFile, openLog } from './log-file';
import type { RunFile } from './run-file';

/** What to run, and how it likes to be ended. */
export interface ChildSpec {
  /** short name: the log's file name and the word people see */
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** SIGTERM to its process group unless said otherwise */
  stopSignal?: 'SIGTERM' | 'SIGINT';
  /** signal the process alone: it ends its own children in an orderly way */
  alone?: boolean;
  stopTimeoutMs?: number;
}

/** One running process. */
export interface Child {
  pid: number;
  /** settles when it has ended: why, in one line */
  ended: Promise<{ ok: boolean; why: string }>;
  /** the first output line that matches, also among those already written */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  stop(): Promise<void>;
}

/** What all processes of one start share. */
export interface ChildRoom {
  logFolder: string;
  runFile: RunFile;
  onDiskFull: () => void;
}

/** The environment a child gets: ours, without what belongs to npm and test runners. */
export function childEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|INIT_CWD$|NODE_ENV$)/.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/**
 * Starts a process in its own group (a Ctrl-C in the terminal reaches only us, who then end everything in order),
 * writes its output to `logs/NAME.log` and notes it in the run file.
 */
export async function startChild(spec: ChildSpec, room: ChildRoom): Promise<Child> {
  const log = openLog(`${room.logFolder}/${spec.name}.log`, room.onDiskFull);
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env ?? childEnv(),
    uid: spec.uid,
    gid: spec.gid,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const listeners = collectOutput(child, log);
  const ended = endOf(child, log);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${spec.name} could not be started: ${(await ended).why}`);

  const group = !spec.alone;
  const stopSignal = spec.stopSignal ?? 'SIGTERM';
  const identity = startIdentity(pid);
  room.runFile.add({ name: spec.name, pid, stopSignal, group });
  ended.then(() => room.runFile.remove(pid));
  return {
    pid,
    ended,
    line: (pattern) => listeners.line(pattern, ended),
    async stop() {
      if (identity !== undefined) {
        await endProcess({ pid, identity, stopSignal, group }, { timeoutMs: spec.stopTimeoutMs ?? 15_000 });
      }
      await ended;
    },
  };
}

function collectOutput(child: ChildProcess, log: LogFile) {
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      log.write(chunk);
      for (const look of waiting) look();
    });
  }
  return {
    line(pattern: RegExp, ended: Child['ended']): Promise<RegExpMatchArray> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const match = log
            .tail()
            .map((text) => text.match(pattern))
            .find((found) => found !== null);
          if (!match) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        ended.then(({ why }) => {
          waiting.delete(look);
          reject(new Error(why));
        });
      });
    },
  };
}

function endOf(child: ChildProcess, log: LogFile): Child['ended'] {
  return new Promise((resolve) => {
    const done = (ok: boolean, why: string) => {
      log.close();
      resolve({ ok, why });
    };
    child.once('error', (error) => done(false, error.message));
    child.once('close', (code, signal) => {
      const how = signal === null ? `exit code ${code}` : signal;
      // who was killed from outside did not say why: only a real failure line counts then
      const cause = code === 0 ? '' : causeLine(log.tail(), { failuresOnly: signal !== null });
      done(code === 0, `ended (${how}${cause === '' ? '' : `: ${cause}`})`);
    });
  });
}

/** Runs a process to its end (a build step). Throws with its cause line when it fails. */
export async function runChild(spec: ChildSpec, room: ChildRoom, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const child = await startChild(spec, room);
  const stop = () => void child.stop();
  signal.addEventListener('abort', stop, { once: true });
  const { ok, why } = await child.ended;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (!ok) throw new Error(`${spec.name} ${why}; its log is ${room.logFolder}/${spec.name}.log`);
}
