import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { databaseServer } from '../../test/support/database-server';
import { createReaderRole, createTables, fillWorld } from './world/index';

declare module 'vitest' {
  export interface ProvidedContext {
    /** connection string of the server's administrator, to its database `postgres` */
    databaseServer: string;
    /** database that holds the world, to make others from */
    worldTemplate: string;
  }
}

const WORLD = `moho_world_${process.pid}`;

const connect = (url: string, database: string): postgres.Sql => {
  const target = new URL(url);
  target.pathname = `/${database}`;
  return postgres(target.toString(), { max: 1, onnotice: () => undefined });
};

const run = async (sql: postgres.Sql, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
};

/**
 * Once for all test files: a PostgreSQL server (the one TEST_DATABASE_URL names, or an embedded one) with the world of
 * world/ in a database of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? undefined : await databaseServer();
  const url = given ?? server?.url('postgres') ?? '';
  const root = (work: (sql: postgres.Sql) => Promise<unknown>) => run(postgres(url, { max: 1 }), work);
  await root((sql) => sql.unsafe(`create database "${WORLD}"`));
  await run(connect(url, WORLD), async (sql) => {
    await createTables(sql);
    await createReaderRole(sql);
    await fillWorld(sql);
  });
  project.provide('databaseServer', url);
  project.provide('worldTemplate', WORLD);
  return async () => {
    await root((sql) => sql.unsafe(`drop database if exists "${WORLD}" with (force)`));
    await server?.stop();
  };
}
