import type { OrderArguments, OrderCall } from '@moho/protocol';
import { blake2b256, bytesToHex, hexToBytes } from '@moho/protocol';
import { builder } from '../../builder';

/** A call ready to be signed elsewhere, with what went into it. */
export interface OrderCallNode extends OrderCall, OrderArguments {
  specVersion: number;
  asOf: number;
}

interface CallArgument {
  name: string;
  type: string;
  value: string;
}

const CallArgumentRef = builder.objectRef<CallArgument>('OrderCallArgument').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    type: t.exposeString('type', { description: 'SCALE type' }),
    value: t.exposeString('value'),
  }),
});

const argumentsOf = (call: OrderCallNode): CallArgument[] => {
  const noMemo = call.specVersion <= 2 && call.name === 'place_storage_order';
  return [
    { name: 'cid', type: 'Bytes', value: call.cid },
    { name: 'reported_file_size', type: 'u64', value: String(call.sizeBytes) },
    { name: 'tips', type: 'Compact<Balance>', value: String(call.tips) },
    ...(noMemo ? [] : [{ name: call.specVersion <= 2 ? 'memo' : '_memo', type: 'Bytes', value: call.memo }]),
  ];
};

export const OrderCallRef = builder.objectRef<OrderCallNode>('OrderCall').implement({
  description:
    'The call that orders a file, as bytes for the runtime of a block. Sign it in a wallet; Moho signs nothing.',
  fields: (t) => ({
    callData: t.exposeString('callData', { description: 'SCALE bytes in hex, without signature' }),
    callHash: t.string({
      description: 'blake2-256 of the call data, which wallets and multisig show to compare',
      resolve: ({ callData }) => bytesToHex(blake2b256(hexToBytes(callData))),
    }),
    pallet: t.string({ resolve: () => 'market' }),
    call: t.exposeString('name'),
    palletIndex: t.exposeInt('palletIndex'),
    callIndex: t.exposeInt('callIndex'),
    specVersion: t.exposeInt('specVersion', {
      description: 'the runtime these bytes are for; others number their calls anew',
    }),
    asOf: t.exposeInt('asOf'),
    arguments: t.field({ type: [CallArgumentRef], complexity: { field: 1, multiplier: 4 }, resolve: argumentsOf }),
  }),
});
