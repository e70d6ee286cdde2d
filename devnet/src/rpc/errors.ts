import type { Hex } from '../source/source';

/** An answer of the JSON-RPC kind `error`. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  constructor(
    readonly code: number,
    message: string,
    readonly data?: string,
  ) {
    super(message);
  }
}

export const methodNotFound = (): RpcError => new RpcError(-32601, 'Method not found');
/** As nodes refuse a call they keep from the public: as if they did not know it. */
export const unsafeCall = (): RpcError =>
  new RpcError(-32601, 'Method not found', 'RPC call is unsafe to be called externally');
export const invalidRequest = (): RpcError => new RpcError(-32600, 'Invalid request');
export const invalidParams = (what: string): RpcError => new RpcError(-32602, `Invalid params: ${what}.`);

/** As nodes of the metadata-V12 age answer a state question about a block they do not have. */
export const unknownBlock = (hash: Hex): RpcError =>
  new RpcError(-32603, 'Unknown error occurred', `Client(UnknownBlock("header not found in db: ${hash}"))`);

/** The same for a block whose state is gone, because another one of its height is final. */
export const stateDiscarded = (hash: Hex): RpcError =>
  new RpcError(
    -32603,
    'Unknown error occurred',
    `Client(UnknownBlock("State already discarded for BlockId::Hash(${hash})"))`,
  );
