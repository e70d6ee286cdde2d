'use strict';
/**
 * Loaded into subql-node before it starts (see deploy.ts). Three things its 6.4 line gets wrong for us, each mended at the
 * narrowest place, and each refusing to start when the place is no longer what it was:
 *
 * 1. A row that is removed and made again before its changes are flushed comes out as if it had never been gone: the
 *    removed version's end is moved to the block of the new one.
 * 2. When the database holds a version that was ended twice in one flush (removed, then made again), it may be ended at
 *    the later block.
 * 3. Its interface, which offers an unauthenticated rewind, listens on all addresses of the machine.
 */
const { dirname, join } = require('node:path');
const { createRequire } = require('node:module');
const net = require('node:net');

const nodePackage = require.resolve('@subql/node/package.json');
const fromNode = createRequire(nodePackage);
const models = join(dirname(fromNode.resolve('@subql/node-core/package.json')), 'dist', 'indexer', 'storeModelProvider');

const expectMethod = (prototype, name) => {
  if (typeof prototype?.[name] !== 'function') {
    throw new Error(`this version of @subql/node-core has no ${name}: indexer/node/preload.cjs must be looked at again`);
  }
  return prototype[name];
};

const { SetValueModel } = require(join(models, 'setValueModel.js'));
const setValue = expectMethod(SetValueModel.prototype, 'set');
SetValueModel.prototype.set = function set(data, blockHeight, operationIndex) {
  const last = this.getLatest();
  if (!last?.removed || last.endHeight === null || last.endHeight >= blockHeight) {
    return setValue.call(this, data, blockHeight, operationIndex);
  }
  // the removed version keeps its end; the new one simply follows it
  return this.create(data, blockHeight, operationIndex);
};

const { CachedModel } = require(join(models, 'model', 'cacheModel.js'));
const firstRemovals = new WeakMap();
const removalsOf = (model) => {
  let removals = firstRemovals.get(model);
  if (!removals) {
    removals = new Map();
    firstRemovals.set(model, removals);
  }
  return removals;
};

// where the version that lies in the database ends: nothing newer of the row is waiting to be written
const remove = expectMethod(CachedModel.prototype, 'remove');
CachedModel.prototype.remove = function removeRow(id, blockHeight) {
  if (!this.setCache[id] && !this.removeCache[id]) removalsOf(this).set(id, blockHeight);
  return remove.call(this, id, blockHeight);
};

const clear = expectMethod(CachedModel.prototype, 'clear');
CachedModel.prototype.clear = function clearFlushed(blockHeight) {
  const removals = removalsOf(this);
  for (const [id, removedAt] of removals) if (blockHeight === undefined || removedAt <= blockHeight) removals.delete(id);
  return clear.call(this, blockHeight);
};

const closePrevious = expectMethod(CachedModel.prototype, 'historicalMarkPreviousHeightRecordsBatch');
CachedModel.prototype.historicalMarkPreviousHeightRecordsBatch = function close(tx, setRecords, removeRecords) {
  const removals = removalsOf(this);
  const ends = {};
  const sets = {};
  for (const [id, value] of Object.entries(setRecords)) {
    const removedAt = removals.get(id);
    if (removedAt === undefined) sets[id] = value;
    else ends[id] = { removedAtBlock: removedAt };
  }
  for (const id of Object.keys(removeRecords)) {
    const removedAt = removals.get(id);
    // a row that was first set and then removed has its end in `sets`
    if (removedAt !== undefined) ends[id] = { removedAtBlock: removedAt };
  }
  return closePrevious.call(this, tx, sets, ends);
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  if (typeof first === 'number' && typeof second !== 'string') return listen.call(this, first, '127.0.0.1', ...args.slice(1));
  return listen.apply(this, args);
};
