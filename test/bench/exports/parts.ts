import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { freePort } from '../../../scripts/start/free-port';
import { ROOT } from '../../../scripts/start/paths';

/** A part that runs as in production, in a process of its own. */
export interface Part {
  name: string;
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

/** Starts a program and waits for the line that says it is ready. */
const start = (name: string, url: string, args: string[], cwd: string, env: Record<string, string>, ready: RegExp) =>
  new Promise<Part>((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
    let said = '';
    const ended = new Promise<void>((done) => child.once('close', () => done()));
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (!ready.test(said) || child.pid === undefined) return;
      const stop = async () => {
        child.kill('SIGTERM');
        await ended;
      };
      resolve({ name, url, pid: child.pid, stop });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => reject(new Error(`${name} ended: ${said}`)));
  });

export const startApiPart = async (databaseUrl: string): Promise<Part> => {
  const port = await freePort();
  const env = { DATABASE_URL: databaseUrl, API_PORT: String(port), CHAIN_PROFILE: JSON.stringify(DEVNET_PROFILE) };
  return start('api', `http://127.0.0.1:${port}`, ['--import', 'tsx', 'api/src/main.ts'], ROOT, env, /api ready/);
};

/** The site as it was built last. */
export const startSitePart = async (apiUrl: string): Promise<Part> => {
  const web = join(ROOT, 'web');
  if (!existsSync(join(web, '.next', 'BUILD_ID'))) throw new Error('Build the site first: npm run build -w web');
  const port = await freePort();
  const next = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next');
  const env = { NODE_ENV: 'production', API_URL: `${apiUrl}/graphql`, NEXT_TELEMETRY_DISABLED: '1' };
  const args = [next, 'start', '-p', String(port), '-H', '127.0.0.1'];
  return start('site', `http://127.0.0.1:${port}`, args, web, env, /Ready in/);
};

/** Memory a process holds now, MiB. Linux tells it. */
export const memoryMib = (pid: number): number => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(found?.[1] ?? 0) / 1024);
};
