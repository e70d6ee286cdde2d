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
 * What is left of a row after a flush is a copy, and a copy whose last version is a removal says it has no version at all:
 * a question for every row of its entity then fails on it. The last version stays the latest, removed as it is.
 */
exports.mendKeptRemovals = ({ SetValueModel }) => {
  const latestIndex = expectMethod(SetValueModel, 'latestIndex');
  SetValueModel.prototype.latestIndex = function latestOrLast() {
    const found = latestIndex.call(this);
    return found === -1 ? this.historicalValues.length - 1 : found;
  };
};

/**
 * The version that lies in the database ends where the row was first touched since the last flush: at its first removal or
 * at the first version that waits to be written, whichever came earlier. Later ends belong to versions of the same flush.
 */
exports.mendReopenedVersions = ({ CachedModel }) => {
  /** per model: blocks at which each row was removed, not flushed yet */
  const unflushed = new WeakMap();
  const removalsOf = (model) => {
    let removals = unflushed.get(model);
    if (!removals) {
      removals = new Map();
      unflushed.set(model, removals);
    }
    return removals;
  };
  const flushHeights = new WeakMap();

  const remove = expectMethod(CachedModel, 'remove');
  CachedModel.prototype.remove = function removeRow(id, blockHeight) {
    const removals = removalsOf(this);
    removals.set(id, [...(removals.get(id) ?? []), blockHeight]);
    return remove.call(this, id, blockHeight);
  };

  const clear = expectMethod(CachedModel, 'clear');
  CachedModel.prototype.clear = function clearFlushed(blockHeight) {
    const removals = removalsOf(this);
    for (const [id, heights] of removals) {
      const later = blockHeight === undefined ? [] : heights.filter((height) => height > blockHeight);
      if (later.length > 0) removals.set(id, later);
      else removals.delete(id);
    }
    return clear.call(this, blockHeight);
  };

  const runFlush = expectMethod(CachedModel, 'runFlush');
  CachedModel.prototype.runFlush = function flush(tx, blockHeight) {
    flushHeights.set(this, blockHeight);
    return runFlush.call(this, tx, blockHeight);
  };

  const closePrevious = expectMethod(CachedModel, 'historicalMarkPreviousHeightRecordsBatch');
  CachedModel.prototype.historicalMarkPreviousHeightRecordsBatch = function close(tx, setRecords) {
    const flushHeight = flushHeights.get(this);
    const ends = {};
    const endAt = (id, height) => {
      if (ends[id] === undefined || height < ends[id].removedAtBlock) ends[id] = { removedAtBlock: height };
    };
    for (const [id, value] of Object.entries(setRecords)) {
      const first = value.getFirst();
      if (first !== undefined) endAt(id, first.startHeight);
    }
    for (const [id, heights] of removalsOf(this)) {
      for (const height of heights) if (height <= flushHeight) endAt(id, height);
    }
    return closePrevious.call(this, tx, {}, ends);
  };
};
