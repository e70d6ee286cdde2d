import type { ChainProfile } from '@moho/protocol/base';
import type { SpecVersion } from '../../codec/metadata';
import type { Hex } from '../../codec/scale';
import { type StateStore, stateStore } from '../../state';
import { headerHash } from '../header';
import type { Header } from '../source';
import { isSent, standIn, unsent } from './absent-calls';
import type { Economy } from './economy';
import type { EventRecord } from './framework/events';
import { buildBlock, genesisHeader } from './framework/executive';
import { type SignedExtrinsic, type SigningContext, signExtrinsic } from './framework/extrinsic';
import type { Refusal } from './framework/refusal';
import { rngOf } from './framework/rng';
import { createRuntime, type Runtime } from './framework/runtime';
import type { RawState } from './framework/store';
import { installPallets } from './pallets/pallets';
import { CODE_KEY, codeOf, knownSpec, runtimeOf, specOfCode } from './runtimes';
import { upgrader } from './upgrade';

export interface ChainOptions {
  readonly seed: number;
  readonly profile: ChainProfile;
  /** ms since 1970 of block 0 */
  readonly genesisTimeMs: number;
  /** runtime of the genesis */
  readonly specVersion: number;
  readonly transactionVersion: number;
  /** runtime upgrades of the scenario, by the block that carries them */
  readonly upgrades?: ReadonlyMap<number, SpecVersion>;
  readonly economy: Economy;
  /** tests: stored values become immutable */
  readonly freeze?: boolean;
}

/** A chain in memory: genesis made, blocks added one by one, state kept at every block. */
export interface Chain {
  /** the runtime that makes the next block; another one after an upgrade */
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
  /** the runtime whose state a block leaves: metadata and version as a node answers them at that block */
  specAt(block: number): SpecVersion;
  /**
   * Makes the next block; `submitted` follows the economy's own extrinsics, then an upgrade to `upgradeTo`.
   * Returns what could not be included.
   */
  produce(
    submitted?: readonly SignedExtrinsic[],
    upgradeTo?: SpecVersion,
  ): readonly { extrinsic: SignedExtrinsic; why: Refusal }[];
}

export function createChain(options: ChainOptions): Chain {
  const { seed, profile, genesisTimeMs, economy } = options;
  const firstSpec = knownSpec(options.specVersion);
  const history = stateStore();
  const beneath: RawState = {
    get: (key) => history.latest(key),
    keys: (prefix) => history.keysPaged(prefix, Number.POSITIVE_INFINITY, null, Number.POSITIVE_INFINITY),
  };
  const runtimeFor = (version: SpecVersion) =>
    createRuntime({ profile, beneath, spec: runtimeOf(version), install: installPallets, freeze: options.freeze });
  let runtime = runtimeFor(firstSpec);
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
    const spec = specAt(header.number);
    if (spec === runtime.spec.version) return;
    const { records } = runtime.events;
    runtime = runtimeFor(spec);
    runtime.events.records.push(...records);
  }
  function specAt(block: number): SpecVersion {
    const spec = specOfCode(history.get(CODE_KEY, block) ?? '0x');
    if (spec === undefined) throw new Error(`block ${block} has no runtime`);
    return spec;
  }
  function at<T>(list: readonly T[], block: number): T {
    const item = list[block];
    if (item === undefined) throw new Error(`block ${block} is not there, the head is ${list.length - 1}`);
    return item;
  }

  runtime.pallets.system.genesis(options.specVersion, 'crust');
  runtime.pallets.code.genesis(codeOf(firstSpec));
  runtime.pallets.transactionPayment.genesis();
  economy.genesis(runtime, seed);
  const root = upgrader(seed);
  root.genesis(runtime);
  runtime.events.records.length = 0;
  append(genesisHeader(JSON.stringify({ seed, profile, genesisTimeMs, specVersion: options.specVersion })), []);
  const genesisHash = at(hashes, 0);

  const signing: SigningContext = {
    get specVersion() {
      return runtime.spec.version;
    },
    transactionVersion: options.transactionVersion,
    genesisHash,
    get callCodec() {
      return runtime.callCodec;
    },
    hashOf: (block) => hashes[block],
  };

  return {
    get runtime() {
      return runtime;
    },
    history,
    signing,
    genesisHash,
    head: () => headers.length - 1,
    header: (block) => at(headers, block),
    hash: (block) => at(hashes, block),
    body: (block) => at(bodies, block),
    numberOf: (hash) => numbers.get(hash),
    timestampMs: (block) => genesisTimeMs + block * profile.blockTimeMs,
    specAt,
    produce(submitted = [], upgradeTo = options.upgrades?.get(headers.length)) {
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
            if (call.def.index === undefined) {
              standIn(runtime, call);
              return unsent(call, who.account);
            }
            const nonce = nonces.get(who.account) ?? runtime.pallets.system.account.get(who.account).nonce;
            nonces.set(who.account, nonce + 1);
            return signExtrinsic(signing, who, call, nonce, tip);
          },
        });
        const upgrade = upgradeTo === undefined ? [] : root.extrinsics(runtime, signing, upgradeTo);
        return [...own.filter(isSent), ...submitted, ...upgrade];
      };
      if (upgradeTo !== undefined) root.schedule(runtime, number, upgradeTo);
      const slot = firstSlot + number;
      const built = buildBlock(
        runtime,
        { number, parentHash: at(hashes, number - 1), timestampMs, slot, authority },
        asked,
      );
      previousEvents = [...runtime.events.records];
      append(built.header, built.extrinsics);
      return built.refused;
    },
  };
}
