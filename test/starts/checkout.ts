import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../scripts/start/paths';
import { repositoryFiles } from '../repo/environment';

const MODULES = ['.', 'protocol', 'devnet', 'indexer', 'api', 'web'].map((folder) => join(folder, 'node_modules'));

/** The repository's files in `folder` as they are now, nothing built, with a copy of this checkout's packages. */
export function copyCheckout(folder: string): void {
  for (const file of repositoryFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  for (const modules of MODULES.filter((one) => existsSync(join(ROOT, one)))) {
    execFileSync('cp', ['-a', '--reflink=auto', join(ROOT, modules), join(folder, modules)]);
  }
  execFileSync('rm', ['-rf', join(folder, 'node_modules', '.cache')]);
  chmodSync(folder, 0o755);
}

/** Gives a folder and all in it to another user. */
export function give(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  execFileSync('chown', ['-R', '--no-dereference', `${uid}:${gid}`, folder]);
}
