'use strict';
const { expectMethod } = require('./expect-method.cjs');

/** Versions of one row waiting to be written: a removed version keeps its end when the row is made again later. */
exports.mendRemovedRows = ({ SetValueModel }) => {
  const set = expectMethod(SetValueModel, 'set');
  SetValueModel.prototype.set = function setValue(data, blockHeight, operationIndex) {
    const last = this.getLatest();
    if (!last?.removed || last.endHeight === null || last.endHeight >= blockHeight) {
      return set.call(this, data, blockHeight, operationIndex);
    }
    return this.create(data, blockHeight, operationIndex);
  };
};

/**
 * The version that lies in the database ends where the row was first touched: at its removal, when that came before
 * everything that waits to be written. Later ends belong to versions of the same flush.
 */
exports.mendReopenedVersions = ({ CachedModel }) => {
  const firstRemovals = new WeakMap();
  const removalsOf = (model) => {
    let removals = firstRemovals.get(model);
    if (!removals) {
      removals = new Map();
      firstRemovals.set(model, removals);
    }
    return removals;
  };

  const remove = expectMethod(CachedModel, 'remove');
  CachedModel.prototype.remove = function removeRow(id, blockHeight) {
    if (!this.setCache[id] && !this.removeCache[id]) removalsOf(this).set(id, blockHeight);
    return remove.call(this, id, blockHeight);
  };

  const clear = expectMethod(CachedModel, 'clear');
  CachedModel.prototype.clear = function clearFlushed(blockHeight) {
    const removals = removalsOf(this);
    for (const [id, removedAt] of removals) {
      if (blockHeight === undefined || removedAt <= blockHeight) removals.delete(id);
    }
    return clear.call(this, blockHeight);
  };

  const closePrevious = expectMethod(CachedModel, 'historicalMarkPreviousHeightRecordsBatch');
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
      // a row that was first set and then removed has its end among the sets
      if (removedAt !== undefined) ends[id] = { removedAtBlock: removedAt };
    }
    return closePrevious.call(this, tx, sets, ends);
  };
};
