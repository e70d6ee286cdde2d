import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../scripts/start/paths';
import { repositoryFiles } from '../repo/environment';

const MODULES = ['.', 'protocol', 'devnet', 'indexer', 'api', 'web'].map((folder) => join(folder, 'node_modules'));

/** The repository's files in `folder` as they are now, nothing built, with this checkout's packages (files as links). */
export function copyCheckout(folder: string): void {
  for (const file of repositoryFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  for (const modules of MODULES.filter((one) => existsSync(join(ROOT, one)))) {
    linkTree(join(ROOT, modules), join(folder, modules));
  }
  rmSync(join(folder, 'node_modules', '.cache'), { recursive: true, force: true });
  chmodSync(folder, 0o755);
}

function linkTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    rmSync(to, { recursive: true, force: true }); // another disk has no links to this one
    execFileSync('cp', ['-a', from, to]);
  }
}

/** Gives a folder and what is in it to another user; linked files, which are also the checkout's, stay whose they are. */
export function give(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  const own = ['(', '-type', 'd', '-o', '-links', '1', ')'];
  execFileSync('find', [folder, ...own, '-exec', 'chown', '-h', `${uid}:${gid}`, '{}', '+']);
}
