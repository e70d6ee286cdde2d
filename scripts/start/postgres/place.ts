import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../user-error';
import { type Account, canReach, serverAccount } from './account';
import { serverFolder } from './binaries';

/** Where the server's programs and data are, and as whom it runs. */
export interface Place {
  programs: string;
  data: string;
  account?: Account;
  /** set when data or programs had to go elsewhere: a sentence that says so */
  note?: string;
}

/**
 * Finds a place the server can work in. As root it runs as another user, who cannot enter folders such as /root: then
 * programs and data go to a folder of ours under the system's temporary folder, named after the data folder.
 * `home` is the folder in the data folder that always holds the password.
 */
export function choosePlace(home: string): Place {
  mkdirSync(home, { recursive: true });
  const native = serverFolder();
  const data = join(home, 'data');
  const account = serverAccount(data);
  if (!account) return { programs: native, data };

  const elsewhere = sharedFolder(home, account);
  const programsReachable = ['bin', 'lib', join('share', 'postgresql')].every((part) =>
    canReach(join(native, part), account),
  );
  const dataReachable = canReach(home, account);
  const programs = programsReachable ? native : copyPrograms(native, elsewhere());
  const place = { programs, data: dataReachable ? data : join(elsewhere(), 'data'), account };
  if (programsReachable && dataReachable) return place;
  const moved = [!programsReachable && 'programs', !dataReachable && 'data']
    .filter((part) => part !== false)
    .join(' and ');
  return {
    ...place,
    note: `runs as another user than root, who may not enter this folder: its ${moved} are in ${elsewhere()}`,
  };
}

/** Makes (once) a folder that the server's user can enter and only root can write. */
function sharedFolder(home: string, account: Account): () => string {
  let made: string | undefined;
  return () => {
    if (made) return made;
    const parent = ['/var/tmp', tmpdir(), '/tmp'].find((folder) => existsSync(folder) && canReach(folder, account));
    if (!parent)
      throw new UserError('No temporary folder that the PostgreSQL user can enter: give --database postgres://….');
    const folder = join(parent, `moho-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
    removeAbandoned(parent);
    // The data folder was deleted to begin anew: what belonged to it here goes too.
    const marker = join(home, 'elsewhere');
    if (existsSync(folder) && !existsSync(marker)) rmSync(checkedOurs(folder), { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    chmodSync(checkedOurs(folder), 0o755);
    writeFileSync(join(folder, HOME_FILE), home);
    writeFileSync(marker, `${folder}\n`);
    made = folder;
    return folder;
  };
}

const HOME_FILE = 'belongs-to';

/** Folders of ours whose data folder was deleted since, and in which no server runs. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent).filter((one) => /^moho-[0-9a-f]{16}$/.test(one))) {
    const folder = join(parent, name);
    const note = join(folder, HOME_FILE);
    if (lstatSync(folder).uid !== 0 || !existsSync(note)) continue;
    const home = readFileSync(note, 'utf8');
    if (home === '' || existsSync(home)) continue; // empty: another start is just writing it
    if (!existsSync(join(folder, 'data', 'postmaster.pid'))) rmSync(folder, { recursive: true, force: true });
  }
}

/** A temporary folder is everyone's: one that somebody else made under our name must not be trusted. */
function checkedOurs(folder: string): string {
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== 0) {
    throw new UserError(`${folder} exists and belongs to another user; remove it, or start Moho as a normal user.`);
  }
  return folder;
}

function copyPrograms(native: string, folder: string): string {
  const target = join(folder, 'server');
  const complete = join(folder, 'server.complete');
  if (!existsSync(complete)) {
    rmSync(target, { recursive: true, force: true });
    cpSync(native, target, { recursive: true, verbatimSymlinks: true });
    openToAll(target);
    writeFileSync(complete, '');
  }
  return target;
}

/** Installed under a strict umask, the copies would be as closed as the originals. */
function openToAll(folder: string): void {
  for (const entry of readTree(folder)) chmodSync(entry.path, entry.executable ? 0o755 : 0o644);
}

function readTree(folder: string): { path: string; executable: boolean }[] {
  const stat = lstatSync(folder);
  if (stat.isSymbolicLink()) return [];
  if (!stat.isDirectory()) return [{ path: folder, executable: (stat.mode & 0o100) !== 0 }];
  return [{ path: folder, executable: true }, ...readdirSync(folder).flatMap((name) => readTree(join(folder, name)))];
}

/** Gives a path to the server's user. */
export function giveTo(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}
