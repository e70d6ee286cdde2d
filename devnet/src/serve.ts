import { adminServer } from './admin';
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

/**
 * Serves `source` as a node would, on loopback. Port 0 takes any free port; without `adminPort` there is no admin
 * interface. A taken port throws `InputError`. `close` ends the servers, not the source.
 */
export async function serve(options: { source: ChainSource; port: number; adminPort?: number }): Promise<Served> {
  const rpc = await rpcServer(options.source, options.port);
  const url = `ws://127.0.0.1:${rpc.port}`;
  if (options.adminPort === undefined) return { url, port: rpc.port, close: rpc.close };
  const admin = await adminServer(options.source, options.adminPort).catch(async (error: unknown) => {
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
