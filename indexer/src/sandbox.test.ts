import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '../../test/support/index-build';

/** The bundle must load where SubQuery runs it: a bare context with a few globals and no others. */
const INDEXER = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUNDLE = join(INDEXER, 'dist', 'index.js');

beforeAll(buildIndex, 180_000);

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
