import type { ChainProfile } from '@moho/protocol/base';
import type { Hex } from '../../codec/scale';
import { type StateStore, stateStore } from '../../state';
import { headerHash } from '../header';
import type { Header } from '../source';
import type { Economy } from './economy';
import type { EventRecord } from './framework/events';
import { buildBlock, genesisHeader } from './framework/executive';
import { type SignedExtrinsic, type SigningContext, signExtrinsic } from './framework/extrinsic';
import type { Refusal } from './framework/refusal';
import { rngOf } from './framework/rng';
import { createRuntime, type Runtime } from './framework/runtime';
import type { RawState } from './framework/store';
import { installPallets } from './pallets/pallets';

export interface ChainOptions {
  readonly seed: number;
  readonly profile: ChainProfile;
  /** ms since 1970 of block 0 */
  readonly genesisTimeMs: number;
  readonly specVersion: number;
  readonly transactionVersion: number;
  readonly economy: Economy;
  /** tests: stored values become immutable */
  readonly freeze?: boolean;
}

/** A chain in memory: genesis made, blocks added one by one, state kept at every block. */
export interface Chain {
  readonly runtime: Runtime;
  readonly history: StateStore;
  readonly signing: SigningContext;
  readonly genesisHash: Hex;
  head(): number;
  header(block: number): Header;
  hash(block: number): Hex;
  body(block: number): Hex[];
  numberOf(hash: Hex): number | undefined;
  timestampMs(block: number): number;
  /** Makes the next block; `submitted` follows the economy's own extrinsics. Returns those that could not be included. */
  produce(submitted?: readonly SignedExtrinsic[]): readonly { extrinsic: SignedExtrinsic; why: Refusal }[];
}

export function createChain(options: ChainOptions): Chain {
  const { seed, profile, genesisTimeMs, economy } = options;
  const history = stateStore();
  const beneath: RawState = {
    get: (key) => history.latest(key),
    keys: (prefix) => history.keysPaged(prefix, Number.POSITIVE_INFINITY, null, Number.POSITIVE_INFINITY),
  };
  const runtime = createRuntime({ profile, beneath, install: installPallets, freeze: options.freeze });
  const headers: Header[] = [];
  const hashes: Hex[] = [];
  const bodies: Hex[][] = [];
  const numbers = new Map<Hex, number>();
  let previousEvents: readonly EventRecord[] = [];
  const firstSlot = Math.floor(genesisTimeMs / profile.blockTimeMs);

  function append(header: Header, body: Hex[]): void {
    const hash = headerHash(header);
    numbers.set(hash, header.number);
    headers.push(header);
    hashes.push(hash);
    bodies.push(body);
    runtime.store.flush((key, value) => history.set(header.number, key, value));
  }
  function at<T>(list: readonly T[], block: number): T {
    const item = list[block];
    if (item === undefined) throw new Error(`block ${block} is not there, the head is ${list.length - 1}`);
    return item;
  }

  runtime.pallets.system.genesis(options.specVersion, 'crust');
  runtime.pallets.transactionPayment.genesis();
  economy.genesis(runtime, seed);
  runtime.events.records.length = 0;
  append(genesisHeader(JSON.stringify({ seed, profile, genesisTimeMs, specVersion: options.specVersion })), []);
  const genesisHash = at(hashes, 0);

  const signing: SigningContext = {
    specVersion: options.specVersion,
    transactionVersion: options.transactionVersion,
    genesisHash,
    callCodec: runtime.callCodec,
    hashOf: (block) => hashes[block],
  };

  return {
    runtime,
    history,
    signing,
    genesisHash,
    head: () => headers.length - 1,
    header: (block) => at(headers, block),
    hash: (block) => at(hashes, block),
    body: (block) => at(bodies, block),
    numberOf: (hash) => numbers.get(hash),
    timestampMs: (block) => genesisTimeMs + block * profile.blockTimeMs,
    produce(submitted = []) {
      const number = headers.length;
      const timestampMs = genesisTimeMs + number * profile.blockTimeMs;
      const validators = runtime.pallets.session.validators.get().length;
      const rng = rngOf(`${seed}/${number}`);
      const authority = validators > 0 ? rng.below(validators) : 0;
      const nonces = new Map<Hex, number>();
      const asked = () => {
        const own = economy.block({
          block: number,
          timestampMs,
          runtime,
          pallets: runtime.pallets,
          rng,
          previousEvents,
          hashOf: (block) => runtime.pallets.system.hashOf(block),
          sign(who, call, tip) {
            const nonce = nonces.get(who.account) ?? runtime.pallets.system.account.get(who.account).nonce;
            nonces.set(who.account, nonce + 1);
            return signExtrinsic(signing, who, call, nonce, tip);
          },
        });
        return [...own, ...submitted];
      };
      const slot = firstSlot + number;
      const built = buildBlock(
        runtime,
        { number, parentHash: at(hashes, number - 1), timestampMs, slot, authority },
        asked,
      );
      append(built.header, built.extrinsics);
      previousEvents = [...runtime.events.records];
      return built.refused;
    },
  };
}
