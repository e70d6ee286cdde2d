import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crustTypesBundle } from '@moho/devnet/codec/types-bundle';
import type { SupervisorRoom } from '../../../scripts/start/supervise';
import { connectChain } from '../chain';
import type { FaultsGiven } from '../given-chains';
import { askApi } from '../graphql';
import type { HeightChoice } from '../heights';
import { serveApi } from '../index-chain';
import type { ChainReport } from '../report';
import { compareIndexed } from '../run-chain';
import { scoped } from '../run-once';
import type { Workplace } from '../workplace';
import { countsLine, notSeen } from './counts';
import { QUICK_PROFILE, startParts } from './parts';
import { faultPlan } from './plan';
import { play } from './play';

/** A part is started again soon, since the run waits for it. */
const FIRST_BACKOFF_MS = 250;

/**
 * Indexes a chain through forks, wrong answers and ends of every part, under the supervision of a real start, and then
 * compares index and chain as in any other run.
 */
export const runFaults = (
  given: FaultsGiven,
  place: Pick<Workplace, 'folder' | 'room' | 'freePorts'>,
  drawn: HeightChoice,
  say: (line: string) => void,
): Promise<ChainReport> =>
  scoped(async (scope) => {
    const folder = join(place.folder, given.name.replaceAll(' ', '-'));
    const logFolder = join(folder, 'logs');
    mkdirSync(logFolder, { recursive: true });
    const room: SupervisorRoom = {
      ...place.room,
      logFolder,
      firstBackoffMs: FIRST_BACKOFF_MS,
      say: (name, text) => say(`${given.name}: ${name} ${text}`),
    };
    const plan = faultPlan(given.seed, given.blocks);
    say(`${given.name}: ${given.blocks} blocks, ${plan.steps.length} steps`);
    const since = Date.now();
    const parts = await startParts(given.seed, plan.past, folder, room, scope);
    const { counts, head } = await play(plan, parts, room);
    const indexSeconds = (Date.now() - since) / 1000;
    say(`${given.name}: ${countsLine(counts)}`);
    const { address, databaseUrl } = parts;
    const url = address.endpoints[0] as string;
    const served = { address, url, profile: QUICK_PROFILE, head };
    const chain = await connectChain(url, crustTypesBundle);
    scope.defer(chain.close);
    const ask = askApi(await serveApi(served, databaseUrl, { ...place, room }, scope), room.signal);
    const report = await compareIndexed({ given, served, chain, ask, databaseUrl, indexSeconds }, drawn);
    return { ...report, faults: { counts, notSeen: notSeen(plan, counts) } };
  });
