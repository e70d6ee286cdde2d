'use strict';

/** The method of a class of subql-node that is about to be mended; throws when this version has none. */
exports.expectMethod = (owner, name) => {
  const method = owner?.prototype?.[name];
  if (typeof method !== 'function') {
    throw new Error(`this version of @subql/node has no ${name}: indexer/node must be looked at again`);
  }
  return method;
};
