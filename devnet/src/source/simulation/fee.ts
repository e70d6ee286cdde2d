import type { ChainSource, Hex } from '../source';
import type { Chain } from './chain';
import { readUnverified } from './framework/extrinsic';

const CLASS_NAMES = { Normal: 'normal', Operational: 'operational', Mandatory: 'mandatory' } as const;

/** What an extrinsic is announced to weigh and cost; undefined for bytes that are none of this chain. */
export function feeOf(chain: Chain, encoded: Hex): ReturnType<ChainSource['queryFee']> {
  try {
    const { call, length } = readUnverified(chain.signing, encoded);
    const partialFee = chain.runtime.pallets.transactionPayment.announcedFee(call, length);
    return { weight: call.def.weight(call.args), class: CLASS_NAMES[call.def.class(call.args)], partialFee };
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
