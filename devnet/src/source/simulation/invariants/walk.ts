import { DEVNET_PROFILE } from '@moho/protocol/base';
import { metadataOfSpec, versionOfSpec } from '../../../codec/metadata';
import { decodeChain } from '../../../test-support/decode-chain';
import { type Chain, createChain } from '../chain';
import { crustEconomy } from '../economy/index';
import { EVERYDAY_SCENARIOS } from '../economy/scenarios';
import { brokenBooks } from './books';
import { eventsThatLie, eventsWithoutWrite } from './events';
import { sweepWatch } from './sweeps';

/** The local chain of a seed with everything that lives on it. */
export function localChain(seed: number): Chain {
  return createChain({
    seed,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy: crustEconomy(seed, DEVNET_PROFILE.slotBlocks, { scenarios: EVERYDAY_SCENARIOS }),
    freeze: true,
  });
}

export interface Walk {
  readonly seed: number;
  readonly blocks: number;
  /** each with its block; empty when everything held after every block */
  readonly problems: readonly string[];
  /** how often the totals of a sweep could be compared with the rows */
  readonly sweeps: number;
}

/** Makes blocks one by one and looks at everything that must hold after each. */
export function walk(seed: number, blocks: number): Walk {
  const chain = localChain(seed);
  const problems: string[] = [];
  const sweepProblems = sweepWatch(chain);
  let sweeps = 0;
  for (let block = 1; block <= blocks; block++) {
    const refused = chain.produce().map(({ extrinsic, why }) => `${extrinsic.call.def.name} was refused: ${why.data}`);
    if (chain.runtime.events.records.some((e) => e.name === 'UpdateStakeLimitSuccess')) sweeps += 1;
    const lies = eventsThatLie(chain).map((name) => `${name} is not so`);
    const silent = eventsWithoutWrite(chain).map((name) => `${name} without a write`);
    const found = [...brokenBooks(chain), ...sweepProblems(), ...lies, ...silent, ...refused];
    problems.push(...found.map((what) => `block ${block}: ${what}`));
  }
  return { seed, blocks, problems, sweeps };
}

/** What polkadot.js cannot read with the chain's own metadata, or writes back differently: state at the head, every block. */
export function unreadable(chain: Chain): string[] {
  const source = {
    head: chain.head,
    extrinsics: (block: number) => [...chain.body(block)],
    storage: chain.history.get,
    keysPaged: chain.history.keysPaged,
    metadata: (block: number) => metadataOfSpec(chain.specAt(block), chain.runtime.profile),
    runtimeVersion: (block: number) => versionOfSpec(chain.specAt(block)),
  };
  const all = Array.from({ length: chain.head() }, (_, i) => i + 1);
  return decodeChain(source, all).problems;
}

/** Where two chains of one seed differ: their hashes, or a value at the head. */
export function differences(a: Chain, b: Chain): string[] {
  const head = a.head();
  const out: string[] = [];
  for (let block = 0; block <= head; block++) if (a.hash(block) !== b.hash(block)) out.push(`hash of block ${block}`);
  const keys = (chain: Chain) => chain.history.keysPaged('0x', Number.POSITIVE_INFINITY, null, head);
  for (const key of new Set([...keys(a), ...keys(b)])) {
    if (a.history.get(key, head) !== b.history.get(key, head)) out.push(`value of ${key}`);
  }
  return out;
}
