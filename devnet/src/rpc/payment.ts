import { RpcError } from './errors';
import { stateParam } from './params';
import type { Methods } from './registry';

/** payment_*: what an extrinsic would cost. */
export const paymentMethods: Methods = {
  payment_queryInfo: (params, { source }) => {
    const extrinsic = params.bytes(0, 'extrinsic');
    stateParam(source, params, 1);
    const fee = source.queryFee(extrinsic);
    if (fee === undefined) {
      throw new RpcError(1, 'Unable to query dispatch info.', 'the fee of this extrinsic cannot be told');
    }
    return { weight: fee.weight, class: fee.class, partialFee: fee.partialFee.toString() };
  },
};
