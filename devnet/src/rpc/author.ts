import type { ChainSource, Hex } from '../source/source';
import { RpcError } from './errors';
import { type Methods, type Start, subscription } from './registry';

function submit(source: ChainSource, extrinsic: Hex): Hex {
  const result = source.submit(extrinsic);
  if (!result.ok) throw new RpcError(result.code, result.message);
  return result.hash;
}

/**
 * Tells what becomes of an extrinsic: `ready`, `{inBlock}`, `{finalized}`; `dropped` when the pool lets it go
 * without a block. Listens before it submits, since a source may make the block at once.
 */
const submitAndWatch: Start = (params, source, notify) => {
  const extrinsic = params.bytes(0, 'extrinsic');
  let ready = false;
  let included: number | undefined;
  const seen: number[] = [];
  const look = (block: number): void => {
    if (included === undefined && source.extrinsics(block).includes(extrinsic)) {
      included = block;
      notify({ inBlock: source.blockHash(block) });
    }
    if (included !== undefined && source.finalized() >= included) {
      stop();
      notify({ finalized: source.blockHash(included) });
    } else if (included === undefined && !source.pending().includes(extrinsic)) {
      stop();
      notify('dropped');
    }
  };
  const stop = source.onBlock((block) => {
    if (ready) look(block);
    else seen.push(block);
  });
  try {
    submit(source, extrinsic);
  } catch (error) {
    stop();
    throw error;
  }
  ready = true;
  notify('ready');
  seen.forEach(look);
  return stop;
};

/** author_*: transactions on their way into a block. */
export const authorMethods: Methods = {
  author_submitExtrinsic: (params, { source }) => submit(source, params.bytes(0, 'extrinsic')),
  author_pendingExtrinsics: (_params, { source }) => source.pending(),
  ...subscription(
    {
      notification: 'author_extrinsicUpdate',
      subscribe: ['author_submitAndWatchExtrinsic'],
      unsubscribe: ['author_unwatchExtrinsic'],
    },
    submitAndWatch,
  ),
};
