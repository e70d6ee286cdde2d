import { DEVNET_PROFILE } from '@moho/protocol/base';
import { inject } from 'vitest';
import type { Settings } from '../src/env';
import type { Log } from '../src/server/log';
import { type RunningApi, startApi } from '../src/server/server';
import { SCHEMA } from './fixtures';
import { startTestDatabase, type TestDatabase } from './postgres';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as the test's own question shaped them
  data: any;
  errors: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
}

export type Ask = (query: string, variables?: Record<string, unknown>, accept?: string) => Promise<Answer>;

export interface TestApi {
  api: RunningApi;
  database: TestDatabase;
  ask: Ask;
  /** messages logged as errors: there must be none */
  failures: string[];
  close: () => Promise<void>;
}

export const settingsFor = (databaseUrl: string, change: Partial<Settings> = {}): Settings => ({
  databaseUrl,
  schema: SCHEMA,
  host: '127.0.0.1',
  port: 0,
  profile: DEVNET_PROFILE,
  maxLagBlocks: 20,
  genesisHash: null,
  siteOrigins: [],
  ...change,
});

export const asker =
  (url: string): Ask =>
  async (query, variables = {}, accept = 'application/json') => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  };

/** The API on a database that holds a copy of the world of world/. */
export const startTestApi = async (): Promise<TestApi> => {
  const database = await startTestDatabase(inject('worldTemplate'));
  const failures: string[] = [];
  const log: Log = (level, message, details) => {
    if (level === 'error') failures.push(`${message} ${JSON.stringify(details)}`);
  };
  const api = await startApi(settingsFor(database.url), log);
  return {
    api,
    database,
    ask: asker(api.url),
    failures,
    close: async () => {
      await api.close();
      await database.close();
    },
  };
};
