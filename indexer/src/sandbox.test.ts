import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';

/** The bundle must load where SubQuery runs it: a bare context with a few globals and no others. */
const INDEXER = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUNDLE = join(INDEXER, 'dist', 'index.js');

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

const isCurrent = (): boolean =>
  existsSync(BUNDLE) &&
  statSync(BUNDLE).mtimeMs > Math.max(newest(join(INDEXER, 'src')), newest(join(INDEXER, '..', 'protocol', 'src')));

beforeAll(() => {
  if (isCurrent()) return;
  const cli = join(dirname(createRequire(import.meta.url).resolve('@subql/cli/package.json')), 'bin', 'run');
  for (const command of ['codegen', 'build'])
    execFileSync(process.execPath, [cli, command], { cwd: INDEXER, stdio: 'pipe' });
}, 180_000);

const load = (prelude = ''): Record<string, unknown> => {
  const module = { exports: {} as Record<string, unknown> };
  const sandbox = createContext({ module, exports: module.exports, Buffer, setTimeout, console });
  for (const name of [
    'TextEncoder',
    'structuredClone',
    'performance',
    'fetch',
    'process',
    'require',
    'queueMicrotask',
  ]) {
    expect(runInContext(`typeof ${name}`, sandbox), name).toBe('undefined');
  }
  runInContext(prelude + readFileSync(BUNDLE, 'utf8'), sandbox);
  return module.exports;
};

describe('the bundle', () => {
  it('loads without the globals the sandbox lacks, and has the handler', () => {
    expect(typeof load().handleBlock).toBe('function');
  });

  it('loads with a chain profile put before it', () => {
    expect(typeof load('var MOHO_CHAIN_PROFILE = {"name":"devnet","slotBlocks":30};').handleBlock).toBe('function');
  });

  it('asks for no module of the machine', () => {
    expect(readFileSync(BUNDLE, 'utf8').split('\n//# sourceMappingURL')[0]).not.toMatch(/\brequire\(["'](?!\.)/);
  });
});
