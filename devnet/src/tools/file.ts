import type { ApiPromise } from '@polkadot/api';
import { InputError } from '../input-error';
import { tool } from './tool';

interface File {
  file_size: number | string;
  expired_at: number;
  reported_replica_count: number;
  replicas: Record<string, { is_reported: boolean }>;
}

/** One sentence about a file as the chain stores it. */
function told(file: File | null): string {
  if (file === null) return 'not ordered';
  const owners = Object.keys(file.replicas).length;
  const bytes = `${BigInt(file.file_size)} bytes`;
  if (owners === 0) return `ordered, ${bytes}, nobody stores it yet`;
  return `stored by ${owners} group${owners === 1 ? '' : 's'}, ${bytes}, expires at block ${file.expired_at}`;
}

/** Watches a file until somebody stores it: a line whenever the chain knows something new. */
async function file(api: ApiPromise, [cid]: string[]): Promise<void> {
  const files = api.query.market?.filesV2;
  if (cid === undefined) throw new InputError('usage: npm run devnet:file -- CID');
  if (files === undefined) throw new InputError('the chain has no Market.FilesV2: it runs a spec before 17');
  let last = '';
  await new Promise<void>((done, failed) => {
    const look = async (block: number, hash: string) => {
      const row = (await (await api.at(hash)).query.market?.filesV2?.(cid))?.toJSON() as unknown as File | null;
      const line = told(row);
      if (line !== last) console.log(`block ${block}: ${line}`);
      last = line;
      if (row !== null && Object.keys(row.replicas).length > 0) done();
    };
    api.rpc.chain
      .subscribeNewHeads((header) => void look(header.number.toNumber(), header.hash.toHex()).catch(failed))
      .catch(failed);
  });
}

await tool('devnet:file', file);
