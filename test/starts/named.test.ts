import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { copyGenesis, type Devnet, devnet } from './devnet';
import { chainHash, indexedHash, indexHead, until } from './explorer';
import { filePageEqualsChain } from './file-page';
import { isUp, nodeStart, npmStart, type Start } from './npm-start';
import { type ForeignServer, foreignServer, loginRole } from './postgres';
import { familyOf, isAlive, survivors } from './processes';

/** Enough blocks that a file is stored and reported. */
const BLOCKS = 120;

let folder: ReturnType<typeof temporaryFolder>;
let chain: Devnet;
let server: ForeignServer;
let running: Start | undefined;

beforeAll(async () => {
  folder = temporaryFolder();
  [chain, server] = await Promise.all([devnet(join(folder.path, 'chain'), BLOCKS), foreignServer()]);
  await server.run(loginRole('plain'));
  await server.run(loginRole('maker', 'createrole'));
  for (const role of ['plain', 'maker']) {
    await server.run(`create database of_${role}`);
    await server.run(`grant create on database of_${role} to ${role}`);
  }
});
afterEach(async () => {
  running?.signal('SIGINT');
  await running?.ended;
  running = undefined;
});
afterAll(async () => {
  await chain.stop();
  await server.stop();
  folder.remove();
});

const data = (name: string) => join(folder.path, name);
const flags = () => ['--endpoint', chain.endpoint, '--genesis', chain.address.genesis, '--profile', 'devnet'];

interface Readiness {
  ready: boolean;
  readOnlyRole: boolean;
}
const readiness = async (start: Start) =>
  (await (await fetch(start.address('GraphiQL').replace('/graphql', '/ready'))).json()) as Readiness;

async function follows(start: Start): Promise<void> {
  const graphql = start.address('GraphiQL');
  const head = await indexHead(graphql);
  const next = await until('a new block', async () => {
    const now = await indexHead(graphql);
    return now.height > head.height && now;
  });
  expect(await chainHash(chain.endpoint, next.height)).toBe(next.hash);
}

test('a chain and a database of somebody else, by flags: nothing but index, API and site is started', async () => {
  running = npmStart({ args: [...flags(), '--database', server.url('plain', 'of_plain'), '--data', data('plain')] });
  await isUp(running);
  expect(running.address('Chain')).toBe(chain.endpoint);
  const commands = familyOf(running.pid).map(({ command }) => command);
  expect(commands.filter((command) => /devnet\/src\/cli|bin\/postgres/.test(command))).toEqual([]);
  // without the right to make roles the API reads as the role it was given, and the start says so
  expect(await readiness(running)).toMatchObject({ ready: true, readOnlyRole: false });
  expect(running.output()).toMatch(/! api +reads as plain in read-only sessions/);
  await follows(running);
  await filePageEqualsChain(running);
});

test('the same by variables goes on where the flags left off', async () => {
  const env = {
    CHAIN_ENDPOINTS: `ws://127.0.0.1:1,${chain.endpoint}`,
    CHAIN_GENESIS: chain.address.genesis,
    CHAIN_PROFILE: 'devnet',
    DATABASE_URL: server.url('plain', 'of_plain'),
    MOHO_DATA_DIR: data('plain'),
  };
  running = npmStart({ env });
  await running.says(/^ {2}GraphiQL/m, 240);
  const graphql = running.address('GraphiQL');
  const first = await until('the API to answer', async () => indexHead(graphql));
  expect(first.height).toBeGreaterThanOrEqual(BLOCKS);
  expect(await indexedHash(graphql, BLOCKS)).toBe(await chainHash(chain.endpoint, BLOCKS));
  await isUp(running);
  await follows(running);
  const family = familyOf(running.pid);
  running.signal('SIGINT');
  await running.ended;
  expect(await survivors(family)).toEqual([]);
  expect(await chainHash(chain.endpoint, 0), 'the chain runs on').toBe(chain.address.genesis);
  expect(await server.run('select 1'), 'the database runs on').toHaveLength(1);
});

test('a role that may make roles gets the read-only one, and the API reads under it', async () => {
  running = npmStart({ args: [...flags(), '--database', server.url('maker', 'of_maker'), '--data', data('maker')] });
  await isUp(running);
  const graphql = running.address('GraphiQL');
  await until('the API to change its role', async () => (await readiness(running as Start)).readOnlyRole, 60);
  expect((await indexHead(graphql)).height).toBeGreaterThanOrEqual(BLOCKS);
  await expect(server.run('set role moho_reader; delete from moho.files', 'of_maker')).rejects.toThrow(
    /permission denied/,
  );
});

test('a chain with the same block 0 and another last block is refused', async () => {
  const [head] = (await server.run(
    "select (value #>> '{}')::int as height from moho._metadata where key = 'lastProcessedHeight'",
    'of_plain',
  )) as unknown as { height: number }[];
  await chain.stop();
  const blocks = (head?.height ?? 0) + 100;
  copyGenesis(join(folder.path, 'chain'), join(folder.path, 'other'), blocks);
  const other = await devnet(join(folder.path, 'other'), blocks, ['--busy', '1']);
  expect(other.address.genesis).toBe(chain.address.genesis);
  chain = other;
  const args = [...flags(), '--database', server.url('plain', 'of_plain'), '--data', data('plain')];
  const { code, output } = await nodeStart({ args }).ended;
  expect(code, output).toBe(1);
  expect(output).toMatch(
    /Moho did not start\. The chain at .+ has block \d+ as 0x\w+, but the index in "moho" was made/,
  );
  expect(familyOf(process.pid).filter(({ command, ...one }) => /subql/.test(command) && isAlive({ ...one }))).toEqual(
    [],
  );
});
