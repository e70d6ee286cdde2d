import { expect } from 'vitest';

export interface Answer {
  result?: unknown;
  error?: { code: number; message: string; data?: string };
}

/** JSON-RPC over HTTP POST to a port of this machine. */
export function rpcOver(port: number) {
  const post = (body: unknown, type = 'application/json'): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const call = async (method: string, ...params: unknown[]): Promise<Answer> =>
    (await post({ jsonrpc: '2.0', id: 1, method, params })).json() as Promise<Answer>;
  return {
    post,
    call,
    /** the result of a call that must not fail */
    async result(method: string, ...params: unknown[]): Promise<unknown> {
      const { result, error } = await call(method, ...params);
      expect(error).toBeUndefined();
      return result;
    },
  };
}
