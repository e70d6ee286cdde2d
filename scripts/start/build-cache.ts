import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startIdentity } from './identity';
import { ROOT } from './paths';
import { oneLine, UserError } from './user-error';

const IGNORED =
  /(^|\/)(node_modules|dist|\.next|\.subql|coverage)$|\.test\.tsx?$|\.tsbuildinfo$|next-env\.d\.ts$|^indexer\/(project\.yaml|src\/types)$/;

/** One thing that is built from sources of the checkout. */
export interface Build {
  name: string;
  /** files and folders it is made of, relative to the checkout */
  sources: string[];
  /** a file the build leaves behind; without it the cache is worth nothing */
  product: string;
  run: () => Promise<void>;
}

/** Every file under `path` (relative to `root`) that can change the product, in a fixed order. */
function sourceFiles(root: string, path: string): string[] {
  const full = join(root, path);
  if (IGNORED.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => sourceFiles(root, `${path}/${name}`));
}

/** Hash of names and contents of all sources. */
export function sourceHash(sources: string[], root: string = ROOT): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => sourceFiles(root, path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds unless the last build was made of exactly these sources. Two starts at once build one after the other.
 * Returns whether anything was built.
 */
export async function buildIfChanged(build: Build, signal: AbortSignal): Promise<boolean> {
  const product = join(ROOT, build.product);
  const stamp = join(dirname(product), '.built-from');
  const wanted = sourceHash(build.sources);
  const fresh = () => existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (fresh()) return false;
  const release = await lock(`${build.name}-build`, signal);
  try {
    if (fresh()) return false;
    rmSync(stamp, { force: true });
    await build.run();
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    release();
  }
}

/** Waits for a lock file and takes it; one whose holder is gone is taken over. Returns how to let go. */
async function lock(name: string, signal: AbortSignal): Promise<() => void> {
  const folder = join(ROOT, 'node_modules', '.cache', 'moho');
  const file = join(folder, `${name}.lock`);
  makeFolder(folder);
  const mine = JSON.stringify({ pid: process.pid, identity: startIdentity(process.pid) });
  for (;;) {
    signal.throwIfAborted();
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!held(file)) rmSync(file, { force: true });
    else await sleep(250, undefined, { signal });
  }
}

/** Both builds and this cache are written into the checkout, so whoever starts Moho must own it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UserError(`Moho is built inside its own folder, and this user may not write there: ${oneLine(error)}.`);
  }
}

function held(file: string): boolean {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; identity: string };
    return pid !== process.pid && startIdentity(pid) === identity;
  } catch (error) {
    // vanished between two looks, or half-written: by age
    return existsSync(file) && error instanceof SyntaxError && Date.now() - statSync(file).mtimeMs < 5_000;
  }
}
