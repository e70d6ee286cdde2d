import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const READY = /devnet ready (\S+) genesis \S+ head (\d+)/;

/** The local chain in a process of its own. */
export async function served(args: string[]): Promise<{ url: string; head: number; pid: number; stop(): void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, '--port', '0', '--admin-port', '0', ...args], {
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
