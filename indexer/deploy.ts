import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChainProfile } from '@moho/protocol/base';

/**
 * Makes a ready-to-run SubQuery project for one chain out of the one build. The sandbox has no environment, so the chain's
 * profile is a line put before the bundle.
 */
export interface Deployment {
  /** 0x-hex; the node refuses any other chain */
  genesisHash: string;
  /** WebSocket addresses, tried in turn */
  endpoints: string[];
  profile: ChainProfile;
  /** where the project is written; made when missing */
  folder: string;
  /** first block to index; 1 is the first that can be (genesis carries no timestamp) */
  startBlock?: number;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, 'dist');
const SCHEMA = join(HERE, '..', 'schema.graphql');

const quote = (text: string): string => JSON.stringify(text);

const manifest = ({ genesisHash, endpoints, startBlock = 1 }: Deployment): string =>
  [
    'specVersion: 1.0.0',
    'name: moho',
    'version: 0.1.0',
    'runner:',
    '  node: { name: "@subql/node", version: "*" }',
    '  query: { name: "@subql/query", version: "*" }',
    'schema: { file: ./schema.graphql }',
    'network:',
    `  chainId: ${quote(genesisHash)}`,
    `  endpoint: [${endpoints.map(quote).join(', ')}]`,
    '  chaintypes: { file: ./dist/chaintypes.js }',
    'dataSources:',
    '  - kind: substrate/Runtime',
    `    startBlock: ${startBlock}`,
    '    mapping:',
    '      file: ./dist/index.js',
    '      handlers:',
    '        - { handler: handleBlock, kind: substrate/BlockHandler }',
    '',
  ].join('\n');

/** Writes the project from the build in `dist`. Throws when the indexer has not been built or a value makes no sense. */
export const deployIndexer = (deployment: Deployment, dist: string = DIST): void => {
  const { genesisHash, endpoints, profile, folder } = deployment;
  if (!/^0x[0-9a-f]{64}$/.test(genesisHash))
    throw new Error(`"${genesisHash}" is not a genesis hash (0x and 64 hex digits)`);
  if (endpoints.length === 0) throw new Error('no chain endpoint given');
  if (!existsSync(join(dist, 'index.js')))
    throw new Error('the indexer is not built: run "npm run build -w indexer" first');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  cpSync(SCHEMA, join(folder, 'schema.graphql'));
  cpSync(join(dist, 'chaintypes.js'), join(folder, 'dist', 'chaintypes.js'));
  // on one line with the bundle's first, so that the lines of its source map stay right
  const bundle = readFileSync(join(dist, 'index.js'), 'utf8');
  writeFileSync(join(folder, 'dist', 'index.js'), `var MOHO_CHAIN_PROFILE = ${JSON.stringify(profile)};${bundle}`);
  writeFileSync(join(folder, 'project.yaml'), manifest(deployment));
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "moho-deployment", "private": true, "main": "dist/index.js" }\n',
  );
};

export interface SubqlNodeOptions {
  /** folder written by `deployIndexer` */
  folder: string;
  /** postgres://user:password@host:port/database */
  databaseUrl: string;
  /** Postgres schema of the index */
  schema: string;
  /** port of its health and admin interface; bound to loopback */
  port: number;
  /** blocks that are not final yet are indexed and taken back on a fork (default true) */
  unfinalizedBlocks?: boolean;
  extraArgs?: string[];
}

export interface NodeCommand {
  command: string;
  args: string[];
  env: Record<string, string>;
}

/** Command and environment of subql-node for a deployed project; `env` is to be added to the caller's own. */
export const subqlNodeCommand = (options: SubqlNodeOptions): NodeCommand => {
  const url = new URL(options.databaseUrl);
  const require = createRequire(import.meta.url);
  const bin = join(dirname(require.resolve('@subql/node/package.json')), 'bin', 'run');
  return {
    command: process.execPath,
    args: [
      // a block's rows live only until they are written: room for them saves the collector from moving them (a fifth of the time)
      '--max-semi-space-size=64',
      '--require',
      join(HERE, 'node', 'preload.cjs'),
      bin,
      `--subquery=${options.folder}`,
      `--db-schema=${options.schema}`,
      `--port=${options.port}`,
      `--unfinalized-blocks=${options.unfinalizedBlocks ?? true}`,
      // the handlers page through the store by this many rows
      '--query-limit=1000',
      // a busy block has a hundred rows: with the default of 1,000 the node would flush, and wait, every few blocks
      '--store-cache-threshold=5000',
      '--store-cache-upper-limit=50000',
      // rows of all mirrors are asked for again and again: the default of 500 per entity would go to the database each time
      '--store-get-cache-size=20000',
      ...(options.extraArgs ?? []),
    ],
    env: {
      // the node refuses to start in any other zone
      TZ: 'UTC',
      DB_HOST: url.hostname,
      DB_PORT: url.port || '5432',
      DB_USER: decodeURIComponent(url.username),
      DB_PASS: decodeURIComponent(url.password),
      DB_DATABASE: url.pathname.slice(1),
    },
  };
};
