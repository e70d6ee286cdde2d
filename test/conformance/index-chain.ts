import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiSpec } from '../../scripts/start/api';
import { answers } from '../../scripts/start/http';
import { indexerSupervision } from '../../scripts/start/indexer';
import { indexProgress } from '../../scripts/start/postgres/database';
import { SCHEMA } from '../../scripts/start/stack';
import type { ChainServed, ServedChain } from './chain-server';
import { type Scope, scoped, startOnce } from './run-once';
import type { Workplace } from './workplace';

const POLL_MS = 250;

/** Indexes a served chain with the real subql-node until the head is in the database. Seconds from its start to there. */
export const indexChain = async (
  chain: ServedChain,
  databaseUrl: string,
  place: Workplace,
  onProgress: (height: number) => void,
): Promise<number> =>
  scoped(async (scope) => {
    const { indexer: port } = await place.freePorts(['indexer']);
    const folder = join(place.room.logFolder, 'project');
    const since = Date.now();
    const settings = { chain: chain.address, profile: chain.profile, databaseUrl, schema: SCHEMA, folder, port };
    const indexer = await startOnce(indexerSupervision(settings, place.room), place.room, scope);
    await indexer.during(chain.running.during(reachHead()));
    return (Date.now() - since) / 1000;

    async function reachHead(): Promise<void> {
      for (;;) {
        const progress = await indexProgress(databaseUrl, SCHEMA);
        if (progress) onProgress(progress.height);
        if (progress && progress.height >= chain.head) return;
        await sleep(POLL_MS, undefined, { signal: place.room.signal });
      }
    }
  });

/** Starts the API on an index; its GraphQL address. */
export const serveApi = async (
  chain: ChainServed,
  databaseUrl: string,
  place: Pick<Workplace, 'room' | 'freePorts'>,
  scope: Scope,
): Promise<string> => {
  const { api: port } = await place.freePorts(['api']);
  const url = `http://127.0.0.1:${port}`;
  const { profile, address } = chain;
  const spec = apiSpec({ port, databaseUrl, schema: SCHEMA, profile, genesis: address.genesis, maxLagBlocks: 20 });
  const ready = () => answers(`${url}/health`, place.room.signal, (status) => status === 200);
  await startOnce({ spec, ready }, place.room, scope);
  return `${url}/graphql`;
};
