import { blake2_256 } from '../codec/hash';
import { type BlockView, bestView } from '../source/block-view';
import type { ChainSource, Hex } from '../source/source';
import { invalidParams, RpcError } from './errors';
import { blockParam, type Params, stateParam } from './params';
import { alias, type Method, type Methods, type Start, subscription } from './registry';
import { stateCall } from './state-call';

/** A node refuses longer pages. */
const MAX_PAGE = 1000;

type Change = [key: Hex, value: Hex | null];

/** Storage change sets of `from`..`to`: every key in the first block, afterwards only what differs. */
function changeSets(keys: Hex[], blocks: Iterable<BlockView>): { block: Hex; changes: Change[] }[] {
  const last = new Map<Hex, Hex | null>();
  const sets: { block: Hex; changes: Change[] }[] = [];
  for (const block of blocks) {
    const changes = changesAt(block, keys, last);
    if (changes.length > 0) sets.push({ block: block.hash, changes });
  }
  return sets;
}

/** The keys whose value differs from `last` (or is not in it), which is brought up to date. */
function changesAt(block: BlockView, keys: Hex[], last: Map<Hex, Hex | null>): Change[] {
  const changes: Change[] = [];
  for (const key of keys) {
    const value = block.storage(key);
    if (last.get(key) === value) continue;
    last.set(key, value);
    changes.push([key, value]);
  }
  return changes;
}

const storageNow: Start = (params, source, notify) => {
  if (!params.given(0)) throw invalidParams('parameter 1 (keys) must list the keys to watch');
  const keys = params.bytesList(0, 'keys');
  const last = new Map<Hex, Hex | null>();
  const tell = (number: number): void => {
    const block = bestView(source, number);
    const changes = changesAt(block, keys, last);
    if (changes.length > 0) notify({ block: block.hash, changes });
  };
  tell(source.head());
  return source.onBlock(tell);
};

const runtimeNow: Start = (_params, source, notify) => {
  let last = source.runtimeVersion(source.head());
  notify(last);
  return source.onBlock((block) => {
    const version = source.runtimeVersion(block);
    if (version.specVersion !== last.specVersion || version.specName !== last.specName) notify(version);
    last = version;
  });
};

const valueAt = (params: Params, source: ChainSource): Hex | null =>
  stateParam(source, params, 1).storage(params.bytes(0, 'key'));

const keysPaged: Method = (params, { source }) => {
  const prefix = params.given(0) ? params.bytes(0, 'prefix') : '0x';
  const count = params.count(1, 'count');
  if (count > MAX_PAGE) throw new RpcError(4002, `count exceeds maximum value. value: ${count}, max: ${MAX_PAGE}`);
  const startKey = params.given(2) ? params.bytes(2, 'start key') : null;
  return stateParam(source, params, 3).keysPaged(prefix, count, startKey);
};

function* blocksOf(source: ChainSource, from: number, to: number): Iterable<BlockView> {
  for (let number = from; number <= to; number += 1) yield bestView(source, number);
}

const queryStorage: Method = (params, { source }) => {
  const keys = params.bytesList(0, 'keys');
  if (!params.given(1)) throw invalidParams('parameter 2 (from block) must be a block hash');
  const from = blockParam(source, params, 1);
  const to = blockParam(source, params, 2);
  // a range runs along one branch, which here is the best
  const onBest = [from, to].every(({ hash }) => source.blockNumber(hash) !== undefined);
  if (!onBest || from.number > to.number) {
    throw new RpcError(4001, `Cannot resolve a block range ['${from.number}' ... '${to.number}]`);
  }
  return changeSets(keys, blocksOf(source, from.number, to.number));
};

/** state_*: storage, metadata and runtime at any block. */
export const stateMethods: Methods = {
  ...alias(['state_getStorage', 'state_getStorageAt'], (params, { source }) => valueAt(params, source)),
  ...alias(['state_getStorageHash', 'state_getStorageHashAt'], (params, { source }) => {
    const value = valueAt(params, source);
    return value === null ? null : blake2_256(value);
  }),
  ...alias(['state_getStorageSize', 'state_getStorageSizeAt'], (params, { source }) => {
    const value = valueAt(params, source);
    return value === null ? null : value.length / 2 - 1;
  }),
  state_queryStorageAt: (params, { source }) => {
    const block = stateParam(source, params, 1);
    return changeSets(params.bytesList(0, 'keys'), [block]);
  },
  state_queryStorage: queryStorage,
  state_getKeys: (params, { source }) =>
    stateParam(source, params, 1).keysPaged(params.bytes(0, 'prefix'), Number.MAX_SAFE_INTEGER, null),
  ...alias(['state_getKeysPaged', 'state_getKeysPagedAt'], keysPaged),
  state_getMetadata: (params, { source }) => stateParam(source, params, 0).metadata(),
  ...alias(['state_getRuntimeVersion', 'chain_getRuntimeVersion'], (params, { source }) =>
    stateParam(source, params, 0).runtimeVersion(),
  ),
  ...alias(['state_call', 'state_callAt'], (params, { source }) =>
    stateCall(source, params.text(0, 'method'), params.bytes(1, 'data'), stateParam(source, params, 2)),
  ),
  ...subscription(
    {
      notification: 'state_runtimeVersion',
      subscribe: ['state_subscribeRuntimeVersion', 'chain_subscribeRuntimeVersion'],
      unsubscribe: ['state_unsubscribeRuntimeVersion', 'chain_unsubscribeRuntimeVersion'],
    },
    runtimeNow,
  ),
  ...subscription(
    {
      notification: 'state_storage',
      subscribe: ['state_subscribeStorage'],
      unsubscribe: ['state_unsubscribeStorage'],
    },
    storageNow,
  ),
};
