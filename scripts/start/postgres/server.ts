import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChildSpec, childEnv, runChild } from '../child';
import { commandOf } from '../identity';
import type { Supervision, SupervisorRoom } from '../supervise';
import { isDiskFull, oneLine, UserError } from '../user-error';
import { existingData, PASSWORD, UNFINISHED } from './existing';
import { choosePlace, giveTo, type Place } from './place';

const USER = 'moho';
/** The index can always be read from the chain again, so a commit need not wait for the disk; files stay consistent. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  synchronous_commit: 'off',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_statement: 'none',
};

export interface EmbeddedPostgres {
  supervision: Supervision;
  /** connection string of a database on it */
  url(database: string): string;
  note?: string;
}

/** Prepares (at first start: initialises) the embedded server in `home` and says how to run it. */
export async function embeddedPostgres(home: string, port: number, room: SupervisorRoom): Promise<EmbeddedPostgres> {
  const place = choosePlace(home);
  const found = existingData(home, place.data, majorVersion(place));
  const password = keptPassword(home);
  if (found === 'none') await initialise(place, home, password, room);
  return {
    supervision: {
      spec: serverSpec(place, port),
      before: async () => dropStaleLock(place.data),
      ready: async (child) => void (await child.line(/database system is ready to accept connections/)),
    },
    url: (database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`,
    note: place.note,
  };
}

const unfinished = (home: string) => join(home, UNFINISHED);

/** `postgres (PostgreSQL) 18.4` → `18`, as PostgreSQL writes it into its data. */
function majorVersion({ programs }: Place): string {
  const said = execFileSync(join(programs, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });
  return said.match(/(\d+)/)?.[1] ?? '';
}

/** A password made at first start, so that another user of this machine cannot read or write the index. */
function keptPassword(home: string): string {
  const file = join(home, PASSWORD);
  try {
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isDiskFull(String(error))) throw error;
    throw new UserError(`The database in ${home} belongs to another user (${oneLine(error)}); set MOHO_DATA_DIR.`);
  }
}

async function initialise(place: Place, home: string, password: string, room: SupervisorRoom): Promise<void> {
  writeFileSync(unfinished(home), '');
  rmSync(place.data, { recursive: true, force: true });
  mkdirSync(place.data, { recursive: true, mode: 0o700 });
  giveTo(place.data, place.account);
  const passwordFile = `${place.data}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  giveTo(passwordFile, place.account);
  const args = [`--pgdata=${place.data}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF8'];
  try {
    await runChild(
      { ...program(place, 'initdb'), name: 'postgres-init', args: [...args, ...locale] },
      room,
      room.signal,
    );
  } catch (error) {
    if (room.signal.aborted) throw error;
    throw new UserError(`PostgreSQL could not be set up: ${oneLine(error)}.`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(unfinished(home), { force: true });
}

function program(place: Place, name: 'initdb' | 'postgres'): Omit<ChildSpec, 'args'> {
  return {
    name,
    command: join(place.programs, 'bin', name),
    cwd: place.data,
    env: childEnv({ LC_ALL: 'C', TZ: 'UTC' }),
    uid: place.account?.uid,
    gid: place.account?.gid,
  };
}

function serverSpec(place: Place, port: number): ChildSpec {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    ...program(place, 'postgres'),
    args: ['-D', place.data, '-p', String(port), ...settings],
    stopSignal: 'SIGINT', // PostgreSQL's fast shutdown: roll back what is open, write everything, end
    alone: true,
    stopTimeoutMs: 60_000,
  };
}

/**
 * After a machine was switched off, the lock file's number may belong to some other program by now (common in
 * containers) and PostgreSQL would refuse to start. It is dropped only when that program is not a server of this data.
 */
function dropStaleLock(data: string): void {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const command = commandOf(pid);
  if (command !== '' && !command.includes(data) && !command.startsWith('postgres:')) rmSync(lock, { force: true });
}
