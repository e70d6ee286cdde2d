import { crustTypesBundle } from '@moho/devnet/codec/types-bundle';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { quietPolkadot } from '../conformance/quiet';

/**
 * What fetching and decoding alone costs: hash, block, runtime version and events of every block with @polkadot/api, as
 * many at once as subql-node takes, and nothing done with them. Prints one line of JSON.
 */
const AT_ONCE = 100;

const [url, headText] = process.argv.slice(2);
const head = Number(headText);
if (url === undefined || !Number.isInteger(head)) throw new Error('usage: bare-loop.ts URL HEAD');

quietPolkadot();
const api = await ApiPromise.create({
  provider: new WsProvider(url, 1000, {}, 120_000),
  typesBundle: crustTypesBundle,
  noInitWarn: true,
});

const one = async (number: number): Promise<[extrinsics: number, events: number]> => {
  const hash = await api.rpc.chain.getBlockHash(number);
  const { block } = await api.rpc.chain.getBlock(hash);
  const version = await api.rpc.state.getRuntimeVersion(block.header.parentHash);
  const at = await api.at(hash, version);
  const events = (await at.query.system?.events?.()) as unknown as { length: number };
  return [block.extrinsics.length, events.length];
};

const since = performance.now();
const cpuSince = process.cpuUsage();
let extrinsics = 0;
let events = 0;
for (let from = 1; from <= head; from += AT_ONCE) {
  const numbers = Array.from({ length: Math.min(AT_ONCE, head - from + 1) }, (_, i) => from + i);
  for (const [x, e] of await Promise.all(numbers.map(one))) {
    extrinsics += x;
    events += e;
  }
}
const seconds = (performance.now() - since) / 1000;
const { user, system } = process.cpuUsage(cpuSince);
const cpuMs = (user + system) / 1000;
console.log(JSON.stringify({ blocks: head, seconds, cpuMs, extrinsics, events }));
await api.disconnect();
