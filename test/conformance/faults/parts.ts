import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { type ChainAddress, devnetAddress, devnetSpec } from '../../../scripts/start/chain';
import { answers } from '../../../scripts/start/http';
import { indexerSupervision } from '../../../scripts/start/indexer';
import { FREE_PORTS } from '../../../scripts/start/options';
import { claimPorts } from '../../../scripts/start/ports';
import { ensureDatabase, prepareDatabase } from '../../../scripts/start/postgres/database';
import { embeddedPostgres } from '../../../scripts/start/postgres/server';
import { SCHEMA } from '../../../scripts/start/stack';
import { type Supervised, type SupervisorRoom, supervise } from '../../../scripts/start/supervise';
import type { Scope } from '../run-once';
import { type ChainAdmin, chainAdmin } from './admin';
import { FINALITY_LAG, type Part } from './plan';

/** The devnet's lengths with blocks of a second, so that the indexer asks for new ones every second. */
export const QUICK_PROFILE = { ...DEVNET_PROFILE, name: 'quick', blockTimeMs: 1000 };

/** How each part is made to end: as a crash where it is one, PostgreSQL as its administrator restarts it. */
const ENDING: Record<Part, NodeJS.Signals> = { indexer: 'SIGKILL', chain: 'SIGKILL', postgres: 'SIGINT' };

/** The parts of an explorer that keep the index, supervised as `npm start` does. */
export interface Parts {
  address: ChainAddress;
  admin: ChainAdmin;
  databaseUrl: string;
  /** ends a part from outside; its supervisor starts it again. Returns when it is gone */
  crash(part: Part): Promise<void>;
  restarts(part: Part): number;
  stopIndexer(): Promise<void>;
}

/** Starts them in `folder`; they end with `scope`. */
export const startParts = async (
  seed: number,
  past: number,
  folder: string,
  room: SupervisorRoom,
  scope: Scope,
): Promise<Parts> => {
  const ports = await claimPorts(FREE_PORTS, ['postgres', 'chain', 'chainAdmin', 'indexer']);
  const server = await embeddedPostgres(join(folder, 'postgres'), ports.postgres, room);
  const keep = (part: Supervised): Supervised => {
    scope.defer(part.stop);
    return part;
  };
  const postgres = keep(await supervise(server.supervision, room));
  const databaseUrl = server.url('faults');
  await ensureDatabase(server.url('postgres'), 'faults');
  await prepareDatabase(databaseUrl, SCHEMA);

  const choice = { kind: 'simulation' as const, seed, blocks: past, blockTimeMs: 0 };
  const spec = devnetSpec(choice, QUICK_PROFILE, ports, join(folder, 'chains'));
  let address: ChainAddress | undefined;
  const chain = keep(
    await supervise(
      {
        spec: { ...spec, args: [...spec.args, '--finality-lag', String(FINALITY_LAG)] },
        ready: async (child) => {
          address = await devnetAddress(child, choice);
        },
      },
      room,
    ),
  );
  if (!address) throw new Error('the chain does not say where it is');
  const settings = { chain: address, profile: QUICK_PROFILE, databaseUrl, schema: SCHEMA, port: ports.indexer };
  const indexer = keep(
    await supervise(indexerSupervision({ ...settings, folder: join(folder, 'project') }, room), room),
  );

  const parts: Record<Part, Supervised> = { indexer, chain, postgres };
  const adminUrl = `http://127.0.0.1:${ports.chainAdmin}`;
  return {
    address,
    admin: chainAdmin(adminUrl, () => answers(`${adminUrl}/state`, room.signal)),
    databaseUrl,
    async crash(part) {
      for (;;) {
        const pid = parts[part].pid();
        if (pid !== undefined && signalled(pid, ENDING[part])) {
          while (signalled(pid, 0)) await sleep(20, undefined, { signal: room.signal });
          return;
        }
        await sleep(100, undefined, { signal: room.signal }); // just being started again
      }
    },
    restarts: (part) => parts[part].restarts(),
    stopIndexer: () => indexer.stop(),
  };
};

/** Whether there was such a process to signal; 0 only looks. */
const signalled = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // gone
  }
};
