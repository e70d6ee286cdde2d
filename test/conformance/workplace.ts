import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FREE_PORTS, type Ports } from '../../scripts/start/options';
import { claimPorts } from '../../scripts/start/ports';
import { ensureDatabase, prepareDatabase } from '../../scripts/start/postgres/database';
import { embeddedPostgres } from '../../scripts/start/postgres/server';
import { openRunFile } from '../../scripts/start/run-file';
import { SCHEMA } from '../../scripts/start/stack';
import type { SupervisorRoom } from '../../scripts/start/supervise';
import { type Scope, startOnce } from './run-once';

/** Where one run works: a temporary folder and, once it is needed, a PostgreSQL of its own, both gone at the end. */
export interface Workplace {
  folder: string;
  room: SupervisorRoom;
  /** makes a new, empty database fit for an index; its connection string */
  newDatabase(): Promise<string>;
  freePorts(parts: (keyof Ports)[]): Promise<Ports>;
}

/** The folder a run works in, and how its processes are started; without a database. */
export const openRoom = (
  scope: Scope,
  signal: AbortSignal,
  say: (line: string) => void,
): Omit<Workplace, 'newDatabase'> => {
  const folder = mkdtempSync(join(tmpdir(), 'moho-verify-'));
  // as root, PostgreSQL runs as another user, who must be able to enter
  chmodSync(folder, 0o755);
  scope.defer(async () => removeAll(folder));
  mkdirSync(join(folder, 'logs'));
  const room: SupervisorRoom = {
    logFolder: join(folder, 'logs'),
    runFile: openRunFile(join(folder, 'run.json')),
    onDiskFull: () => say(`the disk that holds ${folder} is full`),
    say: (name, text) => say(`${name} ${text}`),
    signal,
  };
  scope.defer(async () => room.runFile.clear());
  return { folder, room, freePorts: (parts) => claimPorts(FREE_PORTS, parts) };
};

/** Opens a workplace that `scope` will close. */
export const openWorkplace = async (
  scope: Scope,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Workplace> => {
  const place = openRoom(scope, signal, say);
  const startServer = async () => {
    const { postgres: port } = await place.freePorts(['postgres']);
    const server = await embeddedPostgres(join(place.folder, 'postgres'), port, place.room);
    await startOnce(server.supervision, place.room, scope);
    return server;
  };
  let started: ReturnType<typeof startServer> | undefined;
  let made = 0;
  return {
    ...place,
    async newDatabase() {
      started ??= startServer();
      const server = await started;
      made += 1;
      const name = `chain_${made}`;
      await ensureDatabase(server.url('postgres'), name);
      await prepareDatabase(server.url(name), SCHEMA);
      return server.url(name);
    },
  };
};

/** The server's programs or data may have had to go to a folder of its own, whose name it left here. */
const removeAll = (folder: string): void => {
  const marker = join(folder, 'postgres', 'elsewhere');
  const elsewhere = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : undefined;
  if (elsewhere && basename(elsewhere).startsWith('moho-')) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
};
