import { itemOf, type ReceiptNode } from './node';
import { storageKey } from './storage-key';

/** A JSON-RPC call to a node of the chain. */
export interface RpcCall {
  method: string;
  params: (string | number | null)[];
}

/** Keys a node lists at once at most. */
const KEYS_PER_PAGE = 1000;

/** The call that reads the figure again, or the rows it was counted from. */
export const rpcCallOf = (receipt: ReceiptNode, blockHash: string | null): RpcCall => {
  const item = itemOf(receipt);
  if (item !== null) return { method: 'state_getStorage', params: [storageKey(item), blockHash] };
  const prefix = receipt.kind === 'DERIVED' ? receipt.sources.find((source) => source.prefix !== null)?.prefix : null;
  if (prefix) return { method: 'state_getKeysPaged', params: [prefix, KEYS_PER_PAGE, null, blockHash] };
  return { method: 'chain_getBlock', params: [blockHash] };
};
