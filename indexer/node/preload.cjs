'use strict';
/**
 * Loaded into subql-node before it starts (see deploy.ts). Ten things its 6.4 line gets wrong for us, each mended at the
 * narrowest place as the module that holds it is loaded, and each refusing to start when it is no longer what it was:
 *
 * 1. A row that is removed and made again before its changes are flushed comes out as if it had never been gone: the
 *    removed version's end is moved to the block of the new one.
 * 2. A version in the database that ends twice in one flush (removed, then made again) may be given the later end.
 * 3. Its interface, which offers an unauthenticated rewind, listens on all addresses of the machine.
 * 4. For every block it decorates a whole API (each call, storage item and constant of the runtime anew), once to fetch the
 *    events and once for the handlers: about half of the time spent on an ordinary block. The handlers use two methods and
 *    the registry, so they get just these, pinned to the block in the same way (pinned-api.cjs, lean-fetch.cjs).
 *
 * 5. Its sandbox wraps every object that crosses it, and every field of such an object is read through the wrapper: a third of
 *    the time of a busy block. Blocks go in and rows come out as one text each instead (one-text.cjs).
 *
 * 6. It notices a fork only by blocks it remembers as not final. It forgets them at a start, begins a start that rewinds with
 *    the block it went back to a second time, and does not remember a block that became final between its fetching and its
 *    handling: a lost branch could stay in the index. Every block is held against its parent instead (forks.cjs).
 *
 * 7. It keeps the answer to a question it asks twice for each block, and keeps a failure, too: after a dropped connection its
 *    retries of that block get the same failure again and it ends (kept-answers.cjs).
 *
 * 8. An answer that is cut short on its way ends the process (whole-answers.cjs).
 *
 * 9. A connection that drops, or a node that is too busy for a moment, ends the process. Such requests are sent again for some
 *    seconds before they fail (patient.cjs).
 *
 * 10. A removal that is kept after a flush makes a question for all rows of its entity fail (store.cjs).
 *
 * MOHO_PLAIN_API=1 leaves the fourth and the fifth out.
 */
const Module = require('node:module');
const net = require('node:net');
const { mendKeptRemovals, mendRemovedRows, mendReopenedVersions } = require('./store.cjs');
const { followParents } = require('./forks.cjs');
const { keepNoFailures } = require('./kept-answers.cjs');
const { leanFetch } = require('./lean-fetch.cjs');
const { pinApi } = require('./pinned-api.cjs');
const { answerByText, handTextIn } = require('./one-text.cjs');
const { breakOnHalfAnswers } = require('./whole-answers.cjs');

const slash = (path) => path.replaceAll('\\', '/');

const mends = new Map([
  [
    '/storeModelProvider/setValueModel.js',
    (exports) => {
      mendKeptRemovals(exports);
      mendRemovedRows(exports);
    },
  ],
  ['/storeModelProvider/model/cacheModel.js', mendReopenedVersions],
  ['/@subql/node-core/dist/indexer/unfinalizedBlocks.service.js', followParents],
  ['/@subql/node/dist/indexer/x-provider/cachedProvider.js', keepNoFailures],
  ['/@polkadot/x-ws/cjs/node.js', breakOnHalfAnswers],
]);
if (process.env.MOHO_PLAIN_API !== '1') {
  mends.set('/@subql/node/dist/indexer/api.service.js', pinApi);
  mends.set('/@subql/node/dist/utils/substrate.js', leanFetch);
  mends.set('/@subql/node-core/dist/indexer/sandbox.js', handTextIn);
  mends.set('/@subql/node-core/dist/indexer/store/store.js', answerByText);
}

const compile = Module.prototype._compile;
Module.prototype._compile = function compileAndMend(content, filename) {
  const result = compile.call(this, content, filename);
  for (const [suffix, mend] of mends) if (slash(filename).endsWith(suffix)) mend(this.exports);
  return result;
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  if (typeof first === 'number' && typeof second !== 'string')
    return listen.call(this, first, '127.0.0.1', ...args.slice(1));
  return listen.apply(this, args);
};
