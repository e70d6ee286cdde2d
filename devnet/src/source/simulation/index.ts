import type { ChainProfile } from '@moho/protocol/base';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { isSpecVersion, metadataOfSpec, SPEC_VERSIONS, type SpecVersion, versionOfSpec } from '../../codec/metadata';
import { InputError } from '../../input-error';
import type { BlockProducer, ChainSource, Hex, RuntimeVersion } from '../source';
import { type Chain, createChain } from './chain';
import { withDevAccounts } from './dev-accounts';
import { dryRun } from './dry-run';
import type { Economy } from './economy';
import { crustEconomy } from './economy/index';
import type { People } from './economy/people';
import { EVERYDAY_SCENARIOS, profileFor, scenariosNamed } from './economy/scenarios';
import { feeOf } from './fee';
import { type ChainIdentity, type Journal, memoryJournal, openJournal } from './journal';
import { createPool } from './pool';
import { producer } from './producer';
import { rebuild } from './rebuild';
import { retiredBlocks } from './retired';
import { checkUpgrades, type Upgrades } from './upgrade';

export interface SimulationOptions {
  readonly seed: number;
  /** past blocks made at the first start */
  readonly blocks: number;
  readonly profile: ChainProfile;
  /** time between new blocks while it runs; 0 makes none by itself. Timestamps follow `profile.blockTimeMs` */
  readonly blockTimeMs?: number;
  /** blocks at the head that are not final and can be forked away; none by default */
  readonly finalityLag?: number;
  /** folder of the genesis time and the journal; without it nothing is kept */
  readonly dataDir?: string;
  /** block 0's time; by default such that the last past block is of now */
  readonly genesisTimeMs?: number;
  /** plain transfers added to every block, to measure with */
  readonly busy?: number;
  /** runtime of the genesis; by default the newest, 25 */
  readonly spec?: SpecVersion;
  /** runtime upgrades that belong to the chain, by the block that carries them */
  readonly upgrades?: Upgrades;
  /** how many live on it: a size by name, or numbers; by default the dozens of the local chain */
  readonly people?: People | undefined;
  /** scenarios by name, played on a small quiet chain unless `people` says otherwise; by default the everyday ones */
  readonly scenarios?: readonly string[] | undefined;
  /** what the people do; by default the whole economy of `economy/` */
  readonly economy?: (seed: number) => Economy;
  readonly onProgress?: (block: number, of: number) => void;
}

export type SimulatedChain = ChainSource & BlockProducer & { close(): void };

/** A seeded chain that makes its own blocks: the same seed, profile, genesis time and journal give the same hashes. */
export async function simulationSource(options: SimulationOptions): Promise<SimulatedChain> {
  await cryptoWaitReady();
  const { seed } = options;
  const profile = profileFor(options.profile, scenariosNamed(options.scenarios ?? []));
  checkUpgrades(options.spec ?? 25, options.upgrades ?? []);
  const fresh = identityOf(options, profile);
  const journal = options.dataDir === undefined ? memoryJournal(fresh) : openJournal(options.dataDir, fresh);
  const chain = createChain({
    seed,
    profile,
    genesisTimeMs: journal.identity.genesisTimeMs,
    specVersion: journal.identity.spec ?? 25,
    transactionVersion: 1,
    upgrades: new Map(journal.identity.upgrades),
    economy: withDevAccounts(options.economy?.(seed) ?? economyOf(options, profile)),
  });
  const parts = partsOf(chain, journal, { ...options, profile });
  await rebuild(chain, parts.producer, journal, options);
  return serveChain(chain, parts, { ...options, profile });
}

function identityOf(options: SimulationOptions, profile: ChainProfile): ChainIdentity {
  const { seed, blocks, spec, upgrades, people, scenarios } = options;
  const now = Math.floor(Date.now() / profile.blockTimeMs) * profile.blockTimeMs;
  const genesisTimeMs = options.genesisTimeMs ?? now - blocks * profile.blockTimeMs;
  return {
    ...{ seed, profile, blocks, genesisTimeMs },
    ...(spec === undefined ? {} : { spec }),
    ...(upgrades === undefined ? {} : { upgrades }),
    ...(people === undefined ? {} : { people }),
    ...(scenarios === undefined ? {} : { scenarios }),
  };
}

/** The people of the chain. Scenarios live by the newest runtime, so that a chain of an older one has none by default. */
function economyOf({ seed, busy, people, scenarios, spec }: SimulationOptions, { slotBlocks }: ChainProfile): Economy {
  if (scenarios !== undefined) {
    return crustEconomy(seed, slotBlocks, { busy, people: people ?? 'few', scenarios: scenariosNamed(scenarios) });
  }
  return crustEconomy(seed, slotBlocks, { busy, people, scenarios: (spec ?? 25) === 25 ? EVERYDAY_SCENARIOS : [] });
}

type Parts = ReturnType<typeof partsOf>;

/** What stands between the chain and the people who talk to it. */
function partsOf(chain: Chain, journal: Journal, { seed, profile, finalityLag = 0 }: SimulationOptions) {
  const pool = createPool(chain);
  const retired = retiredBlocks(chain.numberOf, chain.history);
  const metadata = (block: number): Hex => metadataOfSpec(chain.specAt(block), profile);
  const runtimeVersion = (block: number): RuntimeVersion => versionOfSpec(chain.specAt(block));
  const retire = (block: number) => {
    const { history } = chain;
    retired.add({
      hash: chain.hash(block),
      header: chain.header(block),
      body: chain.body(block),
      metadata: metadata(block),
      runtimeVersion: runtimeVersion(block),
      writes: new Map(history.changedKeys(block).map((key) => [key, history.get(key, block)])),
    });
  };
  const blocks = producer({ seed, chain, pool, journal, retired, retire, finalityLag });
  return { pool, retired, metadata, runtimeVersion, producer: blocks };
}

function serveChain(chain: Chain, parts: Parts, options: SimulationOptions): SimulatedChain {
  const { profile, blockTimeMs = profile.blockTimeMs } = options;
  const { pool, retired, producer } = parts;
  let timer: NodeJS.Timeout | undefined;
  const known = (block: number) => {
    if (!Number.isInteger(block) || block < 0 || block > chain.head())
      throw new Error(`block ${block} is beyond the head ${chain.head()}`);
    return block;
  };

  const source: SimulatedChain = {
    chainName: 'Crust Local',
    properties: { ss58Format: 66, tokenSymbol: 'CRU', tokenDecimals: 12 },
    genesisHash: chain.genesisHash,
    profile,
    head: chain.head,
    finalized: producer.finalized,
    header: chain.header,
    blockHash: chain.hash,
    blockNumber: chain.numberOf,
    extrinsics: (block) => [...chain.body(block)],
    storage: (key, block) => chain.history.get(key, known(block)),
    keysPaged: (prefix, count, startKey, block) => chain.history.keysPaged(prefix, count, startKey, known(block)),
    metadata: (block) => parts.metadata(known(block)),
    runtimeVersion: (block) => parts.runtimeVersion(known(block)),
    retired: retired.view,
    onImport: producer.onImport,
    onBlock: producer.onBest,
    pending: () => pool.ready().map((x) => x.encoded),
    onPool: pool.onFate,
    submit: pool.submit,
    queryFee: (encoded) => feeOf(chain, encoded),
    dryRun: (encoded) => dryRun(chain, encoded),
    nextNonce: pool.nextNonce,
    produce(count) {
      for (let i = 0; i < count; i++) producer.produce();
    },
    fork: producer.fork,
    upgrade(version) {
      if (!isSpecVersion(version) || version <= chain.runtime.spec.version) {
        const newer = SPEC_VERSIONS.filter((spec) => spec > chain.runtime.spec.version).join(', ') || 'none';
        throw new InputError(`spec must be newer than ${chain.runtime.spec.version} and known (${newer})`);
      }
      producer.produce(version);
    },
    pause() {
      clearInterval(timer);
      timer = undefined;
    },
    resume() {
      if (timer === undefined && blockTimeMs > 0) timer = setInterval(() => producer.produce(), blockTimeMs);
    },
    close: () => source.pause(),
  };
  source.resume();
  return source;
}
