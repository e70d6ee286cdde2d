'use strict';
const { expectMethod } = require('./expect-method.cjs');

/** The API a handler gets for a block: the registry that decodes it, and two state methods pinned to its hash, or a past one. */
exports.pinApi = ({ ApiService }) => {
  expectMethod(ApiService, 'getPatchedApi');
  ApiService.prototype.getPatchedApi = async function getPinnedApi(header, runtimeVersion) {
    const { api } = this;
    const hash = header.hash.toHex();
    this._currentBlockHash = hash;
    this._currentBlockNumber = header.number.toNumber();
    const { registry } = await api.getBlockRegistry(header.hash, runtimeVersion);
    const send = (method, params) => api._rpcCore.provider.send(method, params, false);
    return {
      registry,
      rpc: {
        state: {
          queryStorageAt: async (keys, at = hash) => {
            const [set] = await send('state_queryStorageAt', [Array.from(keys), at]);
            const values = new Map(set?.changes ?? []);
            // the empty text stands for "no value", as in the joined answers of the full API
            return Array.from(keys, (key) => values.get(key) ?? '');
          },
          getKeysPaged: (prefix, count, startKey) =>
            send('state_getKeysPaged', [prefix, count, startKey ?? null, hash]),
        },
      },
    };
  };
};
