import { writerPool } from '../../codec/bytes';
import type { ChainSource, Hex } from '../source';
import type { Chain } from './chain';
import { dispatchResult } from './framework/dispatch';
import { apply, validate } from './framework/executive';
import { decodeExtrinsic } from './framework/extrinsic';
import type { Outcome } from './framework/runtime';

/** Thrown to take everything back. */
class Tried extends Error {
  constructor(readonly outcome: Outcome) {
    super('tried');
  }
}

/** Runs an extrinsic on the state of the best block and takes everything back. The hooks of the next block do not run. */
export function dryRun(chain: Chain, encoded: Hex): ReturnType<ChainSource['dryRun']> {
  const { runtime, signing } = chain;
  const extrinsic = decodeExtrinsic(signing, encoded, chain.head() + 1);
  const refusal = 'refused' in extrinsic ? extrinsic : validate(runtime, extrinsic);
  if ('refused' in extrinsic || refusal !== undefined) {
    if (refusal?.invalidity === undefined) return { trouble: refusal?.message ?? 'it cannot be read' };
    return { applied: `0x0100${refusal.invalidity.toString(16).padStart(2, '0')}` };
  }
  try {
    return runtime.transaction(() => {
      throw new Tried(apply(runtime, extrinsic));
    });
  } catch (error) {
    if (error instanceof Tried) return { applied: applied(error.outcome) };
    throw error;
  }
}

function applied(outcome: Outcome): Hex {
  return writerPool((out) => {
    out.u8(0);
    dispatchResult.enc(out, outcome.ok ? { tag: 'Ok', value: null } : { tag: 'Err', value: outcome.error });
    return out.toHex();
  });
}
