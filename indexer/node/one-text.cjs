'use strict';
const { join } = require('node:path');
const { expectMethod } = require('./expect-method.cjs');

/** The project's own bundle, loaded outside the sandbox too: both sides of the border speak by the same code. */
let bundle;

/** A block goes into the sandbox as the text of what it says. */
exports.handTextIn = ({ IndexerSandbox }) => {
  const securedExec = expectMethod(IndexerSandbox, 'securedExec');
  IndexerSandbox.prototype.securedExec = function execWithText(handler, [block, ...rest]) {
    bundle ??= require(join(this.root, this.entry));
    return securedExec.call(this, handler, [bundle.blockText(block, block.block.registry), ...rest]);
  };
};

/** The store is asked by one text and answers with one. */
exports.answerByText = ({ Store }) => {
  for (const method of ['get', 'getByFields', 'bulkCreate', 'bulkRemove']) expectMethod(Store, method);
  Store.prototype.ask = function ask(question) {
    return bundle.answer(this, question);
  };
};
