import { writerPool } from '../codec/bytes';
import type { BlockView } from '../source/block-view';
import { accountKey, nonceOf } from '../source/nonce';
import type { ChainSource, Hex } from '../source/source';
import { RpcError } from './errors';

const CLASSES = ['normal', 'operational', 'mandatory'] as const;
const U32_BYTES = 4;

/**
 * `state_call`, for the runtime functions wallets use: a dry fee and a nonce. Arguments and answers are SCALE.
 * Everything else fails as a call of a function that the runtime does not export.
 */
export function stateCall(source: ChainSource, method: string, data: Hex, block: BlockView): Hex {
  switch (method) {
    case 'TransactionPaymentApi_query_info': {
      // the extrinsic, then its length as u32
      const fee = source.queryFee(data.slice(0, data.length - 2 * U32_BYTES) as Hex);
      if (fee === undefined) throw failed('the fee of this extrinsic cannot be told');
      return writerPool((out) => {
        out.u64(BigInt(fee.weight));
        out.u8(CLASSES.indexOf(fee.class));
        out.u64(BigInt.asUintN(64, fee.partialFee));
        out.u64(fee.partialFee >> 64n);
        return out.toHex();
      });
    }
    case 'AccountNonceApi_account_nonce': {
      if (data.length !== 66) throw failed('an account id has 32 bytes');
      return writerPool((out) => {
        out.u32(nonceOf(block.storage(accountKey(data))));
        return out.toHex();
      });
    }
    default:
      throw failed(`Other: Exported method ${method} is not found`);
  }
}

const failed = (why: string): RpcError => new RpcError(-32603, 'Unknown error occurred', `Client(Execution("${why}"))`);
