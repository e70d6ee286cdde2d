import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endpointAddress } from './chain';
import { prepareDataDir } from './disk';
import { readOptions } from './env';
import { buildIndexer, indexerSupervision } from './indexer';
import { dataPaths, ROOT } from './paths';
import { prepareDatabase } from './postgres/database';
import { lineReport } from './report';
import { endLeftovers, openRunFile } from './run-file';
import { SCHEMA } from './stack';
import { type SupervisorRoom, supervise } from './supervise';
import { oneLine, UserError } from './user-error';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The index alone, as one container of several: a chain endpoint and a database are given. */
export async function main(argv: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  try {
    const indexer = await start(argv, env, stopping.signal);
    await asked;
    await indexer.stop();
  } catch (error) {
    if (stopping.signal.aborted) return;
    process.stderr.write(`The index did not start. ${oneLine(error)}\n`);
    process.exitCode = 1;
  }
}

async function start(argv: string[], env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const options = readOptions(argv, env);
  if (options.chain.kind !== 'endpoints') throw new UserError('Set CHAIN_ENDPOINTS to the addresses of a Crust node.');
  const { databaseUrl } = options;
  if (databaseUrl === undefined) throw new UserError('Set DATABASE_URL to the PostgreSQL to index into.');
  const paths = dataPaths(options.dataDir);
  await prepareDataDir(paths.dataDir, [paths.logs]);
  await endLeftovers(paths.runFile);
  const report = lineReport(say);
  const room: SupervisorRoom = {
    logFolder: paths.logs,
    runFile: openRunFile(paths.runFile),
    signal,
    say: report.say,
    onDiskFull: () => report.say('disk', `the disk that holds ${paths.dataDir} is full`),
  };
  await prepareDatabase(databaseUrl, SCHEMA);
  // an image holds the build and not the tools to make it anew
  if (!existsSync(join(ROOT, 'indexer', 'dist', 'index.js'))) await buildIndexer(room, report);
  const chain = endpointAddress(options.chain);
  const settings = { chain, profile: options.profile, databaseUrl, schema: SCHEMA, port: options.ports.indexer };
  const folder = join(paths.projects, chain.key);
  const indexer = await supervise(indexerSupervision({ ...settings, folder }, room), room);
  report.say('index', `working from ${chain.endpoints.join(', ')}`);
  return indexer;
}
