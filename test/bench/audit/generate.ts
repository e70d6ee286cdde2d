import type postgres from 'postgres';
import { dropIndexes, enumType, putHead } from '../files/generate';
import { planStatements } from './plan';
import { fillings, SLOT_REPORTS, SWORKERS, slotReportRows, sworkerRows } from './rows';
import { type RowSize, sizeOf } from './sizes';
import { headOf, MEMBERS, members, slotCount, type World } from './world';

const PLAN = 'bench_plan';
/** So many reports are written with all indexes standing, as the indexer does, to see what one takes on disk. */
const SAMPLE_REPORTS = 1_000_000;

type Say = (line: string) => void;

const putMembers = async (sql: postgres.Sql): Promise<void> => {
  await sql.unsafe('create table member (n int primary key, address text, owner text, anchor text, pub_key text)');
  await sql.unsafe(
    `insert into member select n, address, owner, anchor, "pubKey" from
    jsonb_to_recordset($1::text::jsonb) x(n int, address text, owner text, anchor text, "pubKey" text)`,
    [JSON.stringify(members())],
  );
};

/** What the index keeps of the first reports, each table with the indexes it has in use. */
const fillSample = async (sql: postgres.Sql, schema: string, world: World, status: string): Promise<number> => {
  const slots = Math.min(slotCount(world), Math.ceil(SAMPLE_REPORTS / MEMBERS));
  const put = (place: typeof SLOT_REPORTS, rows: string) =>
    sql.unsafe(`insert into "${schema}"."${place.table}" (${place.columns}) ${rows}`);
  await put(SLOT_REPORTS, slotReportRows(world, 0, slots).replaceAll('$STATUS', status));
  await put(SWORKERS, sworkerRows(world, 0, slots));
  return slots;
};

const acceptedReports = async (sql: postgres.Sql, schema: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: string }[]>(
    `select count(*) as n from "${schema}"."${SLOT_REPORTS.table}" where status::text = 'REPORTED'`,
  );
  return Number(row?.n);
};

const measure = async (sql: postgres.Sql, schema: string, tables: string[]): Promise<RowSize[]> => {
  const reports = await acceptedReports(sql, schema);
  const sizes: RowSize[] = [];
  for (const table of tables) sizes.push(await sizeOf(sql, schema, table, reports));
  return sizes;
};

/**
 * Fills the tables of an index with a world of so many reports: the same for one seed, but for the rows' private `_id`.
 * `migrate` makes the indexes in use; it is called when the tables are still empty. Returns what the tables take on disk: those
 * that grow with each report after the first million, written as the indexer writes them.
 */
export const generate = async (
  sql: postgres.Sql,
  schema: string,
  world: World,
  migrate: () => Promise<void>,
  say: Say,
): Promise<RowSize[]> => {
  await sql.unsafe(`drop schema if exists ${PLAN} cascade`);
  await sql.unsafe(`create schema ${PLAN}`);
  await sql.unsafe(`set search_path to ${PLAN}`);
  for (const setting of ["maintenance_work_mem to '512MB'", "work_mem to '128MB'", "synchronous_commit to 'off'"])
    await sql.unsafe(`set ${setting}`);
  await putMembers(sql);
  for (const statement of planStatements(world)) await sql.unsafe(statement);
  say(`${world.reports} reports are planned`);

  const others = fillings(world);
  for (const table of new Set([SLOT_REPORTS.table, SWORKERS.table, ...others.map((one) => one.table)]))
    await sql.unsafe(`truncate "${schema}"."${table}"`);
  await migrate();
  const status = await enumType(sql, schema, SLOT_REPORTS.table, 'status');
  const sampled = await fillSample(sql, schema, world, status);
  const sizes = await measure(sql, schema, [SLOT_REPORTS.table, SWORKERS.table]);
  say(`${sizes[0]?.reports} reports are written with all indexes standing`);

  // of what machines hold now only the last version is asked for
  await sql.unsafe(`truncate "${schema}"."${SWORKERS.table}"`);
  await sql.unsafe(
    `insert into "${schema}"."${SWORKERS.table}" (${SWORKERS.columns}) ${sworkerRows(world, slotCount(world) - 1, slotCount(world))}`,
  );
  const later = [...(await dropIndexes(sql, schema, SLOT_REPORTS.table))];
  const rest = slotReportRows(world, sampled, slotCount(world)).replaceAll('$STATUS', status);
  await sql.unsafe(`insert into "${schema}"."${SLOT_REPORTS.table}" (${SLOT_REPORTS.columns}) ${rest}`);
  for (const definition of later) await sql.unsafe(definition);
  say(`${SLOT_REPORTS.table}: all rows and ${later.length} indexes`);
  for (const { table, columns, select } of others) {
    const { count } = await sql.unsafe(`insert into "${schema}"."${table}" (${columns}) ${select}`);
    say(`${table}: ${count} rows`);
  }
  await sql.unsafe(`drop schema ${PLAN} cascade`);
  await putHead(sql, schema, headOf(world));
  await sql.unsafe(`set search_path to "${schema}"`);
  await sql.unsafe('vacuum analyze');
  return [...sizes, ...(await measure(sql, schema, ['sweep_batches', 'sweep_rosters', 'slot_summaries', 'reporters']))];
};
