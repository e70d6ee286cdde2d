import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ANY_PORTS = ['--port', '0', '--admin-port', '0'];
const READY = /devnet ready (\S+) genesis \S+ head (\d+)/;

export interface ServedProcess {
  readonly url: string;
  readonly head: number;
  readonly pid: number;
  stop(): void;
}

/** The local chain in a process of its own. */
export async function served(args: string[]): Promise<ServedProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...ANY_PORTS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { ...(await ready(child)), stop: () => child.kill() };
}

/** `npm run devnet` with these options, as people type it. */
export async function npmRunDevnet(args: string[]): Promise<ServedProcess> {
  const child = spawn('npm', ['run', '--silent', 'devnet', '--', ...ANY_PORTS, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    // a group of its own, so that the chain is stopped and not npm alone
    detached: true,
  });
  const chain = await ready(child);
  return { ...chain, stop: () => process.kill(-chain.pid, 'SIGTERM') };
}

async function ready(child: ChildProcess): Promise<Omit<ServedProcess, 'stop'>> {
  let told = '';
  const [, url = '', head = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      told += String(data);
      const ready = READY.exec(told);
      if (ready !== null) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the chain ended with code ${code} before it served`)));
  });
  return { url, head: Number(head), pid: child.pid as number };
}
