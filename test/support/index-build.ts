import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from '../../scripts/start/build-cache';
import { indexerBuild } from '../../scripts/start/indexer';
import { temporaryFolder, testRoom } from '../../scripts/start/testing';
import { oneLine } from '../../scripts/start/user-error';

/**
 * The index, built as `npm start` builds it: only where its sources have changed, and by one at a time, so that all tests
 * together build it once. Says whether it was built; throws with everything a failed build printed.
 */
export async function buildIndex(): Promise<boolean> {
  const folder = temporaryFolder();
  const room = testRoom(folder.path);
  try {
    return await buildIfChanged(indexerBuild(room, room.signal), room.signal);
  } catch (error) {
    const log = join(folder.path, 'index-build.log');
    throw new Error(`${oneLine(error)}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
  } finally {
    folder.remove();
  }
}
