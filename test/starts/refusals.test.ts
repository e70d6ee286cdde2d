import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAINNET_GENESIS, PORT_VARIABLES } from '../../scripts/start/options';
import { openRunFile } from '../../scripts/start/run-file';
import { temporaryFolder } from '../../scripts/start/testing';
import { type Ended, nodeStart } from './npm-start';
import { type ForeignServer, foreignServer, loginRole } from './postgres';

/** Long before PostgreSQL is up or anything is built; generous, since the machine may be busy. */
const PROMPT_SECONDS = 30;
const OTHER_GENESIS = `0x${'12'.repeat(32)}`;

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
const listening: Server[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  chmodSync(folder.path, 0o755); // as root PostgreSQL runs as another user, and would have its data elsewhere
  data = join(folder.path, 'data');
});
afterEach(() => {
  for (const server of listening.splice(0)) server.close();
  folder.remove();
});

/** The one sentence a start ends with; everything a refusal must keep to is checked on the way. */
async function refusal(args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const start = nodeStart({ args: ['--data', data, ...args], env });
  const late = setTimeout(() => start.signal('SIGTERM'), PROMPT_SECONDS * 1000);
  const { code, output, seconds }: Ended = await start.ended;
  clearTimeout(late);
  expect(code, output).toBe(1);
  expect(seconds, output).toBeLessThan(PROMPT_SECONDS);
  const told = output.split('\n').filter((line) => line.startsWith('Moho did not start.'));
  expect(told, output).toHaveLength(1);
  expect(output, 'no stack trace').not.toMatch(/^\s+at .+:\d+:\d+/m);
  expect(existsSync(join(data, 'run.json')), 'nothing is left running').toBe(false);
  return told[0] ?? '';
}

async function listen(server: Server): Promise<number> {
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('a port that is taken', () => {
  test.each(Object.values(PORT_VARIABLES))('%s', async (variable) => {
    const port = await listen(createServer());
    expect(await refusal([], { [variable]: String(port) })).toBe(
      `Moho did not start. Port ${port} (${variable}) is taken by another program; free it or set ${variable} to another port.`,
    );
  });
});

describe('a chain', () => {
  /** Answers `chain_getBlockHash` of block 0, or with something that is no answer. */
  const chain = async (answer: string) => {
    const server = createHttpServer((_, response) => response.end(answer));
    return `http://127.0.0.1:${await listen(server)}`;
  };
  const genesis = (hash: string) => JSON.stringify({ jsonrpc: '2.0', id: 1, result: hash });

  test('that does not answer', async () => {
    expect(await refusal(['--endpoint', 'ws://127.0.0.1:1'])).toMatch(
      /The chain at ws:\/\/127\.0\.0\.1:1 does not answer: .*ECONNREFUSED/,
    );
  });
  test('that is no chain', async () => {
    expect(await refusal(['--endpoint', await chain('<html>')])).toContain('does not answer');
  });
  test('of another genesis than was asked for, by flags and by variables', async () => {
    const endpoint = await chain(genesis(OTHER_GENESIS));
    const sentence = `Moho did not start. The chain at ${endpoint} has the genesis hash ${OTHER_GENESIS}, not the configured`;
    expect(await refusal(['--endpoint', endpoint])).toContain(`${sentence} ${MAINNET_GENESIS}`);
    const env = { CHAIN_ENDPOINTS: endpoint, CHAIN_GENESIS: `0x${'34'.repeat(32)}` };
    expect(await refusal([], env)).toContain(`${sentence} 0x3434`);
  });
  test('that is a folder without a recording', async () => {
    expect(await refusal(['--recording', folder.path])).toContain('is not a recording: it holds no chain.json.');
  });
});

describe('a data folder', () => {
  test('that is a file', async () => {
    writeFileSync(data, '');
    expect(await refusal([])).toContain(`The data folder ${data} cannot be used (EEXIST`);
  });
  test('that another start uses', async () => {
    mkdirSync(data);
    const own = openRunFile(join(data, 'run.json'));
    const { code, output } = await nodeStart({ args: ['--data', data] }).ended;
    own.clear();
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining(`Moho already runs from this data folder (process ${process.pid})`),
    });
  });
  const server = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(data, 'postgres', name, '..'), { recursive: true });
      writeFileSync(join(data, 'postgres', name), text);
    }
  };
  test('with a database of somebody else', async () => {
    server({ 'data/PG_VERSION': '18\n', 'data/global/x': '' });
    expect(await refusal([])).toContain('holds files that Moho did not put there; set MOHO_DATA_DIR');
    expect(existsSync(join(data, 'postgres', 'data', 'global', 'x')), 'it is left as it was').toBe(true);
  });
  test('with a database of another version', async () => {
    server({ 'data/PG_VERSION': '11\n', 'data/global/x': '', password: 'x' });
    expect(await refusal([])).toMatch(/was made by PostgreSQL 11, and this is PostgreSQL \d+\. Delete /);
  });
  test('with a damaged database', async () => {
    server({ 'data/base': '', password: 'x' });
    expect(await refusal([])).toMatch(/The database in .+ is damaged \(parts of it are missing\)\. Delete /);
    expect(existsSync(join(data, 'postgres', 'data', 'base')), 'it is left as it was').toBe(true);
  });
});

describe('a database', () => {
  let server: ForeignServer;
  beforeAll(async () => {
    server = await foreignServer();
    await server.run(loginRole('weak'));
    await server.run('create database theirs');
  });
  afterAll(() => server.stop());

  test('that does not answer', async () => {
    expect(await refusal(['--database', 'postgres://me:secret@127.0.0.1:1/x'])).toMatch(
      /The database postgres:\/\/me@127\.0\.0\.1:1\/x cannot be used: .*ECONNREFUSED/,
    );
  });
  test('that is not there', async () => {
    const sentence = await refusal([], { DATABASE_URL: server.url('weak', 'nowhere') });
    expect(sentence).toContain('cannot be used: database "nowhere" does not exist.');
    expect(sentence, 'no password is shown').not.toContain('secret');
  });
  test('in which nothing may be made', async () => {
    expect(await refusal([], { DATABASE_URL: server.url('weak', 'theirs') })).toMatch(
      /cannot be used: weak may not create a schema in it: run "grant create on database theirs to weak" as its owner\.$/,
    );
  });
  test("whose index is another role's", async () => {
    await server.run('create schema moho; create table moho._metadata ()', 'theirs');
    expect(await refusal([], { DATABASE_URL: server.url('weak', 'theirs') })).toMatch(
      /cannot be used: its schema moho belongs to another role than weak\.$/,
    );
  });
});

test('an option nobody knows', async () => {
  expect(await refusal(['--colour'])).toContain('Unknown option --colour; known are: --endpoint');
});
