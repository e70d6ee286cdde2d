/** The JSON-RPC request that re-reads a value. A parameter comes as JSON text; plain text is taken as a string. */
export const rpcCall = (method: string, params: readonly string[]): string =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: params.map(readParam) });

const readParam = (param: string): unknown => {
  try {
    return JSON.parse(param);
  } catch {
    return param; // e.g. a bare 0x… key
  }
};
