import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deployIndexer, subqlNodeCommand } from './deploy';

const folder = mkdtempSync(join(tmpdir(), 'moho deploy '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GENESIS = `0x${'45'.repeat(32)}`;
const deployment = {
  genesisHash: GENESIS,
  endpoints: ['ws://127.0.0.1:1', 'wss://other'],
  profile: DEVNET_PROFILE,
  folder,
};

describe('deployIndexer', () => {
  it('refuses a hash that is none, and a chain without an address', () => {
    expect(() => deployIndexer({ ...deployment, genesisHash: '0x12' })).toThrow(/not a genesis hash/);
    expect(() => deployIndexer({ ...deployment, endpoints: [] })).toThrow(/no chain endpoint/);
    expect(() => deployIndexer(deployment, join(folder, 'nowhere'))).toThrow(/not built/);
  });

  it('writes a project with the chain and its profile', () => {
    const dist = join(folder, 'build');
    mkdirSync(dist);
    for (const name of ['index.js', 'chaintypes.js'])
      writeFileSync(join(dist, name), 'exports.handleBlock = () => {};');
    deployIndexer({ ...deployment, startBlock: 5 }, dist);
    const manifest = parse(readFileSync(join(folder, 'project.yaml'), 'utf8'));
    expect(manifest.network).toMatchObject({ chainId: GENESIS, endpoint: ['ws://127.0.0.1:1', 'wss://other'] });
    expect(manifest.dataSources[0].startBlock).toBe(5);
    const [first] = readFileSync(join(folder, 'dist', 'index.js'), 'utf8').split(';');
    expect(JSON.parse(String(first).replace('var MOHO_CHAIN_PROFILE = ', ''))).toEqual(DEVNET_PROFILE);
    expect(readFileSync(join(folder, 'schema.graphql'), 'utf8')).toContain('type File @entity');
  });
});

describe('subqlNodeCommand', () => {
  it('gives the node its database, its zone and a private port', () => {
    const { args, env } = subqlNodeCommand({
      folder,
      databaseUrl: 'postgres://us%40er:pa%3Ass@db:5433/crust',
      schema: 'moho',
      port: 3150,
    });
    expect(env).toMatchObject({
      TZ: 'UTC',
      DB_HOST: 'db',
      DB_PORT: '5433',
      DB_USER: 'us@er',
      DB_PASS: 'pa:ss',
      DB_DATABASE: 'crust',
    });
    expect(args).toContain('--db-schema=moho');
    expect(args).toContain(`--subquery=${folder}`);
    for (const path of args.filter((arg) => arg.endsWith('.cjs') || arg.endsWith('run')))
      expect(existsSync(path)).toBe(true);
  });
});
