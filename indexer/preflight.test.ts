import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, databaseServer } from '../test/support/database-server';
import { isSchemaReady, migrate, prepareDatabase } from './migrate';
import { PreflightError, preflight } from './preflight';

/** Against a real Postgres and a chain that answers one method. */
const hash = (byte: string) => `0x${byte.repeat(32)}`;
const CHAIN = new Map([
  [0, hash('00')],
  [5, hash('55')],
  [7, hash('77')],
]);

let server: DatabaseServer;
let chain: Server;
let databaseUrl: string;
let endpoint: string;

const portOf = (listening: Server): number => (listening.address() as AddressInfo).port;
const listen = (target: Server): Promise<void> =>
  new Promise((resolve) => target.listen(0, '127.0.0.1', () => resolve()));

const setLast = async (
  number: number,
  blockHash: string,
  before: [number, string] = [1, hash('11')],
): Promise<void> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe('create schema if not exists idx; drop table if exists idx.blocks;');
  await sql.unsafe('create table idx.blocks (number int, hash text, _block_range int8range)');
  await sql`insert into idx.blocks values (${number - 1}, ${hash('66')}, '[1,)'), (${number}, ${blockHash}, '[2,)'),
    (${before[0]}, ${before[1]}, '[1,)')`;
  await sql.end();
};

beforeAll(async () => {
  chain = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { params } = JSON.parse(body) as { params: [number] };
    response.end(JSON.stringify({ id: 1, jsonrpc: '2.0', result: CHAIN.get(params[0]) ?? null }));
  });
  await listen(chain);
  endpoint = `http://127.0.0.1:${portOf(chain)}`;
  server = await databaseServer();
  databaseUrl = server.url('postgres');
});

afterAll(async () => {
  await server.stop();
  chain.close();
});

describe('preflight', () => {
  const options = () => ({ databaseUrl, schema: 'idx', endpoints: [endpoint], genesisHash: hash('00') });

  it('lets a chain through when nothing is indexed, or when its last block is the one indexed', async () => {
    expect(await preflight({ ...options(), schema: 'nothing' })).toBeNull();
    await setLast(7, hash('77'));
    expect(await preflight(options())).toBe(7);
  });

  it('asks the next address when one does not answer', async () => {
    await setLast(7, hash('77'));
    expect(await preflight({ ...options(), endpoints: ['ws://127.0.0.1:1', endpoint] })).toBe(7);
    await expect(preflight({ ...options(), endpoints: ['http://127.0.0.1:1'] })).rejects.toThrow(/does not answer/);
  });

  it('refuses another genesis, another block at the last height, and a chain that lacks it', async () => {
    await expect(preflight({ ...options(), genesisHash: hash('99') })).rejects.toThrow(/genesis hash/);
    await setLast(7, hash('78'));
    await expect(preflight(options())).rejects.toThrow(/made from a chain that has 0x7878/);
    await setLast(8, hash('88'));
    await expect(preflight(options())).rejects.toThrow(/has no block 8/);
    await expect(preflight(options())).rejects.toBeInstanceOf(PreflightError);
  });

  it('lets a chain through that forked since, and not one that is equal nowhere', async () => {
    await setLast(7, hash('78'), [5, hash('55')]);
    expect(await preflight(options())).toBe(7);
    await setLast(7, hash('78'), [5, hash('56')]);
    await expect(preflight(options())).rejects.toThrow(/another chain, or one started anew/);
  });

  it('says everything in one line', async () => {
    await setLast(7, hash('78'));
    const message = await preflight(options()).catch((error: Error) => error.message);
    expect(String(message)).not.toContain('\n');
  });
});

describe('migrate', () => {
  it('prepares a database any number of times', async () => {
    await prepareDatabase(databaseUrl);
    await prepareDatabase(databaseUrl);
    const sql = postgres(databaseUrl, { max: 1 });
    expect(await sql`select 1 from pg_extension where extname = 'btree_gist'`).toHaveLength(1);
    await sql.end();
  });

  it('refuses a schema without tables, and a name that would need quoting', async () => {
    expect(await isSchemaReady({ databaseUrl, schema: 'nothing' })).toBe(false);
    await expect(migrate({ databaseUrl, schema: 'nothing' })).rejects.toThrow(/no tables yet/);
    await expect(migrate({ databaseUrl, schema: 'a"; drop' })).rejects.toThrow(/plain schema name/);
  });
});
