import { join } from 'node:path';
import { MAINNET_PROFILE } from '@moho/protocol/base';
import { versionOfSpec } from '../../codec/metadata';
import { InputError } from '../../input-error';
import { type StateStore, stateStore } from '../../state';
import { accountKey, nonceOf } from '../nonce';
import type { ChainSource, Header, Hex, RuntimeVersion } from '../source';
import { isWrite, type RecordedBlock, recordedBlock } from './blocks';
import { type ChainFile, type RecordedRuntime, readChainFile } from './chain-file';
import { jsonLines } from './lines';

const ZERO_HASH: Hex = `0x${'00'.repeat(32)}`;

/**
 * The chain recorded in `folder` (`chain.json`, `genesis.ndjson.gz`, `blocks.ndjson.gz`), served byte for byte: the
 * same hashes, headers, extrinsics and state at every block. It makes no blocks and takes no transactions.
 * Throws `InputError` with one sentence when the folder is not a whole recording.
 */
export async function recordingSource(folder: string): Promise<ChainSource> {
  const chain = readChainFile(folder);
  const state = stateStore();
  await loadGenesis(join(folder, 'genesis.ndjson.gz'), state);
  const blocks = await loadBlocks(join(folder, 'blocks.ndjson.gz'), chain, state);
  return replay(chain, blocks, state);
}

async function loadGenesis(path: string, state: StateStore): Promise<void> {
  for await (const { line, value } of jsonLines(path)) {
    if (!isWrite(value))
      throw new InputError(`genesis.ndjson.gz, line ${line}, is not a [key, value] pair of hex strings`);
    state.set(0, ...value);
  }
  if (state.lastBlock() < 0) throw new InputError(`${path} holds no state`);
}

/** Block n stands at index n; index 0 is the genesis, of which a recording keeps the hash and the state only. */
async function loadBlocks(path: string, chain: ChainFile, state: StateStore): Promise<Omit<RecordedBlock, 'diff'>[]> {
  if (chain.firstBlock !== 1) throw new InputError(`a recording starts at block 1, this one at ${chain.firstBlock}`);
  const genesis: Header = {
    parentHash: ZERO_HASH,
    number: 0,
    stateRoot: ZERO_HASH,
    extrinsicsRoot: ZERO_HASH,
    digestLogs: [],
  };
  const blocks = [{ hash: chain.genesisHash, header: genesis, extrinsics: [] as Hex[] }];
  let parent = chain.genesisHash;
  for await (const { value } of jsonLines(path)) {
    const number = blocks.length;
    const { hash, header, extrinsics, diff } = recordedBlock(value, number, parent);
    for (const [key, written] of diff) state.set(number, key, written);
    blocks.push({ hash, header, extrinsics });
    parent = hash;
  }
  if (blocks.length - 1 !== chain.lastBlock) {
    throw new InputError(`chain.json says the last block is ${chain.lastBlock}, ${path} ends at ${blocks.length - 1}`);
  }
  return blocks;
}

function replay(chain: ChainFile, blocks: Omit<RecordedBlock, 'diff'>[], state: StateStore): ChainSource {
  const head = blocks.length - 1;
  const numbers = new Map(blocks.map(({ hash }, number) => [hash, number]));
  const versions = new Map(chain.runtimes.map((runtime) => [runtime, versionOfSpec(runtime.specVersion)]));
  const blockAt = (number: number) => {
    const block = blocks[number];
    if (block === undefined) throw new Error(`block ${number} is beyond the recording's last block ${head}`);
    return block;
  };
  const stateAt = (number: number): StateStore => {
    blockAt(number);
    return state;
  };
  return {
    chainName: chain.chain,
    properties: chain.properties,
    genesisHash: chain.genesisHash,
    profile: MAINNET_PROFILE,
    head: () => head,
    finalized: () => head,
    header: (block) => blockAt(block).header,
    blockHash: (block) => blockAt(block).hash,
    blockNumber: (hash) => numbers.get(hash),
    extrinsics: (block) => blockAt(block).extrinsics,
    storage: (key, block) => stateAt(block).get(key, block),
    keysPaged: (prefix, count, startKey, block) => stateAt(block).keysPaged(prefix, count, startKey, block),
    metadata: (block) => runtimeAfter(chain.runtimes, blockAt(block).header.number).metadata,
    runtimeVersion: (block) =>
      versions.get(runtimeAfter(chain.runtimes, blockAt(block).header.number)) as RuntimeVersion,
    retired: () => undefined,
    onImport: () => () => undefined,
    onBlock: () => () => undefined,
    pending: () => [],
    onPool: () => () => undefined,
    submit: () => ({
      ok: false,
      code: 1010,
      message: 'A recording takes no transactions: its blocks are already made',
    }),
    queryFee: () => undefined,
    dryRun: () => ({ trouble: 'a recording runs nothing' }),
    nextNonce: (account) => nonceOf(state.latest(accountKey(account))),
  };
}

/**
 * The runtime that a block's own state holds: the one that executes the *next* block. The block that carries
 * `set_code` is still executed by the old runtime, but at its hash version and metadata already answer the new one.
 */
function runtimeAfter(runtimes: RecordedRuntime[], block: number): RecordedRuntime {
  const runtime = runtimes.findLast(({ fromBlock }) => fromBlock <= block + 1) ?? runtimes[0];
  return runtime as RecordedRuntime;
}
