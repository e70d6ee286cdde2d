import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { subqlNodeCommand } from '../../indexer/deploy';
import { childEnv, runChild } from '../../scripts/start/child';
import { ROOT } from '../../scripts/start/paths';
import type { SupervisorRoom } from '../../scripts/start/supervise';
import type { ServedChain } from '../conformance/chain-server';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The least a SubQuery project can be: one handler that sees every block and does nothing. */
const FILES = {
  'src/index.ts': 'export async function handleBlock(): Promise<void> {}\n',
  'schema.graphql': 'type Seen @entity { id: ID! }\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: { target: 'es2020', module: 'commonjs', outDir: 'dist', rootDir: 'src', types: [], strict: true },
    include: ['src'],
  }),
  'package.json': JSON.stringify({ name: 'empty', version: '0.0.0', private: true, main: 'dist/index.js' }),
};

const manifest = ({ address }: ServedChain): string =>
  [
    'specVersion: 1.0.0',
    'name: empty',
    'version: 0.0.0',
    'runner:',
    '  node: { name: "@subql/node", version: "*" }',
    '  query: { name: "@subql/query", version: "*" }',
    'schema: { file: ./schema.graphql }',
    'network:',
    `  chainId: "${address.genesis}"`,
    `  endpoint: [${address.endpoints.map((url) => `"${url}"`).join(', ')}]`,
    '  chaintypes: { file: ./dist/chaintypes.js }',
    'dataSources:',
    '  - kind: substrate/Runtime',
    '    startBlock: 1',
    '    mapping:',
    '      file: ./dist/index.js',
    '      handlers:',
    '        - { handler: handleBlock, kind: substrate/BlockHandler }',
    '',
  ].join('\n');

/** Writes and builds the empty project with SubQuery's own build; only the chain's types are those of ours. */
export const buildEmptyProject = async (folder: string, chain: ServedChain, room: SupervisorRoom): Promise<void> => {
  mkdirSync(join(folder, 'src'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'project.yaml'), manifest(chain));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const subql = join(ROOT, 'node_modules', '.bin', 'subql');
  await runChild(
    { name: 'empty-build', command: process.execPath, args: [subql, 'build'], cwd: folder, env: childEnv() },
    room,
    room.signal,
  );
  cpSync(join(ROOT, 'indexer', 'dist', 'chaintypes.js'), join(folder, 'dist', 'chaintypes.js'));
};

/** A subql-node without anything of ours but the address it listens on. */
export const plainNodeCommand = (folder: string, databaseUrl: string, schema: string, port: number) => {
  const { command, args, env } = subqlNodeCommand({ folder, databaseUrl, schema, port });
  const program = args.find((arg) => arg.endsWith(join('bin', 'run')));
  if (program === undefined) throw new Error('subqlNodeCommand names no program');
  const own = [`--subquery=${folder}`, `--db-schema=${schema}`, `--port=${port}`];
  return { command, args: ['--require', join(HERE, 'loopback.cjs'), program, ...own], env };
};
