import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FREE_PORTS } from '../options';
import { claimPorts } from '../ports';
import { type Supervised, supervise } from '../supervise';
import { temporaryFolder, testRoom } from '../testing';
import { connect, ensureDatabase, indexProgress, prepareDatabase } from './database';
import { type EmbeddedPostgres, embeddedPostgres } from './server';

let folder: ReturnType<typeof temporaryFolder>;
let server: EmbeddedPostgres;
let running: Supervised;

beforeAll(async () => {
  folder = temporaryFolder();
  const room = testRoom(folder.path);
  const { postgres } = await claimPorts(FREE_PORTS, ['postgres']);
  server = await embeddedPostgres(join(folder.path, 'postgres'), postgres, room);
  running = await supervise(server.supervision, room);
});
afterAll(async () => {
  await running.stop();
  folder.remove();
});

test('the server has UTF-8 databases with btree_gist, made once', async () => {
  const url = server.url('moho_test');
  for (const _ of [1, 2]) {
    await ensureDatabase(server.url('postgres'), 'moho_test');
    await prepareDatabase(url, 'moho');
  }
  const sql = connect(url);
  const [row] = await sql`select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone`;
  expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC' });
  await sql.end();
  expect(await indexProgress(url, 'moho')).toBeUndefined();
});

test('it asks for a password that only its owner can read', async () => {
  const file = join(folder.path, 'postgres', 'password');
  expect(statSync(file).mode & 0o077).toBe(0);
  const password = readFileSync(file, 'utf8');
  await expect(prepareDatabase(server.url('postgres').replace(password, 'guess'), 'moho')).rejects.toThrow(
    /cannot be used: password authentication failed/,
  );
});

test('an unreachable database is one sentence without its password', async () => {
  const attempt = prepareDatabase('postgres://me:secret@127.0.0.1:1/x', 'moho');
  await expect(attempt).rejects.toThrow(
    /^The database postgres:\/\/me@127\.0\.0\.1:1\/x cannot be used: .*ECONNREFUSED/,
  );
});
