import type { ChainProfile } from '@moho/protocol/base';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { isSpecVersion, metadataOfSpec, SPEC_VERSIONS, type SpecVersion, versionOfSpec } from '../../codec/metadata';
import { InputError } from '../../input-error';
import type { BlockProducer, ChainSource, Hex } from '../source';
import { type Chain, createChain } from './chain';
import { withDevAccounts } from './dev-accounts';
import { dryRun } from './dry-run';
import type { Economy } from './economy';
import { crustEconomy } from './economy/index';
import { decodeExtrinsic, readUnverified } from './framework/extrinsic';
import { type Journal, memoryJournal, openJournal } from './journal';
import { createPool } from './pool';

export interface SimulationOptions {
  readonly seed: number;
  /** past blocks made at the first start */
  readonly blocks: number;
  readonly profile: ChainProfile;
  /** time between new blocks while it runs; 0 makes none by itself. Timestamps follow `profile.blockTimeMs` */
  readonly blockTimeMs?: number;
  /** folder of the genesis time and the journal; without it nothing is kept */
  readonly dataDir?: string;
  /** block 0's time; by default such that the last past block is of now */
  readonly genesisTimeMs?: number;
  /** plain transfers added to every block, to measure with */
  readonly busy?: number;
  /** runtime of the genesis; by default the newest, 25 */
  readonly spec?: SpecVersion;
  /** what the people do; by default the whole economy of `economy/` */
  readonly economy?: (seed: number) => Economy;
  readonly onProgress?: (block: number, of: number) => void;
}

export type SimulatedChain = ChainSource & BlockProducer & { close(): void };

const YIELD_EVERY_BLOCKS = 100;

/** A seeded chain that makes its own blocks: the same seed, profile, genesis time and journal give the same hashes. */
export async function simulationSource(options: SimulationOptions): Promise<SimulatedChain> {
  await cryptoWaitReady();
  const { seed, profile, blocks } = options;
  const now = Math.floor(Date.now() / profile.blockTimeMs) * profile.blockTimeMs;
  const genesisTimeMs = options.genesisTimeMs ?? now - blocks * profile.blockTimeMs;
  const fresh = { seed, profile, blocks, genesisTimeMs, ...(options.spec === undefined ? {} : { spec: options.spec }) };
  const journal = options.dataDir === undefined ? memoryJournal(fresh) : openJournal(options.dataDir, fresh);
  const chain = createChain({
    seed,
    profile,
    genesisTimeMs: journal.identity.genesisTimeMs,
    specVersion: journal.identity.spec ?? 25,
    transactionVersion: 1,
    economy: withDevAccounts(options.economy?.(seed) ?? crustEconomy(seed, profile.slotBlocks, { busy: options.busy })),
  });
  await rebuild(chain, journal, options);
  return serveChain(chain, journal, options);
}

/** Makes the past blocks, then those of the journal, and checks that they are the same as last time. */
async function rebuild(chain: Chain, journal: Journal, options: SimulationOptions): Promise<void> {
  const { blocks } = journal.identity;
  const total = blocks + journal.entries.length;
  const differs = (block: number) =>
    new InputError(
      `block ${block} of the chain in ${options.dataDir} comes out differently than when it was made: its data is of another version, remove the folder to begin a new chain`,
    );
  const step = async (block: number) => {
    if (block % YIELD_EVERY_BLOCKS !== 0) return;
    options.onProgress?.(block, total);
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let block = 1; block <= blocks; block++) {
    chain.produce();
    await step(block);
  }
  if (journal.builtHash === undefined) journal.built(chain.hash(blocks));
  else if (journal.builtHash !== chain.hash(blocks)) throw differs(blocks);
  for (const { block, hash, submitted, upgradeTo } of journal.entries) {
    const extrinsics = submitted.map((encoded) => {
      const extrinsic = decodeExtrinsic(chain.signing, encoded, block);
      if ('refused' in extrinsic) throw differs(block);
      return extrinsic;
    });
    chain.produce(extrinsics, upgradeTo);
    if (chain.head() !== block || chain.hash(block) !== hash) throw differs(block);
    await step(block);
  }
}

function serveChain(chain: Chain, journal: Journal, options: SimulationOptions): SimulatedChain {
  const { profile, blockTimeMs = profile.blockTimeMs } = options;
  const pool = createPool(chain);
  const listeners = new Set<(block: number, since: number) => void>();
  let timer: NodeJS.Timeout | undefined;

  function produceOne(upgradeTo?: SpecVersion): void {
    const ready = pool.ready();
    const { spec } = chain.runtime;
    chain.produce(ready, upgradeTo);
    const block = chain.head();
    const submitted = ready.map((x) => x.encoded);
    journal.append({ block, hash: chain.hash(block), submitted, ...(upgradeTo === undefined ? {} : { upgradeTo }) });
    pool.blockMade(chain.body(block));
    // signatures cover the spec version: whoever waits has signed for the old one
    if (chain.runtime.spec !== spec) pool.retract([]);
    for (const listener of [...listeners]) listener(block, block);
  }
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
    finalized: chain.head,
    header: chain.header,
    blockHash: chain.hash,
    blockNumber: chain.numberOf,
    extrinsics: (block) => [...chain.body(block)],
    storage: (key, block) => chain.history.get(key, known(block)),
    keysPaged: (prefix, count, startKey, block) => chain.history.keysPaged(prefix, count, startKey, known(block)),
    metadata: (block) => metadataOfSpec(chain.specAt(known(block)), profile),
    runtimeVersion: (block) => versionOfSpec(chain.specAt(known(block))),
    onBlock(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: () => pool.ready().map((x) => x.encoded),
    onPool: pool.onFate,
    submit: pool.submit,
    queryFee: (encoded) => feeOf(chain, encoded),
    dryRun: (encoded) => dryRun(chain, encoded),
    nextNonce: pool.nextNonce,
    produce(count) {
      for (let i = 0; i < count; i++) produceOne();
    },
    upgrade(version) {
      if (!isSpecVersion(version) || version <= chain.runtime.spec.version) {
        const newer = SPEC_VERSIONS.filter((spec) => spec > chain.runtime.spec.version).join(', ') || 'none';
        throw new InputError(`spec must be newer than ${chain.runtime.spec.version} and known (${newer})`);
      }
      produceOne(version);
    },
    pause() {
      clearInterval(timer);
      timer = undefined;
    },
    resume() {
      if (timer === undefined && blockTimeMs > 0) timer = setInterval(() => produceOne(), blockTimeMs);
    },
    close: () => source.pause(),
  };
  source.resume();
  return source;
}

function feeOf(chain: Chain, encoded: Hex): ReturnType<ChainSource['queryFee']> {
  try {
    const { call, length } = readUnverified(chain.signing, encoded);
    const partialFee = chain.runtime.pallets.transactionPayment.announcedFee(call, length);
    const names = { Normal: 'normal', Operational: 'operational', Mandatory: 'mandatory' } as const;
    return { weight: call.def.weight(call.args), class: names[call.def.class(call.args)], partialFee };
  } catch (error) {
    if (error instanceof Error) return undefined; // bytes that are no extrinsic of this chain have no fee
    throw error;
  }
}
