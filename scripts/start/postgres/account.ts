import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../user-error';

/** A user of the system, as numbers. */
export interface Account {
  uid: number;
  gid: number;
}

function lookUp(name: string | number): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, String(name)], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // `id` fails for a name the system does not know
  }
}

/**
 * PostgreSQL refuses to run as root. As root it therefore runs as another user: the one that owns the data already,
 * else `postgres` where the system has one, else `nobody`. A normal user runs it as himself (undefined).
 */
export function serverAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (!account) {
    throw new UserError(
      'PostgreSQL cannot run as root and this system has neither a postgres nor a nobody user: start Moho as a normal user, or give --database postgres://….',
    );
  }
  return account;
}

/** Whether `account` may enter `folder` and every folder above it (by mode bits; root's own powers do not help here). */
export function canReach(folder: string, account: Account): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 0o1) === 0) return false;
    if (dirname(path) === path) return true;
  }
}
