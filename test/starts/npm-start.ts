import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '../../scripts/start/child';
import { FREE_PORTS, PORT_VARIABLES } from '../../scripts/start/options';
import { ROOT } from '../../scripts/start/paths';

/** Any free ports, so that an explorer of the person who runs the tests is not in the way. */
const ANY_PORT = Object.fromEntries(
  Object.entries(PORT_VARIABLES).map(([part, name]) => [name, String(FREE_PORTS[part as keyof typeof FREE_PORTS])]),
);

export interface Given {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** the checkout it is given for */
  checkout?: string;
  /** as another user of the system */
  account?: { uid: number; gid: number };
  /** with a terminal of its own, that can be closed */
  terminal?: boolean;
}

export interface Ended {
  code: number | null;
  output: string;
  seconds: number;
}

/** One `npm start`, given from another folder than the checkout. */
export interface Start {
  /** the process that got the command */
  pid: number;
  /** everything it printed so far */
  output(): string;
  /** the first match of `pattern` in what is printed from now on (or from `since` characters on) */
  says(pattern: RegExp, seconds?: number, since?: number): Promise<RegExpMatchArray>;
  /** an address it printed */
  address(label: 'Site' | 'GraphiQL' | 'Chain'): string;
  /** to the command's process group, as a terminal does it; nothing once it has ended */
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

function command({ args = [], checkout = ROOT, terminal }: Given): [string, string[]] {
  const words = ['npm', '--prefix', checkout, 'start', '--', ...args];
  return terminal
    ? ['script', ['-qefc', words.map(quoted).join(' '), '/dev/null']]
    : [words[0] as string, words.slice(1)];
}

/** Gives the README's command. It is over when `ended` is; whoever gives it also ends it. */
export function npmStart(given: Given = {}): Start {
  const since = Date.now();
  const [program, args] = command(given);
  const child = spawn(program, args, {
    cwd: tmpdir(),
    env: childEnv({ ...ANY_PORT, ...given.env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, as the shell of a terminal makes for each command
    ...given.account,
  });
  return watched(child, since);
}

/** The same without npm in between, which saves half a second where the command is refused at once. */
export function nodeStart({ args = [], env = {} }: Given = {}): Start {
  const since = Date.now();
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], {
    cwd: tmpdir(),
    env: childEnv({ ...ANY_PORT, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return watched(child, since);
}

function watched(child: ChildProcess, givenAt: number): Start {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      output += chunk.replaceAll('\r\n', '\n');
    });
  }
  let over = false;
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      over = true;
      resolve({ code, output, seconds: (Date.now() - givenAt) / 1000 });
    }),
  );
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${child.spawnfile} could not be started`);
  return {
    pid,
    ended,
    output: () => output,
    async says(pattern, seconds = 120, since = 0) {
      const deadline = Date.now() + seconds * 1000;
      for (;;) {
        const match = output.slice(since).match(pattern);
        if (match) return match;
        if (over || Date.now() > deadline) {
          throw new Error(`${over ? 'it ended' : `${seconds} s passed`} without ${pattern}:\n${output}`);
        }
        await sleep(50);
      }
    },
    address(label) {
      const found = output.match(new RegExp(`^ {2}${label}\\s+(\\S+)$`, 'm'))?.[1];
      if (!found) throw new Error(`it printed no address of ${label}:\n${output}`);
      return found;
    },
    signal: (name) => {
      if (!over) process.kill(-pid, name);
    },
  };
}

/** Everything is up and the index has the chain's head. */
export async function isUp(start: Start, seconds = 240): Promise<number> {
  await start.says(/^ {2}Chain {5}\S+$/m, seconds);
  const [, height = ''] = await start.says(
    /caught up at block ([\d,]+), counted from npm start {2}\([\d.]+ s\)/,
    seconds,
  );
  return Number(height.replaceAll(',', ''));
}
