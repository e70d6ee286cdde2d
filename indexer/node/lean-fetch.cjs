'use strict';

/** twox128("System") ++ twox128("Events") */
const EVENTS_KEY = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7';

/**
 * Fetching a block asks for its events through a whole API decorated for that block, and finds out its runtime by two more
 * requests each time. Where the runtime of a batch is already known, three requests and its registry are enough. The node's
 * own fetch does everything else; it is handed an API that answers just the three questions it asks.
 */
exports.leanFetch = (substrate) => {
  const { fetchBlocksBatches } = substrate;
  if (typeof fetchBlocksBatches !== 'function') {
    throw new Error('this version of @subql/node has no fetchBlocksBatches: indexer/node must be looked at again');
  }
  substrate.fetchBlocksBatches = async (api, heights, specVersion) => {
    if (specVersion === undefined) return fetchBlocksBatches(api, heights, specVersion);
    const { provider } = api._rpcCore;
    const version = api.registry.createType('RuntimeVersionPartial', { specName: api.runtimeVersion.specName, specVersion });
    const known = api._getBlockRegistryViaVersion(null, version);
    // a runtime not met before: the node's own way finds it and keeps its registry
    if (!known) return fetchBlocksBatches(api, heights, specVersion);
    const { registry } = known;
    const lean = {
      rpc: {
        chain: {
          getBlockHash: async (height) => registry.createType('BlockHash', await provider.send('chain_getBlockHash', [height])),
          getBlock: async (hash) => registry.createType('SignedBlock', await provider.send('chain_getBlock', [hash.toHex()])),
        },
        state: api.rpc.state,
      },
      query: {
        system: {
          events: {
            at: async (hash) => {
              const raw = await provider.send('state_getStorage', [EVENTS_KEY, hash.toHex()]);
              return registry.createType('Vec<EventRecord>', raw ?? '0x00');
            },
          },
        },
      },
    };
    return fetchBlocksBatches(lean, heights, specVersion);
  };
};
