import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const READY = /devnet ready (\S+) genesis \S+ head (\d+)/;

export interface ServedProcess {
  readonly url: string;
  readonly head: number;
  readonly pid: number;
  stop(): void;
}

/** The local chain in a process of its own, with flags of Node.js. */
export async function served(args: string[], nodeFlags: string[] = []): Promise<ServedProcess> {
  const ports = ['--port', '0', '--admin-port', '0'];
  const child = spawn(process.execPath, [...nodeFlags, '--import', 'tsx', CLI, ...ports, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  const [, url = '', head = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      told += String(data);
      const ready = READY.exec(told);
      if (ready !== null) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the chain ended with code ${code} before it served`)));
  });
  return { url, head: Number(head), pid: child.pid as number, stop: () => child.kill() };
}
