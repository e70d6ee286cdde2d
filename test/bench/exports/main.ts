import { parseArgs } from 'node:util';
import type postgres from 'postgres';
import { address } from '../../../api/test/fixtures';
import { startTestDatabase } from '../../../api/test/postgres';
import { createIndexes, createReaderRole, createTables, setHead } from '../../../api/test/world/index';
import { fill } from './fill';
import { memoryMib, type Part, startApiPart, startSitePart } from './parts';

const CLIENT = address(95);
const HEAD = 300;
/** What either part may hold beyond what it held after a tenth of the rows. */
const MOST_GROWTH_MIB = 96;
const SAMPLE_MS = 200;

const say = (line: string) => process.stdout.write(`${line}\n`);
const path = (kind: string) => `/account/${CLIENT}/files.${kind}`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(50);
};

const openTransactions = async (sql: postgres.Sql): Promise<number> => {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'moho-api' and xact_start is not null`;
  return row?.n ?? 0;
};

interface Growth {
  name: string;
  atTenth: number;
  peak: number;
}

/** Reads a whole export and watches the memory of the parts it comes through. */
const drain = async (site: Part, parts: Part[], kind: string, files: number) => {
  const response = await fetch(site.url + path(kind));
  if (response.status !== 200 || response.body === null)
    throw new Error(`${response.status}: ${await response.text()}`);
  const growth: Growth[] = parts.map(({ name }) => ({ name, atTenth: 0, peak: 0 }));
  let rows = 0;
  let bytes = 0;
  const since = Date.now();
  const timer = setInterval(() => {
    growth.forEach((one, i) => {
      const now = memoryMib((parts[i] as Part).pid);
      if (rows < files / 10) one.atTenth = now;
      one.peak = Math.max(one.peak, now);
    });
  }, SAMPLE_MS);
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) rows++;
  }
  clearInterval(timer);
  return { rows, bytes, seconds: (Date.now() - since) / 1000, growth };
};

/** Takes the first piece of an export and no more, until the database is quiet; then leaves. */
const stall = async (site: Part, sql: postgres.Sql): Promise<{ quietAtOpen: number; openAfterLeaving: number }> => {
  const leaving = new AbortController();
  const response = await fetch(site.url + path('csv'), { signal: leaving.signal });
  await response.body?.getReader().read();
  const lastQuery = async () => {
    const [row] = await sql<{ at: string }[]>`select max(query_start)::text as at from pg_stat_activity
      where datname = current_database() and application_name = 'moho-api' and xact_start is not null`;
    return row?.at ?? '';
  };
  let last = '';
  let quiet = 0;
  await until(async () => {
    const now = await lastQuery();
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    return quiet > 40;
  });
  const quietAtOpen = await openTransactions(sql);
  leaving.abort();
  await until(async () => (await openTransactions(sql)) === 0);
  return { quietAtOpen, openAfterLeaving: await openTransactions(sql) };
};

/** Long exports through API and site, built and run as in production: every row comes, and memory stays flat. */
export const main = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { files: { type: 'string', default: '1000000' } } });
  const files = Number(values.files);
  if (!Number.isInteger(files) || files < 1000) throw new Error('--files is a number from 1000 on');
  const database = await startTestDatabase();
  const parts: Part[] = [];
  try {
    await createTables(database.admin);
    await createIndexes(database.admin);
    await createReaderRole(database.admin);
    await fill(database.admin, files, CLIENT);
    await setHead(database.admin, HEAD, HEAD);
    say(`${files} files are there`);
    const api = await startApiPart(database.url);
    parts.push(api);
    const site = await startSitePart(api.url);
    parts.push(site);
    const problems: string[] = [];
    const { quietAtOpen, openAfterLeaving } = await stall(site, database.admin);
    say(`a reader that stops: ${quietAtOpen} cursor waits, ${openAfterLeaving} once it has left`);
    if (quietAtOpen !== 1) problems.push('a reader that stops does not pause the cursor');
    for (const kind of ['csv', 'json']) {
      const { rows, bytes, seconds, growth } = await drain(site, parts, kind, files);
      const perSecond = Math.round(files / seconds);
      say(
        `${kind}: ${rows} lines, ${Math.round(bytes / 2 ** 20)} MiB in ${seconds.toFixed(1)} s (${perSecond} a second)`,
      );
      // beside the files: the header of a CSV; the first and last line of JSON
      const lines = kind === 'csv' ? files + 1 : files + 2;
      if (rows !== lines) problems.push(`${kind}: ${rows} lines instead of ${lines}`);
      for (const { name, atTenth, peak } of growth) {
        say(`  ${name}: ${atTenth} MiB after a tenth, ${peak} MiB at most`);
        if (peak - atTenth > MOST_GROWTH_MIB) problems.push(`${kind}: ${name} grew by ${peak - atTenth} MiB`);
      }
    }
    say(problems.length === 0 ? 'exports are whole and memory is flat' : `PROBLEMS\n${problems.join('\n')}`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    for (const part of parts.reverse()) await part.stop();
    await database.close();
  }
};
