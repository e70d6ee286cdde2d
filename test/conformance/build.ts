import { buildIfChanged } from '../../scripts/start/build-cache';
import { indexerBuild } from '../../scripts/start/indexer';
import type { SupervisorRoom } from '../../scripts/start/supervise';

/** Builds the indexer when it is older than its sources. */
export const prepareIndexer = async (room: SupervisorRoom, say: (line: string) => void): Promise<void> => {
  const since = Date.now();
  if (await buildIfChanged(indexerBuild(room, room.signal), room.signal))
    say(`the indexer was built in ${((Date.now() - since) / 1000).toFixed(1)} s`);
};
