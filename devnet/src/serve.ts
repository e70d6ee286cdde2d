import { adminServer } from './admin';
import { createFaults } from './rpc/faults';
import { rpcServer } from './rpc/server';
import type { ChainSource } from './source/source';

export interface Served {
  /** ws:// address of the chain; the same port answers HTTP POST */
  url: string;
  port: number;
  adminUrl?: string;
  adminPort?: number;
  close(): Promise<void>;
}

export interface ServeOptions {
  source: ChainSource;
  /** 0: any free one */
  port: number;
  adminPort?: number;
  /** also answers what nodes keep from the public (system_dryRun) */
  unsafe?: boolean;
  /** how the process ends when the fault `die` strikes; without it that fault cannot be planned */
  die?: () => void;
  /** gets a plan of faults in one line when it is set */
  onFaults?: (plan: string) => void;
}

/**
 * Serves `source` as a node would, on loopback. Port 0 takes any free port; without `adminPort` there is no admin
 * interface. A taken port throws `InputError`. `close` ends the servers, not the source.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { source, unsafe = false } = options;
  const faults = createFaults(options.die, options.onFaults);
  const rpc = await rpcServer({ call: { source, unsafe }, faults }, options.port);
  const url = `ws://127.0.0.1:${rpc.port}`;
  if (options.adminPort === undefined) return { url, port: rpc.port, close: rpc.close };
  const admin = await adminServer(source, options.adminPort, faults).catch(async (error: unknown) => {
    await rpc.close();
    throw error;
  });
  return {
    url,
    port: rpc.port,
    adminUrl: `http://127.0.0.1:${admin.port}`,
    adminPort: admin.port,
    async close() {
      await Promise.all([rpc.close(), admin.close()]);
    },
  };
}
