import { accessSync, constants, mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { isDiskFull, oneLine, UserError } from './user-error';

/** Below this a first start (server files, index, site build) is likely to fail half-way. */
const NEEDED_BYTES = 1024 ** 3;

/**
 * Makes the data folder and the folders in it, and refuses, in one sentence, when they cannot be written or hardly any
 * space is left.
 */
export async function prepareDataDir(
  dataDir: string,
  folders: string[] = [],
  neededBytes: number = NEEDED_BYTES,
): Promise<void> {
  makeWritable(dataDir, dataDir);
  const { bavail, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  if (freeBytes < neededBytes) {
    const gib = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);
    throw new UserError(
      `The disk that holds ${dataDir} has only ${gib(freeBytes)} GiB left; Moho needs at least ${gib(neededBytes)} GiB. Free some, or set MOHO_DATA_DIR to a folder on another disk.`,
    );
  }
  for (const folder of folders) makeWritable(folder, dataDir);
}

function makeWritable(folder: string, dataDir: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (isDiskFull(String(error))) throw new UserError(`The disk that holds ${dataDir} is full.`);
    throw new UserError(`The data folder ${dataDir} cannot be used (${oneLine(error)}); set MOHO_DATA_DIR to another.`);
  }
}
