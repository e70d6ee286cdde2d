'use strict';
const { expectMethod } = require('./expect-method.cjs');

/** Hash of the block the index holds at a height; undefined when it holds none. */
const indexedHash = async (service, height) => {
  if (service.newest?.blockHeight === height) return service.newest.blockHash;
  const row = await service.storeModelProvider.getModel('Block').get(String(height));
  return row?.hash;
};

/** The highest block, from `height` down, that the index and the chain have in common. */
const sharedBlock = async (service, height) => {
  for (let at = height; at > 0; at -= 1) {
    const own = await indexedHash(service, at);
    if (own === undefined) break;
    const header = await service.blockchainService.getHeaderForHeight(at);
    if (header.blockHash === own) return header;
  }
  throw new Error(`the chain has no block in common with the index, which ends with block ${height}`);
};

/**
 * A block must be the child of the one indexed before it. Where it is not, the chain has forked, and the index goes back to
 * the last block both have; the block itself may be of the lost branch, so it is asked for again, too.
 */
exports.followParents = ({ UnfinalizedBlocksService }) => {
  const { prototype } = UnfinalizedBlocksService;
  for (const method of ['init', 'processUnfinalizedBlockHeader']) expectMethod(UnfinalizedBlocksService, method);

  prototype.init = async function init() {
    this._unfinalizedBlocks = [];
    this._finalizedHeader = await this.blockchainService.getFinalizedHeader();
  };
  prototype.processUnfinalizedBlockHeader = async function checkParent(header) {
    const { blockHeight, blockHash, parentHash } = header;
    const parent = await indexedHash(this, blockHeight - 1);
    if (parent === undefined && (await this.storeModelProvider.metadata.find('lastProcessedHeight')) != null) {
      throw new Error(`block ${blockHeight} came, but the index has no block ${blockHeight - 1}`);
    }
    if (parent === undefined || parent === parentHash) {
      this.newest = { blockHeight, blockHash };
      return undefined;
    }
    const shared = await sharedBlock(this, blockHeight - 1);
    this.newest = undefined;
    return shared;
  };
};
