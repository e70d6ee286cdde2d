import { MAINNET_PROFILE } from '@moho/protocol/base';
import { blake2_256, storagePrefix, twox64 } from '../codec/hash';
import { accountId, bytes, encodeHex, option, struct, u32, u64 } from '../codec/scale';
import { InputError } from '../input-error';
import { headerHash } from '../source/header';
import { accountKey } from '../source/nonce';
import type { BlockProducer, ChainSource, Header, Hex, PoolFate, RuntimeVersion } from '../source/source';
import { stateStore } from '../state';
import { timestampSet, tinyMetadata } from './metadata';

const ZERO: Hex = `0x${'00'.repeat(32)}`;
/** System.Events with one ExtrinsicSuccess of extrinsic 0 */
const ONE_SUCCESS: Hex = '0x04000000000000000000000000000000020000';
const identity = struct({ anchor: bytes, deadline: u64, group: option(accountId) });

export const EVENTS_KEY = storagePrefix('System', 'Events');
export const NUMBER_KEY = storagePrefix('System', 'Number');
export const IDENTITIES = storagePrefix('Swork', 'Identities');
export const account = (n: number): Hex => `0x${n.toString(16).padStart(64, '0')}`;
export const identityKey = (who: Hex): Hex => `${IDENTITIES}${twox64(who).slice(2)}${who.slice(2)}`;

type Write = [Hex, Hex | null];

export interface TestChain extends ChainSource, BlockProducer {
  /** what each block wrote, the genesis at index 0 */
  readonly writes: Write[][];
  /** blocks that stay unfinalized at the head */
  finalityLag: number;
  paused: boolean;
}

/** One identity per block: account n is registered in block n, reports once more in block n + 1, leaves in n + 3. */
function blockWrites(number: number): Write[] {
  const stored = (n: number, deadline: number): Write => [
    identityKey(account(n)),
    encodeHex(identity, { anchor: '0x0a0b', deadline: BigInt(deadline), group: n % 2 ? account(1) : null }),
  ];
  return [
    [NUMBER_KEY, encodeHex(u32, number)],
    [EVENTS_KEY, ONE_SUCCESS],
    [storagePrefix('Timestamp', 'Now'), encodeHex(u64, BigInt(number) * 6000n)],
    stored(number, 0),
    ...(number > 1 ? [stored(number - 1, number)] : []),
    ...(number > 3 ? [[identityKey(account(number - 3)), null] as Write] : []),
  ];
}

/**
 * A chain for tests, which makes blocks when told. Block `upgradeAt` carries a runtime upgrade: version and metadata
 * at its hash are those of spec 25 already. An extrinsic is accepted when its last byte is not 0xff.
 */
export function testChain(upgradeAt = Number.POSITIVE_INFINITY): TestChain {
  const state = stateStore();
  const headers: Header[] = [];
  const hashes: Hex[] = [];
  const bodies: Hex[][] = [];
  const writes: Write[][] = [];
  const listeners = new Set<(block: number, since: number) => void>();
  const poolListeners = new Set<(extrinsic: Hex, fate: PoolFate) => void>();
  let pool: Hex[] = [];
  const metadata = [tinyMetadata(), tinyMetadata('Added')] as const;
  const version = (specVersion: number): RuntimeVersion => ({
    specName: 'crust',
    implName: 'crustio-crust',
    authoringVersion: 1,
    specVersion,
    implVersion: 1,
    apis: [['0xdf6acb689907609b', 3]],
    transactionVersion: 1,
  });

  const append = (extrinsics: Hex[], changes: Write[]): void => {
    const number = headers.length;
    const header: Header = {
      parentHash: hashes.at(-1) ?? ZERO,
      number,
      stateRoot: ZERO,
      extrinsicsRoot: blake2_256(`0x${extrinsics.map((each) => each.slice(2)).join('')}`),
      digestLogs: [`0x0642414245340200000000${encodeHex(u64, BigInt(number)).slice(2)}`],
    };
    headers.push(header);
    hashes.push(headerHash(header));
    bodies.push(extrinsics);
    writes.push(changes);
    for (const [key, value] of changes) state.set(number, key, value);
  };
  append([], [[accountKey(account(7)), `0x05000000${'00'.repeat(72)}`]]);

  const chain: TestChain = {
    writes,
    finalityLag: 0,
    paused: false,
    chainName: 'Crust Test',
    properties: { ss58Format: 66, tokenSymbol: 'CRU', tokenDecimals: 12 },
    genesisHash: hashes[0] as Hex,
    profile: MAINNET_PROFILE,
    head: () => headers.length - 1,
    finalized: () => Math.max(0, headers.length - 1 - chain.finalityLag),
    header: (block) => headers[block] as Header,
    blockHash: (block) => hashes[block] as Hex,
    blockNumber: (hash) => (hashes.includes(hash) ? hashes.indexOf(hash) : undefined),
    extrinsics: (block) => bodies[block] as Hex[],
    storage: state.get,
    keysPaged: state.keysPaged,
    metadata: (block) => metadata[block >= upgradeAt ? 1 : 0],
    runtimeVersion: (block) => version(block >= upgradeAt ? 25 : 24),
    retired: () => undefined,
    onImport: (listener) => chain.onBlock((block) => listener(chain.blockHash(block))),
    onBlock(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: () => pool,
    onPool(listener) {
      poolListeners.add(listener);
      return () => poolListeners.delete(listener);
    },
    submit(extrinsic) {
      if (extrinsic.endsWith('ff')) return { ok: false, code: 1010, message: 'Invalid Transaction' };
      pool.push(extrinsic);
      for (const listener of [...poolListeners]) listener(extrinsic, 'ready');
      return { ok: true, hash: blake2_256(extrinsic) };
    },
    queryFee: (extrinsic) =>
      extrinsic === '0x00' ? undefined : { weight: 190_949_000, class: 'normal', partialFee: 1_160_000_127n },
    dryRun: () => ({ applied: '0x0000' }),
    nextNonce: (who) => (who === account(7) ? 5 : 0),
    produce(blocks) {
      for (let made = 0; made < blocks; made += 1) {
        const number = headers.length;
        append([timestampSet(BigInt(number) * 6000n), ...pool], blockWrites(number));
        pool = [];
        for (const listener of [...listeners]) listener(number, number);
      }
    },
    upgrade: () => {
      throw new Error('the test chain has its upgrade at a fixed block');
    },
    pause: () => {
      chain.paused = true;
    },
    resume: () => {
      chain.paused = false;
    },
    fork: () => {
      throw new InputError('this chain never forks');
    },
  };
  return chain;
}
