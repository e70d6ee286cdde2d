import { once } from 'node:events';
import { WebSocket } from 'ws';
import { storagePrefix } from '../codec/hash';
import { cpuMsOf } from './cpu';
import type { Figure } from './figure';
import { served } from './served';

const SOCKETS = 8;
/** requests under way on each socket */
const DEPTH = 16;
const KEYS_AT_ONCE = 20;

interface Client {
  call(method: string, params: unknown[]): Promise<unknown>;
  close(): void;
}

async function connect(url: string): Promise<Client> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  socket.on('message', (data) => {
    const { id, result } = JSON.parse(data.toString()) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await once(socket, 'open');
  return {
    call(method, params) {
      last += 1;
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: last, method, params }));
      return new Promise((resolve) => waiting.set(last, resolve));
    },
    close: () => socket.close(),
  };
}

/** What an indexer asks for, in turn: a value, a block, many values of one block. */
async function questions(client: Client, head: number): Promise<(turn: number) => [string, unknown[]]> {
  const numbers = Array.from({ length: Math.min(100, head) }, (_, i) => head - i);
  const hashes = (await client.call('chain_getBlockHash', [numbers])) as string[];
  const keys = (await client.call('state_getKeysPaged', ['0x', 1000, null])) as string[];
  const events = storagePrefix('System', 'Events');
  return (turn) => {
    const hash = hashes[turn % hashes.length];
    if (turn % 3 === 0) return ['state_getStorage', [events, hash]];
    if (turn % 3 === 1) return ['chain_getBlock', [hash]];
    const from = (turn * KEYS_AT_ONCE) % (keys.length - KEYS_AT_ONCE);
    return ['state_queryStorageAt', [keys.slice(from, from + KEYS_AT_ONCE), hash]];
  };
}

/** Requests served over WebSockets in `ms`: getStorage, getBlock and queryStorageAt of 20 keys in equal parts. */
export async function requestsPerSecond(blocks: number, ms: number): Promise<Figure> {
  const chain = await served(['--blocks', String(blocks), '--interval', '0']);
  const clients = await Promise.all(Array.from({ length: SOCKETS }, () => connect(chain.url)));
  const question = await questions(clients[0] as Client, chain.head);
  let answered = 0;
  const ask = async (client: Client, end: number) => {
    while (performance.now() < end) {
      answered += 1;
      await client.call(...question(answered));
    }
  };
  const storm = (length: number) => {
    const end = performance.now() + length;
    return Promise.all(clients.flatMap((client) => Array.from({ length: DEPTH }, () => ask(client, end))));
  };
  await storm(ms / 5);
  answered = 0;
  const [cpuBefore, start] = [cpuMsOf(chain.pid), performance.now()];
  await storm(ms);
  const [cpuAfter, wallMs] = [cpuMsOf(chain.pid), performance.now() - start];
  for (const client of clients) client.close();
  chain.stop();
  const cpuMs = cpuBefore === undefined || cpuAfter === undefined ? wallMs : cpuAfter - cpuBefore;
  return {
    what: 'RPC requests served',
    value: (answered * 1000) / cpuMs,
    unit: 'a second on one core',
    aim: 2000,
    how: `${answered} requests over ${SOCKETS} sockets, ${Math.round((answered * 1000) / wallMs)} a second by the clock, its clients beside it`,
  };
}
