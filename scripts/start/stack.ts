import { join } from 'node:path';
import { apiSpec } from './api';
import { buildIfChanged } from './build-cache';
import { type ChainAddress, devnetAddress, devnetSpec, endpointAddress } from './chain';
import type { ChildSpec } from './child';
import { prepareDataDir } from './disk';
import { checkEndpoints } from './endpoints';
import { answers } from './http';
import { buildIndexer, indexerSupervision } from './indexer';
import type { ChainChoice, Ports, StackOptions } from './options';
import { type DataPaths, dataPaths } from './paths';
import { claimPorts } from './ports';
import { ensureDatabase, prepareDatabase, withoutPassword, withoutReader } from './postgres/database';
import { embeddedPostgres } from './postgres/server';
import { type IndexWatch, watchIndex } from './progress';
import { type Report, silentReport } from './report';
import { endLeftovers, openRunFile } from './run-file';
import { type RunningParts, runningParts } from './running-parts';
import type { SupervisorRoom } from './supervise';
import { Stopped, UserError } from './user-error';
import { allOrStop, orStopped } from './waiting';
import { webBuild, webSpec } from './web';

export const SCHEMA = 'moho';

export interface Stack {
  urls: { site: string; graphql: string; chain: string; admin?: string; database: string; indexer: string };
  chain: ChainAddress;
  ports: Ports;
  /** resolves when the index has the chain's head (within the allowed lag) */
  caughtUp: () => Promise<number>;
  /** the running processes by name, for tests that end one of them */
  processes: () => { name: string; pid: number | undefined; restarts: number }[];
  stop: () => Promise<void>;
}

export interface StartExtras {
  report?: Report;
  signal?: AbortSignal;
  firstBackoffMs?: number;
  /** when the command was given, ms since the epoch (now unless said otherwise) */
  startedAt?: number;
}

/**
 * Brings up everything: database, chain, index, API, site. Resolves when the site answers; the index may still be
 * catching up. On any failure everything started is stopped again, and the error is a UserError where a person can help.
 */
export async function startStack(options: StackOptions, extras: StartExtras = {}): Promise<Stack> {
  const paths = dataPaths(options.dataDir);
  const report = extras.report ?? silentReport;
  await prepareDataDir(paths.dataDir, [paths.logs, paths.chains, paths.projects]);
  const left = await endLeftovers(paths.runFile);
  if (left.length > 0) report.say('start', `ended what an earlier start had left running: ${left.join(', ')}`);
  const ports = await claimPorts(options.ports, neededPorts(options));
  const foreign = checkWhatWasNamed(options, report);
  await (extras.signal ? orStopped(foreign, extras.signal) : foreign);
  const runFile = openRunFile(paths.runFile, (problem) =>
    report.say('start', `the list of what runs cannot be written (${problem}); it runs on`),
  );

  const aborter = new AbortController();
  const abort = () => aborter.abort(new Stopped());
  if (extras.signal?.aborted) abort();
  extras.signal?.addEventListener('abort', abort, { once: true });
  const room: SupervisorRoom = {
    logFolder: paths.logs,
    runFile,
    signal: aborter.signal,
    firstBackoffMs: extras.firstBackoffMs,
    say: report.say,
    onDiskFull: () => report.say('disk', `the disk that holds ${paths.dataDir} is full; free some space`),
  };
  const running = runningParts(room, runFile);
  try {
    const startedAt = extras.startedAt ?? Date.now();
    return await bringUp({ options, paths, ports, room, report, running, startedAt, abort });
  } catch (error) {
    aborter.abort(new Stopped());
    await running.stop();
    throw error;
  }
}

/** A chain or a database that is not ours to start is looked at before anything is: its fault is told at once. */
async function checkWhatWasNamed({ chain, databaseUrl }: StackOptions, report: Report): Promise<void> {
  await checkEndpoints(chain, report);
  if (databaseUrl === undefined) return;
  const since = Date.now();
  await prepareDatabase(databaseUrl, SCHEMA);
  report.done('database', withoutPassword(databaseUrl), Date.now() - since);
}

function neededPorts({ chain, databaseUrl }: StackOptions): (keyof Ports)[] {
  const local: (keyof Ports)[] = chain.kind === 'endpoints' ? [] : ['chain', 'chainAdmin'];
  return [...(databaseUrl ? [] : (['postgres'] as const)), ...local, 'indexer', 'api', 'site'];
}

interface Assembly {
  options: StackOptions;
  paths: DataPaths;
  ports: Ports;
  room: SupervisorRoom;
  report: Report;
  running: RunningParts;
  startedAt: number;
  /** ends what is being started */
  abort: () => void;
}

async function bringUp(assembly: Assembly): Promise<Stack> {
  const { options, ports, room, report, running, abort } = assembly;
  const indexBuilt = buildIndexer(room, report);
  // The index needs its build first; the site's, made beside the indexing, is needed only at the end.
  const siteBuilt = indexBuilt.then(() => buildSite(room, report));
  for (const built of [indexBuilt, siteBuilt]) built.catch(() => undefined); // awaited below, perhaps after a failure
  const [databaseServer, chain] = await allOrStop([startDatabase(assembly), startChain(assembly), indexBuilt], abort);
  const databaseUrl = await databaseFor(chain.key, databaseServer, options);
  const { startedAt } = assembly;
  const watch = watchIndex({ databaseUrl, schema: SCHEMA, maxLagBlocks: options.maxLagBlocks, startedAt }, report);
  running.onStop(watch.stop);
  await startIndexer(assembly, chain, databaseUrl);
  const unread = await withoutReader(databaseUrl);
  if (unread) report.say('api', unread);

  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const since = Date.now();
  const settings = { port: ports.api, databaseUrl, schema: SCHEMA, profile: options.profile, genesis: chain.genesis };
  await running.start({
    spec: apiSpec({ ...settings, maxLagBlocks: options.maxLagBlocks }),
    ready: () => answers(`${apiUrl}/health`, room.signal, (status) => status === 200),
  });
  report.done('api', `${apiUrl}/graphql`, Date.now() - since);

  await siteBuilt;
  const siteUrl = `http://127.0.0.1:${ports.site}`;
  const siteSince = Date.now();
  await running.start({
    spec: webSpec(ports.site, `${apiUrl}/graphql`),
    ready: () => answers(`${siteUrl}/`, room.signal, (status) => status === 200),
  });
  report.done('site', siteUrl, Date.now() - siteSince);
  return stackOf(assembly, chain, databaseUrl, watch);
}

function stackOf(
  { options, ports, running }: Assembly,
  chain: ChainAddress,
  database: string,
  watch: IndexWatch,
): Stack {
  return {
    chain,
    ports,
    urls: {
      site: `http://127.0.0.1:${ports.site}`,
      graphql: `http://127.0.0.1:${ports.api}/graphql`,
      chain: chain.endpoints[0] ?? '',
      admin: options.chain.kind === 'endpoints' ? undefined : `http://127.0.0.1:${ports.chainAdmin}`,
      indexer: `http://127.0.0.1:${ports.indexer}`,
      database,
    },
    caughtUp: watch.caughtUp,
    processes: () => running.parts.map((part) => ({ name: part.name, pid: part.pid(), restarts: part.restarts() })),
    stop: running.stop,
  };
}

/** Starts the embedded server; undefined when the person brought a database. */
async function startDatabase(assembly: Assembly): Promise<((database: string) => string) | undefined> {
  const { options, paths, ports, room, report, running } = assembly;
  if (options.databaseUrl) return undefined;
  const since = Date.now();
  const server = await embeddedPostgres(paths.postgres, ports.postgres, room);
  if (server.note) report.say('database', server.note);
  await running.start(server.supervision);
  report.done('database', `PostgreSQL on 127.0.0.1:${ports.postgres}`, Date.now() - since);
  return server.url;
}

/** One database per chain on the embedded server; a database that was given is used as it is. */
async function databaseFor(
  key: string,
  embedded: ((database: string) => string) | undefined,
  options: StackOptions,
): Promise<string> {
  const url = embedded ? embedded(`moho_${key}`) : options.databaseUrl;
  if (url === undefined) throw new UserError('No database: neither an embedded one nor --database.');
  if (embedded) await ensureDatabase(embedded('postgres'), `moho_${key}`);
  await prepareDatabase(url, SCHEMA);
  return url;
}

/** A simulated chain whose past blocks end now, so that people see present times; by itself it begins on a fixed day. */
const presentTimes = (spec: ChildSpec, { kind }: ChainChoice): ChildSpec =>
  kind === 'simulation' ? { ...spec, args: [...spec.args, '--genesis-time', 'now'] } : spec;

async function startChain({ options, paths, ports, report, running }: Assembly): Promise<ChainAddress> {
  if (options.chain.kind === 'endpoints') return endpointAddress(options.chain);
  const since = Date.now();
  const { chain: choice } = options;
  report.doing('chain', choice.kind === 'recording' ? `replaying ${choice.folder}` : 'making the local chain');
  let address: ChainAddress | undefined;
  await running.start({
    spec: presentTimes(devnetSpec(choice, options.profile, ports, paths.chains), choice),
    ready: async (child) => {
      address = await devnetAddress(child, choice);
    },
  });
  if (!address) throw new Error('the chain said it was ready without naming itself');
  report.done(
    'chain',
    `${address.endpoints[0]}, genesis ${address.genesis.slice(0, 10)}…, head ${address.head}`,
    Date.now() - since,
  );
  return address;
}

async function startIndexer(
  { options, paths, ports, room, report, running }: Assembly,
  chain: ChainAddress,
  databaseUrl: string,
): Promise<void> {
  const since = Date.now();
  const folder = join(paths.projects, chain.key);
  const settings = { chain, profile: options.profile, databaseUrl, schema: SCHEMA, folder, port: ports.indexer };
  await running.start(indexerSupervision(settings, room));
  report.done('index', `subql-node on 127.0.0.1:${ports.indexer}, working`, Date.now() - since);
}

async function buildSite(room: SupervisorRoom, report: Report): Promise<void> {
  const since = Date.now();
  if (await buildIfChanged(webBuild(room, room.signal), room.signal)) report.done('site', 'built', Date.now() - since);
}
