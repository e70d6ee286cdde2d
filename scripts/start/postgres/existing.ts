import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneLine, UserError } from '../user-error';

/**
 * What a data folder of the server holds: nothing yet, or a database this server can run. Anything else (another
 * program's database, one of another version, a damaged one, one of another user) is refused in one sentence, and
 * never written to.
 */
export function existingData(home: string, data: string, majorVersion: string): 'none' | 'ours' {
  const names = listed(data);
  if (names.length === 0 || existsSync(join(home, UNFINISHED))) return 'none';
  if (!existsSync(join(home, PASSWORD))) {
    throw new UserError(`${data} holds files that Moho did not put there; set MOHO_DATA_DIR to another folder.`);
  }
  if (!names.includes('PG_VERSION') || !names.includes('global')) {
    throw new UserError(`The database in ${data} is damaged (parts of it are missing). ${ANEW(home)}`);
  }
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new UserError(
      `The database in ${data} was made by PostgreSQL ${version}, and this is PostgreSQL ${majorVersion}. ${ANEW(home)}`,
    );
  }
  return 'ours';
}

/** Kept beside the data: set while a new database is being made. */
export const UNFINISHED = 'initialising';
/** Kept beside the data from the first start on. */
export const PASSWORD = 'password';

const ANEW = (home: string) => `Delete ${home} to index the chain anew, or set MOHO_DATA_DIR to another folder.`;

function listed(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    throw new UserError(
      `The database in ${folder} was made by another user and cannot be read (${oneLine(error)}); start Moho as that user, or set MOHO_DATA_DIR to another folder.`,
    );
  }
}
