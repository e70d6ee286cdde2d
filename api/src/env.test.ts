import { DEVNET_PROFILE } from '@moho/protocol/base';
import { expect, test } from 'vitest';
import { readSettings } from './env';

const DATABASE_URL = 'postgres://reader@127.0.0.1:5432/moho';

test('only the database has to be named', () => {
  const settings = readSettings({ DATABASE_URL, API_PORT: '' });
  expect(settings).toMatchObject({
    port: 4350,
    host: '127.0.0.1',
    schema: 'moho',
    maxLagBlocks: 20,
    genesisHash: null,
  });
  expect(settings.profile.slotBlocks).toBe(600);
});

test('a profile is a name or JSON', () => {
  expect(readSettings({ DATABASE_URL, CHAIN_PROFILE: 'devnet' }).profile).toEqual(DEVNET_PROFILE);
  const own = { ...DEVNET_PROFILE, name: 'own', slotBlocks: 60 };
  expect(readSettings({ DATABASE_URL, CHAIN_PROFILE: JSON.stringify(own) }).profile).toEqual(own);
  expect(() => readSettings({ DATABASE_URL, CHAIN_PROFILE: 'moon' })).toThrow(
    'neither one of mainnet, devnet nor JSON',
  );
  expect(() => readSettings({ DATABASE_URL, CHAIN_PROFILE: '{"name":"x"}' })).toThrow('slotBlocks');
});

test('what is wrong is named in one sentence', () => {
  expect(() => readSettings({})).toThrow(/^Wrong environment: DATABASE_URL is not set\.$/);
  expect(() => readSettings({ DATABASE_URL, API_PORT: 'x', DB_SCHEMA: 'a"b' })).toThrow(
    'Wrong environment: DB_SCHEMA must be a plain lower-case name; API_PORT must be a whole number from 0 to 65535.',
  );
  expect(() => readSettings({ DATABASE_URL, API_PORT: '70000' })).toThrow('API_PORT must be a whole number');
  expect(readSettings({ DATABASE_URL, API_PORT: '0', MAX_LAG_BLOCKS: '5' })).toMatchObject({
    port: 0,
    maxLagBlocks: 5,
  });
  expect(() => readSettings({ DATABASE_URL, CHAIN_GENESIS: '0x1' })).toThrow(
    'CHAIN_GENESIS must be 0x and 64 hex digits',
  );
});
