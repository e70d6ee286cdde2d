import { setTimeout as sleep } from 'node:timers/promises';
import type { ChainProfile } from '@moho/protocol/base';
import { deployIndexer, subqlNodeCommand } from '../../indexer/deploy';
import { isSchemaReady, migrate } from '../../indexer/migrate';
import { preflight } from '../../indexer/preflight';
import { type Build, buildIfChanged } from './build-cache';
import type { ChainAddress } from './chain';
import { type Child, type ChildRoom, childEnv, runChild } from './child';
import { asUserError } from './endpoints';
import { answers } from './http';
import { ROOT } from './paths';
import type { Report } from './report';
import type { Supervision, SupervisorRoom } from './supervise';

export interface IndexerSettings {
  chain: ChainAddress;
  profile: ChainProfile;
  databaseUrl: string;
  schema: string;
  /** where the ready-to-run project is written */
  folder: string;
  /** subql-node's private port */
  port: number;
}

/** The SubQuery build, made anew only when something it is made of has changed. */
export function indexerBuild(room: ChildRoom, signal: AbortSignal): Build {
  const spec = { name: 'index-build', command: 'npm', args: ['run', 'build', '--workspace', 'indexer'], cwd: ROOT };
  return {
    name: 'index',
    sources: ['indexer', 'protocol/src', 'schema.graphql', 'package-lock.json'],
    product: 'indexer/dist/index.js',
    run: () => runChild({ ...spec, env: childEnv() }, room, signal),
  };
}

/** Builds the indexer if needed. */
export async function buildIndexer(room: SupervisorRoom, report: Report): Promise<void> {
  const since = Date.now();
  if (await buildIfChanged(indexerBuild(room, room.signal), room.signal))
    report.done('index', 'built', Date.now() - since);
}

/**
 * subql-node under supervision: before every start the chain must be the one the index was made of; it is up when its
 * health answers, and our own migrations follow as soon as its tables are there.
 */
export function indexerSupervision(settings: IndexerSettings, room: SupervisorRoom): Supervision {
  const { chain, databaseUrl, schema, folder, port, profile } = settings;
  deployIndexer({ genesisHash: chain.genesis, endpoints: chain.endpoints, profile, folder });
  const { command, args, env } = subqlNodeCommand({ folder, databaseUrl, schema, port });
  return {
    spec: { name: 'indexer', command, args, cwd: folder, env: childEnv(env), stopTimeoutMs: 20_000 },
    before: () => checkChain(settings),
    async ready(child: Child) {
      const gone = child.ended.then(({ why }) => Promise.reject(new Error(why)));
      const up = answers(`http://127.0.0.1:${port}/health`, room.signal, (status) => status === 200);
      await Promise.race([up, gone]);
      await Promise.race([tables(databaseUrl, schema, room.signal), gone]);
      await migrate({ databaseUrl, schema });
    },
  };
}

async function checkChain({ chain, databaseUrl, schema }: IndexerSettings): Promise<void> {
  try {
    await preflight({ endpoints: chain.endpoints, genesisHash: chain.genesis, databaseUrl, schema });
  } catch (error) {
    throw asUserError(error);
  }
}

async function tables(databaseUrl: string, schema: string, signal: AbortSignal): Promise<void> {
  while (!(await isSchemaReady({ databaseUrl, schema }))) await sleep(200, undefined, { signal });
}
