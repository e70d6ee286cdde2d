import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childEnv } from '../../scripts/start/child';
import { ROOT } from '../../scripts/start/paths';

const run = promisify(execFile);
const LEFT_OUT = /(^|\/)(node_modules|\.next|\.moho|dist|coverage)(\/|$)/;

export interface FreshCopy {
  folder: string;
  installSeconds: number;
  remove(): Promise<void>;
}

/**
 * What a person gets who clones the repository, in a folder with a space in its name, with its packages installed from
 * the lockfile (npm's download cache is used where it has them).
 */
export async function freshCopy(): Promise<FreshCopy> {
  const parent = await mkdtemp(join(tmpdir(), 'moho e2e '));
  await chmod(parent, 0o755); // as a home folder usually is; PostgreSQL may run as another user
  const folder = join(parent, 'fresh copy');
  if (existsSync(join(ROOT, '.git'))) await run('git', ['clone', '--quiet', ROOT, folder]);
  else await cp(ROOT, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(path.slice(ROOT.length)) });
  const since = Date.now();
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: childEnv({ npm_config_update_notifier: 'false' }),
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    folder,
    installSeconds: (Date.now() - since) / 1000,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}
