import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { readOverrides } from './overrides';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const recording = (overrides: object | undefined, diffs: Record<number, string[]>) => {
  writeFileSync(join(folder.path, 'chain.json'), JSON.stringify({ overrides }));
  const lines = Object.entries(diffs).map(([number, keys]) =>
    JSON.stringify({ number: Number(number), diff: keys.map((key) => [key, '0x00']) }),
  );
  writeFileSync(join(folder.path, 'blocks.ndjson.gz'), gzipSync(lines.join('\n')));
  return readOverrides(folder.path);
};

it('excuses an overridden key from its block until the chain writes it again', async () => {
  const overrides = await recording([{ block: 3, keys: ['a', 'b'] }], { 1: ['a'], 3: ['a', 'b'], 5: ['a'], 7: ['a'] });
  const at = (key: string) => [1, 2, 3, 4, 5, 6, 7, 8].filter((block) => overrides.excused(key, block));
  expect(at('a')).toEqual([3, 4]);
  expect(at('b')).toEqual([3, 4, 5, 6, 7, 8]);
  expect(at('c')).toEqual([]);
  expect([overrides.at(2), overrides.at(3), overrides.at(6)]).toEqual([[], ['a', 'b'], ['b']]);
});

it('excuses a key that is overridden twice each time on its own', async () => {
  const twice = [
    { block: 2, keys: ['a'] },
    { block: 6, keys: ['a'] },
  ];
  const overrides = await recording(twice, { 2: ['a'], 4: ['a'], 6: ['a'], 8: ['a'] });
  expect([1, 2, 3, 4, 5, 6, 7, 8].filter((block) => overrides.excused('a', block))).toEqual([2, 3, 6, 7]);
});

it('excuses nothing where none is listed', async () => {
  const overrides = await recording(undefined, { 1: ['a'] });
  expect(overrides.excused('a', 1)).toBe(false);
  expect(overrides.at(1)).toEqual([]);
});
