import { createServer } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asker, settingsFor, startTestApi, type TestApi } from '../../test/api';
import { hash, SCHEMA } from '../../test/fixtures';
import { startTestDatabase, type TestDatabase } from '../../test/postgres';
import { createReaderRole, createTables, setHead } from '../../test/world/index';
import { openDatabase } from '../database/database';
import type { Log } from './log';
import { type RunningApi, startApi } from './server';

const failures: string[] = [];
const log: Log = (level, message) => {
  if (level === 'error') failures.push(message);
};
const probe = async (api: RunningApi, path: string) => {
  const response = await fetch(`${api.url}${path}`);
  return { status: response.status, body: (await response.json()) as { ready?: boolean; sentence?: string } };
};

describe('before there is an index', () => {
  let database: TestDatabase;
  let api: RunningApi;
  beforeAll(async () => {
    database = await startTestDatabase();
    api = await startApi(settingsFor(database.url), log);
  });
  afterAll(async () => {
    await api.close();
    await database.close();
    expect(failures).toEqual([]);
  });

  test('it runs, is not ready, and every question gets one sentence; later it is ready by itself', async () => {
    expect((await probe(api, '/health')).status).toBe(200);
    expect(await probe(api, '/ready')).toMatchObject({ status: 503, body: { ready: false } });
    const ask = asker(api.url);
    const noTables = await ask('{ files { nodes { cid } } }');
    expect(noTables.status).toBe(200);
    expect(noTables.errors[0]).toMatchObject({ extensions: { code: 'INDEX_NOT_READY' } });
    expect(noTables.errors[0]?.message).toMatch(/^The index does not exist yet/);

    await createTables(database.admin);
    await createReaderRole(database.admin);
    expect(await probe(api, '/ready')).toMatchObject({
      status: 503,
      body: { sentence: 'The index has no block yet.' },
    });
    expect((await ask('{ status { ready indexedHeight sentence services { ok } } }')).data.status).toMatchObject({
      ready: false,
      indexedHeight: null,
    });
    expect((await ask('{ files { nodes { cid } } }')).errors[0]?.extensions?.code).toBe('INDEX_NOT_READY');

    await setHead(database.admin, 10, 100);
    const behind = await probe(api, '/ready');
    expect(behind.status).toBe(503);
    expect(behind.body.sentence).toMatch(/catching up: block 10, 90 blocks behind/);
    await setHead(database.admin, 95, 100);
    expect(await probe(api, '/ready')).toMatchObject({ status: 200, body: { ready: true } });
    expect((await ask('{ files { nodes { cid } } }')).errors).toEqual([]);
  });

  test('an index of another chain is not ready', async () => {
    const other = await startApi(settingsFor(database.url, { genesisHash: hash(99) }), log);
    const { status, body } = await probe(other, '/ready');
    await other.close();
    expect(status).toBe(503);
    expect(body.sentence).toMatch(/another chain/);
  });
});

describe('without a database', () => {
  test('it runs and says so', async () => {
    const api = await startApi(settingsFor('postgres://nobody@127.0.0.1:1/none'), log);
    expect((await probe(api, '/health')).status).toBe(200);
    expect(await probe(api, '/ready')).toMatchObject({ status: 503, body: { ready: false } });
    const { status, errors } = await asker(api.url)('{ status { ready } }');
    expect(status).toBe(200);
    expect(errors[0]).toMatchObject({ extensions: { code: 'DATABASE_UNAVAILABLE' } });
    await api.close();
    expect(failures).toEqual([]);
  });

  test('a taken port is one sentence', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startApi(settingsFor('postgres://nobody@127.0.0.1:1/none', { port }), log)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program; set API_PORT.`,
    );
    server.close();
  });
});

describe('with an index', () => {
  let world: TestApi;
  beforeAll(async () => {
    world = await startTestApi();
  });
  afterAll(() => world.close());

  test('runs under the read-only role and cannot write', async () => {
    await probe(world.api, '/ready');
    const { db } = world.api.settings;
    expect(db.isReader()).toBe(true);
    const [who] = await db.sql()<{ role: string }[]>`select current_user as role`;
    expect(who?.role).toBe('moho_reader');
    await expect(db.sql()`delete from files`).rejects.toThrow(/read-only transaction/);
    // not even when a session turns the safety off
    const insist = db.sql().begin('read write', (sql) => sql`delete from files`);
    await expect(insist).rejects.toThrow(/permission denied/);
  });

  test('stops a statement that takes too long', async () => {
    const db = openDatabase({ url: world.database.url, schema: SCHEMA, statementTimeoutMs: 100 });
    await expect(db.sql()`select pg_sleep(5)`).rejects.toThrow(/statement timeout/);
    await db.close();
  });

  test('serves GraphiQL without any other host', async () => {
    const response = await fetch(`${world.api.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const page = await response.text();
    expect(page).toContain('Moho GraphQL');
    expect(page.match(/<(script|link)[^>]+(src|href)=["']?https?:/g)).toBeNull();
    expect(page.match(/url\(["']?https?:/g)).toBeNull();
  });

  test('lets pages of this machine ask, and no others', async () => {
    const allowed = async (origin: string) =>
      (
        await fetch(`${world.api.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin },
          body: '{"query":"{ status { ready } }"}',
        })
      ).headers.get('access-control-allow-origin');
    expect(await allowed('http://127.0.0.1:3000')).toBe('http://127.0.0.1:3000');
    expect(await allowed('http://localhost:3000')).toBe('http://localhost:3000');
    expect(await allowed('https://example.com')).toBeNull();
    expect(await allowed('http://localhost.example.com')).toBeNull();
  });

  test('survives its connections being cut', async () => {
    const ask = asker(world.api.url);
    expect((await ask('{ status { indexedHeight } }')).errors).toEqual([]);
    const admin = postgres(world.database.url, { max: 1 });
    // other test files ask databases of their own on the same server
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'moho-api' and datname = current_database()`;
    await admin.end();
    const answers = [];
    for (let i = 0; i < 10; i++) answers.push(await ask('{ status { indexedHeight } }'));
    expect(answers.at(-1)?.errors).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
