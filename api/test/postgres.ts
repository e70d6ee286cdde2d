import postgres from 'postgres';
import { inject } from 'vitest';

export interface TestDatabase {
  /** of a database of its own */
  url: string;
  /** a connection that may write */
  admin: postgres.Sql;
  close: () => Promise<void>;
}

let made = 0;

/** A database for one test file, on the server all of them share: empty, or a copy of `template`. */
export const startTestDatabase = async (template?: string): Promise<TestDatabase> => {
  const server = inject('databaseServer');
  const name = `moho_api_${process.pid}_${Date.now().toString(36)}_${made++}`;
  const root = postgres(server, { max: 1, onnotice: () => undefined });
  await root.unsafe(`create database "${name}" ${template ? `template "${template}"` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const admin = postgres(url.toString(), { max: 2, onnotice: () => undefined });
  return {
    url: url.toString(),
    admin,
    close: async () => {
      await admin.end({ timeout: 5 });
      await root.unsafe(`drop database if exists "${name}" with (force)`);
      await root.end({ timeout: 5 });
    },
  };
};
