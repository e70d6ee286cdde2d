import { messageOf } from '../input-error';
import { invalidRequest, methodNotFound, RpcError } from './errors';
import { methods } from './methods';
import { readParams } from './params';
import type { Call } from './registry';

type Id = string | number | null;
type Response = { jsonrpc: '2.0'; result: unknown; id: Id } | { jsonrpc: '2.0'; error: object; id: Id };

/** The answer to one JSON-RPC text, single or batch; undefined when it holds notifications only. */
export function answer(text: string, call: Call): string | undefined {
  let request: unknown;
  try {
    request = JSON.parse(text);
  } catch {
    return JSON.stringify(failure(null, new RpcError(-32700, 'Parse error')));
  }
  if (!Array.isArray(request)) return asText(respond(request, call));
  if (request.length === 0) return JSON.stringify(failure(null, invalidRequest()));
  const responses = request.map((each) => respond(each, call)).filter((each) => each !== undefined);
  return responses.length === 0 ? undefined : JSON.stringify(responses);
}

function respond(request: unknown, call: Call): Response | undefined {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return failure(null, invalidRequest());
  const { id, method, params } = request as { id?: unknown; method?: unknown; params?: unknown };
  if (!isId(id) || typeof method !== 'string') return failure(isId(id) ? (id ?? null) : null, invalidRequest());
  try {
    const handler = methods.get(method);
    if (handler === undefined) throw methodNotFound();
    const result = handler(readParams(params), call);
    return id === undefined ? undefined : { jsonrpc: '2.0', result, id };
  } catch (error) {
    if (!(error instanceof RpcError)) console.error(`${method} failed:`, error);
    return id === undefined ? undefined : failure(id, error);
  }
}

function failure(id: Id, error: unknown): Response {
  const { code, message, data } =
    error instanceof RpcError ? error : new RpcError(-32603, 'Internal error', messageOf(error));
  return { jsonrpc: '2.0', error: { code, message, data }, id };
}

const isId = (id: unknown): id is Id | undefined =>
  id === undefined || id === null || typeof id === 'string' || typeof id === 'number';

const asText = (response: Response | undefined): string | undefined =>
  response === undefined ? undefined : JSON.stringify(response);
