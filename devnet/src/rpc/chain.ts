import { viewOf } from '../source/block-view';
import type { ChainSource } from '../source/source';
import { blockJson, headerJson } from './json';
import { blockNumberOf, knownBlock } from './params';
import { alias, type Methods, type Start, subscription } from './registry';

const headNow: Start = (_params, source, notify) => {
  notify(headerJson(source.header(source.head())));
  return source.onBlock((block) => notify(headerJson(source.header(block))));
};

/** Headers of all branches, the current best one first. */
const allNow: Start = (_params, source, notify) => {
  notify(headerJson(source.header(source.head())));
  return source.onImport((hash) => {
    const block = viewOf(source, hash);
    if (block !== undefined) notify(headerJson(block.header()));
  });
};

/** Every finalized header once, in order, the current one first. */
const finalizedNow: Start = (_params, source, notify) => {
  let sent = source.finalized();
  notify(headerJson(source.header(sent)));
  return source.onBlock(() => {
    for (const final = source.finalized(); sent < final; ) {
      sent += 1;
      notify(headerJson(source.header(sent)));
    }
  });
};

function hashOrNull(source: ChainSource, number: unknown): string | null {
  const block = blockNumberOf(number);
  return block <= source.head() ? source.blockHash(block) : null;
}

/** chain_*: blocks, headers, hashes and heads. */
export const chainMethods: Methods = {
  chain_getBlock: (params, { source }) => {
    const block = knownBlock(source, params, 0);
    return block === undefined ? null : blockJson(block);
  },
  chain_getHeader: (params, { source }) => {
    const block = knownBlock(source, params, 0);
    return block === undefined ? null : headerJson(block.header());
  },
  ...alias(['chain_getBlockHash', 'chain_getHead'], (params, { source }) => {
    const asked = params.raw(0);
    if (Array.isArray(asked)) return asked.map((number) => hashOrNull(source, number));
    return params.given(0) ? hashOrNull(source, asked) : source.blockHash(source.head());
  }),
  ...alias(['chain_getFinalizedHead', 'chain_getFinalisedHead'], (_params, { source }) =>
    source.blockHash(source.finalized()),
  ),
  ...subscription(
    {
      notification: 'chain_newHead',
      subscribe: ['chain_subscribeNewHeads', 'chain_subscribeNewHead', 'subscribe_newHead'],
      unsubscribe: ['chain_unsubscribeNewHeads', 'chain_unsubscribeNewHead', 'unsubscribe_newHead'],
    },
    headNow,
  ),
  ...subscription(
    {
      notification: 'chain_allHead',
      subscribe: ['chain_subscribeAllHeads'],
      unsubscribe: ['chain_unsubscribeAllHeads'],
    },
    allNow,
  ),
  ...subscription(
    {
      notification: 'chain_finalizedHead',
      subscribe: ['chain_subscribeFinalizedHeads', 'chain_subscribeFinalisedHeads'],
      unsubscribe: ['chain_unsubscribeFinalizedHeads', 'chain_unsubscribeFinalisedHeads'],
    },
    finalizedNow,
  ),
};
