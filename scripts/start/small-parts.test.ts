import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeProblem } from '../node-version.mjs';
import { backoffMs } from './backoff';
import { sourceHash } from './build-cache';
import { causeLine } from './cause';
import { prepareDataDir } from './disk';
import { openLog } from './log-file';
import { DEFAULT_PORTS, FREE_PORTS } from './options';
import { userPath } from './paths';
import { claimPorts } from './ports';
import { temporaryFolder } from './testing';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

test('Node is too old below 20.11', () => {
  expect(['20.11.0', '22.1.0', '100.0.0'].map(nodeProblem)).toEqual([undefined, undefined, undefined]);
  expect(nodeProblem('18.20.1')).toBe('Moho needs Node 20.11 or newer; this is Node 18.20.1.');
  expect(nodeProblem('20.10.0')).toContain('20.10.0');
});

test('back-off doubles from one second to one minute', () => {
  expect([1, 2, 3, 7, 50].map((failures) => backoffMs(failures))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
});

describe('the cause of an end', () => {
  test('is the last failure line, colours removed', () => {
    expect(causeLine(['fine', '\u001b[31mERROR no table\u001b[0m', 'bye'])).toBe('ERROR no table');
  });
  test('is a full disk before anything else', () => {
    expect(causeLine(['write failed: No space left on device', 'FATAL: gone'])).toBe('the disk is full');
  });
  test('is not the noise that comes with every start', () => {
    expect(causeLine(['ERROR dictionary fetch failed', '    at run (a.js:1:2)', 'last words'])).toBe('last words');
    expect(causeLine(['ERROR dictionary fetch failed'], { failuresOnly: true })).toBe('');
  });
});

describe('ports', () => {
  test('a taken port is named together with its variable', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(claimPorts({ ...FREE_PORTS, site: port }, ['site'])).rejects.toThrow(
      `Port ${port} (SITE_PORT) is taken by another program; free it or set SITE_PORT to another port.`,
    );
    server.close();
  });
  test('0 becomes free ones, all different', async () => {
    const claimed = await claimPorts(FREE_PORTS, ['site', 'api', 'indexer']);
    expect(new Set([claimed.site, claimed.api, claimed.indexer]).size).toBe(3);
    expect(claimed.chain).toBe(0);
  });
  test('two parts cannot share one', async () => {
    const { api } = await claimPorts(FREE_PORTS, ['api']);
    await expect(claimPorts({ ...DEFAULT_PORTS, site: api, api }, ['site', 'api'])).rejects.toThrow('are both');
  });
});

test('too little disk is one sentence with the numbers', async () => {
  await expect(prepareDataDir(join(folder.path, 'data'), [], 2 ** 60)).rejects.toThrow(
    /has only .* GiB left; Moho needs/,
  );
});

test('the log keeps its tail and begins a new file when it grows too large', () => {
  const log = openLog(join(folder.path, 'a.log'));
  log.write('one\ntw');
  log.write('o\nthree');
  expect(log.tail()).toEqual(['one', 'two', 'three']);
  log.write('x'.repeat(21 * 1024 * 1024));
  log.write('anew\n');
  log.close();
  expect(readFileSync(join(folder.path, 'a.log'), 'utf8')).toBe('anew\n');
});

test('the source hash sees contents and names, not tests, builds or packages', () => {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder.path, path, '..'), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  };
  write('web/a.ts', '1');
  const hash = () => sourceHash(['web'], folder.path);
  const before = hash();
  for (const path of ['web/a.test.ts', 'web/.next/x', 'web/node_modules/y.js', 'web/dist/z.js']) write(path, '1');
  expect(hash()).toBe(before);
  write('web/a.ts', '2');
  expect(hash()).not.toBe(before);
});

test('a relative path is meant from where the person typed it', () => {
  expect(userPath('x', { npm_lifecycle_event: 'start', INIT_CWD: '/home/me' })).toBe('/home/me/x');
  expect(userPath('x', { INIT_CWD: '/home/me' })).toBe(join(process.cwd(), 'x'));
  expect(userPath('/abs', {})).toBe('/abs');
});
