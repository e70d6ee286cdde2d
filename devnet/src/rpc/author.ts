import type { ChainSource, Hex, PoolFate } from '../source/source';
import { RpcError } from './errors';
import { type Methods, type Start, subscription } from './registry';

function submit(source: ChainSource, extrinsic: Hex): Hex {
  const result = source.submit(extrinsic);
  if (!result.ok) throw new RpcError(result.code, result.message, result.data);
  return result.hash;
}

/**
 * Tells what becomes of an extrinsic: what the pool decides (`future`, `ready`, `usurped`, `dropped`, `invalid`), then
 * `inBlock`, `retracted` when a fork takes that block away, `finalized`. Listens before it submits, since the pool
 * speaks at once and a source may make the block at once.
 */
const submitAndWatch: Start = (params, source, notify) => {
  const extrinsic = params.bytes(0, 'extrinsic');
  let included: { block: number; hash: Hex } | undefined;
  const stops: (() => void)[] = [];
  const stop = (): void => {
    for (const each of stops) each();
  };
  const end = (last: unknown): void => {
    stop();
    notify(last);
  };
  const retract = (): void => {
    if (included !== undefined) notify({ retracted: included.hash });
    included = undefined;
  };
  const fate = (decided: PoolFate): void => {
    retract();
    if (decided === 'future' || decided === 'ready') notify(decided);
    else end(decided);
  };
  const look = (head: number, since: number): void => {
    if (included !== undefined && source.blockHash(included.block) !== included.hash) retract();
    for (let block = since; block <= head && included === undefined; block += 1) {
      if (!source.extrinsics(block).includes(extrinsic)) continue;
      included = { block, hash: source.blockHash(block) };
      notify({ inBlock: included.hash });
    }
    if (included !== undefined && source.finalized() >= included.block) end({ finalized: included.hash });
  };
  stops.push(
    source.onPool((each, decided) => {
      if (each === extrinsic) fate(decided);
    }),
    source.onBlock(look),
  );
  try {
    submit(source, extrinsic);
  } catch (error) {
    stop();
    throw error;
  }
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
