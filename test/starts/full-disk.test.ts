import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { indexHead, until } from './explorer';
import { isUp, nodeStart, npmStart } from './npm-start';
import { familyOf, survivors } from './processes';

const MIB = 1024 ** 2;
const asRoot = process.getuid?.() === 0;
const disks: string[] = [];
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
});
afterAll(() => {
  for (const disk of disks) execFileSync('umount', [disk]);
  folder.remove();
});

/** A disk of its own, in memory. */
function disk(name: string, mib: number): string {
  const path = join(folder.path, name);
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m,mode=755`, 'tmpfs', path]);
  disks.push(path);
  return path;
}

/** Writes zeros until nothing more fits. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const chunk = Buffer.alloc(MIB / 16); ; ) writeSync(descriptor, chunk);
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  } finally {
    closeSync(descriptor);
  }
}

test.runIf(!asRoot)('only root can make a disk to fill', () => {
  process.stdout.write('run as a normal user: no disk could be made to fill it\n');
});

describe.runIf(asRoot)('a disk', () => {
  test('with too little space is refused before anything starts', async () => {
    const { code, output } = await nodeStart({ args: ['--data', join(disk('small', 64), 'data')] }).ended;
    expect(code, output).toBe(1);
    expect(output).toMatch(
      /Moho did not start\. The disk that holds .+ has only 0\.1 GiB left; Moho needs at least 1\.0/,
    );
  });

  test('that is full from the first byte is refused as well', async () => {
    const full = disk('full', 1);
    fill(join(full, 'ballast'));
    const { code, output } = await nodeStart({ args: ['--data', join(full, 'data')] }).ended;
    expect(code, output).toBe(1);
    expect(output).toMatch(/Moho did not start\. The disk that holds .+ (is full|has only 0\.0 GiB left)/);
  });

  test('that fills up while Moho runs is told; with space again everything goes on', async () => {
    const data = join(disk('filling', 1300), 'data');
    const start = npmStart({ args: ['--data', data, '--blocks', '60', '--block-time-ms', '1000'] });
    try {
      await isUp(start);
      const graphql = start.address('GraphiQL');
      const since = start.output().length;
      const ballast = join(data, '..', 'ballast');
      fill(ballast);
      await start.says(/the disk (that holds .+ )?is full/, 200, since);
      const before = await until('the API to answer', async () => indexHead(graphql), 200).catch(() => undefined);
      rmSync(ballast);
      await until(
        'the index to go on',
        async () => (await indexHead(graphql)).height > (before?.height ?? 60) + 3,
        200,
      );
    } finally {
      const family = familyOf(start.pid);
      start.signal('SIGINT');
      await start.ended;
      expect(await survivors(family)).toEqual([]);
    }
  }, 600_000);
});
