import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The recordings in the folder CRUST_RECORDINGS names (itself one, or holding some). Undefined when none is given;
 * throws one sentence when a folder is given that holds none, since the tests would then prove less than asked.
 */
export function givenRecordings(folder: string | undefined): string[] | undefined {
  if (folder === undefined || folder === '') return undefined;
  if (!existsSync(folder)) throw new Error(`CRUST_RECORDINGS names ${folder}, which does not exist.`);
  if (existsSync(join(folder, 'chain.json'))) return [folder];
  const found = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'chain.json')));
  if (found.length === 0) throw new Error(`CRUST_RECORDINGS names ${folder}, which holds no recording.`);
  return found;
}
