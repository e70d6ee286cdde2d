import type { ChainProfile } from '@moho/protocol/base';
import type { SpecVersion } from '../../codec/metadata';
import type { Hex } from '../../codec/scale';
import { type StateStore, stateStore } from '../../state';
import { type Packed, pack, unpack } from '../../state/packed';
import { headerHash } from '../header';
import type { Header } from '../source';
import { isSent, standIn, unsent } from './absent-calls';
import { authorOf, primaryClaim } from './block-author';
import type { BlockEvents, Economy } from './economy';
import type { Extrinsic } from './framework/bare';
import type { Call } from './framework/dispatch';
import type { EventRecord } from './framework/events';
import { type BuiltBlock, buildBlock, genesisHeader, type RefusedExtrinsic } from './framework/executive';
import { type SignedExtrinsic, type SigningContext, signExtrinsic } from './framework/extrinsic';
import type { Signer } from './framework/keys';
import { type Rng, rngOf } from './framework/rng';
import { createRuntime, type Runtime } from './framework/runtime';
import type { RawState } from './framework/store';
import { heartbeats } from './heartbeats';
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
  produce(submitted?: readonly SignedExtrinsic[], upgradeTo?: SpecVersion): readonly RefusedExtrinsic[];
  /**
   * Makes the next block of another branch, named by a text: with these extrinsics alone, the economy is not asked, but
   * may sign anew what named a block that is gone. Returns what found no room.
   */
  produceBranch(
    branch: string,
    extrinsics: readonly SignedExtrinsic[],
    upgradeTo?: SpecVersion,
  ): readonly SignedExtrinsic[];
  /** Forgets every block after `block`, as if they had never been made. The economy keeps its memory. */
  rewind(block: number): void;
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
  const bodies: Packed[][] = [];
  const numbers = new Map<Hex, number>();
  let previousEvents: readonly EventRecord[] = [];
  /** events of a branch's blocks that the economy has not heard of */
  let missed: BlockEvents[] = [];
  /** the economy's extrinsics that found no room yet; submitted ones wait in the pool */
  let late: readonly SignedExtrinsic[] = [];
  const firstSlot = Math.floor(genesisTimeMs / profile.blockTimeMs);

  function append(header: Header, body: Hex[]): void {
    const hash = headerHash(header);
    numbers.set(hash, header.number);
    headers.push(header);
    hashes.push(hash);
    bodies.push(body.map(pack));
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
  runtime.pallets.scheduler.genesis();
  economy.genesis(runtime, seed, (key, value) => history.set(0, key, value));
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

  const isAsleep = (stash: Hex, block: number) => economy.isAsleep?.(stash, block) ?? false;
  const timeOf = (block: number) => genesisTimeMs + block * profile.blockTimeMs;

  /** What the economy sends into block `number`. */
  function ask(number: number, rng: Rng): readonly Extrinsic[] {
    const nonces = new Map<Hex, number>(late.map(({ signer, nonce }) => [signer, nonce + 1]));
    return economy.block({
      block: number,
      timestampMs: timeOf(number),
      runtime,
      pallets: runtime.pallets,
      rng,
      previousEvents,
      missed: missed.filter(({ block }) => block < number - 1),
      hashOf: (block) => runtime.pallets.system.hashOf(block),
      sign(who, call, tip) {
        if (call.def.index === undefined) {
          const instead = standIn(runtime, call);
          return instead === undefined ? unsent(call, who.account) : this.sign(root.key, instead);
        }
        const nonce = nonces.get(who.account) ?? runtime.pallets.system.account.get(who.account).nonce;
        nonces.set(who.account, nonce + 1);
        return signExtrinsic(signing, who, call, nonce, tip);
      },
    });
  }

  /** An extrinsic of another branch as its sender makes it on this one. */
  function remade(sent: SignedExtrinsic): SignedExtrinsic {
    const branch = {
      hashOf: (block: number) => runtime.pallets.system.hashOf(block),
      sign: (who: Signer, call: Call) => signExtrinsic(signing, who, call, sent.nonce, sent.tip),
    };
    return economy.remade?.(sent, branch) ?? sent;
  }

  /** @param vrf the author's claim, on a branch that wins over another */
  function add(
    rng: Rng,
    upgradeTo: SpecVersion | undefined,
    vrf: Hex | undefined,
    extrinsics: () => readonly Extrinsic[],
  ): BuiltBlock {
    const number = headers.length;
    const authority = authorOf(runtime, rng, (stash) => isAsleep(stash, number));
    if (upgradeTo !== undefined) root.schedule(runtime, number, upgradeTo);
    const parentHash = at(hashes, number - 1);
    const params = { number, parentHash, timestampMs: timeOf(number), slot: firstSlot + number, authority };
    const built = buildBlock(runtime, { ...params, ...(vrf === undefined ? {} : { vrf }) }, extrinsics);
    previousEvents = [...runtime.events.records];
    append(built.header, built.extrinsics);
    return built;
  }

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
    body: (block) => at(bodies, block).map(unpack),
    numberOf: (hash) => numbers.get(hash),
    timestampMs: timeOf,
    specAt,
    produce(submitted = [], upgradeTo = options.upgrades?.get(headers.length)) {
      const number = headers.length;
      const rng = rngOf(`${seed}/${number}`);
      const { spec } = runtime;
      const built = add(rng, upgradeTo, undefined, () => {
        const beats = heartbeats(runtime, number, (stash) => isAsleep(stash, number));
        const asked = [...late, ...ask(number, rng).filter(isSent)];
        const upgrade = upgradeTo === undefined ? [] : root.extrinsics(runtime, signing, upgradeTo, asked);
        return [...beats, ...asked, ...submitted, ...upgrade];
      });
      missed = [];
      const others = new Set(submitted);
      // a signature covers the spec version
      late = runtime.spec === spec ? built.putOff.filter((extrinsic) => !others.has(extrinsic)) : [];
      return built.refused;
    },
    produceBranch(branch, extrinsics, upgradeTo) {
      const rng = rngOf(`${seed}/${headers.length}/${branch}`);
      const { putOff } = add(rng, upgradeTo, primaryClaim(rng), () => extrinsics.map(remade));
      // the last block's events are heard as those of any other
      missed.push({ block: headers.length - 1, events: previousEvents });
      return putOff;
    },
    rewind(block) {
      at(headers, block);
      for (const gone of hashes.splice(block + 1)) numbers.delete(gone);
      headers.length = block + 1;
      bodies.length = block + 1;
      history.truncate(block);
      late = [];
      previousEvents = [];
      missed = missed.filter((each) => each.block <= block);
      const spec = specAt(block);
      if (spec === runtime.spec.version) runtime.store.forget();
      else runtime = runtimeFor(spec);
    },
  };
}
