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
  /** undefined when somebody else made it */
  installSeconds?: number;
  remove(): Promise<void>;
}

const folderIn = (parent: string): string => join(parent, 'fresh copy');

/**
 * What a person gets who clones the repository, in a folder with a space in its name, with its packages installed from
 * the lockfile (npm's download cache is used where it has them). How long the installation took, in seconds.
 */
export async function makeCopy(parent: string): Promise<number> {
  await chmod(parent, 0o755); // as a home folder usually is; PostgreSQL may run as another user
  const folder = folderIn(parent);
  if (existsSync(join(ROOT, '.git'))) await run('git', ['clone', '--quiet', ROOT, folder]);
  else await cp(ROOT, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(path.slice(ROOT.length)) });
  const since = Date.now();
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: childEnv({ npm_config_update_notifier: 'false' }),
    maxBuffer: 64 * 1024 * 1024,
  });
  return (Date.now() - since) / 1000;
}

/** A fresh copy: the one in the folder E2E_COPY names, made before by `npm test`, or one made now. */
export async function freshCopy(): Promise<FreshCopy> {
  const given = process.env.E2E_COPY;
  if (given) {
    const folder = folderIn(given);
    if (!existsSync(join(folder, 'node_modules', '.package-lock.json')))
      throw new Error(`E2E_COPY names ${given}, which holds no fresh copy with its packages.`);
    return { folder, remove: async () => undefined };
  }
  const parent = await mkdtemp(join(tmpdir(), 'moho e2e '));
  const installSeconds = await makeCopy(parent);
  return { folder: folderIn(parent), installSeconds, remove: () => rm(parent, { recursive: true, force: true }) };
}
