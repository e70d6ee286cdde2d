'use strict';

/** twox128("System") ++ twox128("Events") */
const EVENTS_KEY = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7';

/**
 * The API that the node's own fetch is handed for a batch: it answers just what is asked of it. The runtime of each block
 * is asked of the chain, at the block's parent. (The node takes it from a variable that fetches running at the same time
 * also write, so that blocks around an upgrade may get their neighbour's.)
 */
const leanApi = (api) => {
  const { provider } = api._rpcCore;
  const registries = new Map();
  const specs = new Map();
  const registryOf = async (hash, parentHash) => {
    const { specName, specVersion } = await provider.send('state_getRuntimeVersion', [parentHash]);
    specs.set(parentHash, specVersion);
    const version = api.registry.createType('RuntimeVersionPartial', { specName, specVersion });
    const { registry } = await api.getBlockRegistry(hash.toU8a(), version);
    registries.set(hash.toHex(), registry);
    return registry;
  };
  return {
    rpc: {
      chain: {
        getBlockHash: async (height) =>
          api.registry.createType('BlockHash', await provider.send('chain_getBlockHash', [height])),
        getBlock: async (hash) => {
          const raw = await provider.send('chain_getBlock', [hash.toHex()]);
          if (!raw) throw new Error(`the chain has no block ${hash.toHex()}`);
          return (await registryOf(hash, raw.block.header.parentHash)).createType('SignedBlock', raw);
        },
      },
      state: {
        getRuntimeVersion: async (parentHash) => {
          const specVersion = specs.get(parentHash.toHex());
          return { specVersion: { toNumber: () => specVersion } };
        },
      },
    },
    query: {
      system: {
        events: {
          at: async (hash) => {
            const raw = await provider.send('state_getStorage', [EVENTS_KEY, hash.toHex()]);
            return registries.get(hash.toHex()).createType('Vec<EventRecord>', raw ?? '0x00');
          },
        },
      },
    },
  };
};

/** Fetching a block asks for its events through a whole API decorated for that block; a lean one is enough. */
exports.leanFetch = (substrate) => {
  const { fetchBlocksBatches } = substrate;
  if (typeof fetchBlocksBatches !== 'function') {
    throw new Error('this version of @subql/node has no fetchBlocksBatches: indexer/node must be looked at again');
  }
  substrate.fetchBlocksBatches = (api, heights) => fetchBlocksBatches(leanApi(api), heights, undefined);
};
