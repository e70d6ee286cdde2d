import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVNET_PROFILE, MAINNET_PROFILE } from '@moho/protocol/base';
import { expect, test } from 'vitest';
import { readOptions } from './env';
import { DEFAULT_PORTS, MAINNET_GENESIS } from './options';

test('without anything: the simulated chain on the default ports', () => {
  const options = readOptions([], {});
  expect(options.chain).toEqual({ kind: 'simulation', seed: 1, blocks: undefined, blockTimeMs: undefined });
  expect(options.profile).toEqual(DEVNET_PROFILE);
  expect(options.ports).toEqual(DEFAULT_PORTS);
});

test('an endpoint without a genesis means Crust mainnet', () => {
  const options = readOptions(['--endpoint', 'wss://a.example', '--endpoint=wss://b.example'], {});
  expect(options.chain).toEqual({
    kind: 'endpoints',
    endpoints: ['wss://a.example', 'wss://b.example'],
    genesis: MAINNET_GENESIS,
  });
  expect(options.profile).toEqual(MAINNET_PROFILE);
});

test('the command line wins over the environment', () => {
  const env = { CHAIN_ENDPOINTS: 'ws://one:1,ws://two:2', DATABASE_URL: 'postgres://u:p@h:1/d' };
  expect(readOptions([], env).chain).toMatchObject({ endpoints: ['ws://one:1', 'ws://two:2'] });
  expect(readOptions(['--endpoint', 'ws://three:3'], env).chain).toMatchObject({ endpoints: ['ws://three:3'] });
  expect(readOptions(['--database', 'postgres://x:y@z:1/w'], env).databaseUrl).toBe('postgres://x:y@z:1/w');
});

test('a recording is a folder with a chain.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recording '));
  expect(() => readOptions(['--recording', folder], {})).toThrow('is not a recording');
  writeFileSync(join(folder, 'chain.json'), '{}');
  expect(readOptions(['--recording', folder], {}).chain).toEqual({ kind: 'recording', folder });
});

test('a profile may be given as JSON over mainnet', () => {
  const { profile } = readOptions(['--profile', '{"name":"short","slotBlocks":60}'], {});
  expect(profile).toEqual({ ...MAINNET_PROFILE, name: 'short', slotBlocks: 60 });
});

test.each([
  [['--colour'], {}, 'Unknown option --colour'],
  [['--endpoint'], {}, '--endpoint needs a value'],
  [['--endpoint', '--genesis'], {}, '--endpoint needs a value'],
  [['--genesis', '0x12', '--endpoint', 'ws://a'], {}, 'CHAIN_GENESIS must be 0x and 64 hex digits (got "0x12")'],
  [['--genesis', MAINNET_GENESIS], {}, 'give --endpoint with it'],
  [['--endpoint', 'ftp://a'], {}, 'CHAIN_ENDPOINTS must be ws://… or wss://… addresses'],
  [['--seed', '1', '--seed', '2'], {}, '--seed is given twice'],
  [['--seed', 'x'], {}, 'DEVNET_SEED must be a whole number (got "x")'],
  [['--profile', 'moon'], {}, 'CHAIN_PROFILE must be one of mainnet, devnet'],
  [['--profile', '{"slots":1}'], {}, 'slots is not a field of a profile'],
  [[], { SITE_PORT: '70000' }, 'SITE_PORT'],
  [[], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be postgres://'],
  [['--recording', '/nowhere', '--endpoint', 'ws://a'], {}, 'not both'],
])('%j %j is refused in one sentence', (argv, env, sentence) => {
  expect(() => readOptions(argv, env)).toThrow(sentence);
});
