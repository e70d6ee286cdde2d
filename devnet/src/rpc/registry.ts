import type { ChainSource } from '../source/source';
import { RpcError } from './errors';
import type { Params } from './params';
import type { Subscriptions } from './subscriptions';

/** What a method may use. A call over HTTP has no subscriptions. */
export interface Call {
  source: ChainSource;
  /** whether methods are served that a node keeps from the public */
  unsafe?: boolean;
  subscriptions?: Subscriptions;
}

/** Answers one call with plain JSON data, or throws an `RpcError`. Always synchronous, so answers keep their order. */
export type Method = (params: Params, call: Call) => unknown;
export type Methods = Readonly<Record<string, Method>>;

/** Begins a subscription: `notify` sends one result; the returned function ends it. */
export type Start = (params: Params, source: ChainSource, notify: (result: unknown) => void) => () => void;

/** The subscribe and unsubscribe methods of one subscription, under all of their names. */
export function subscription(
  names: { subscribe: string[]; unsubscribe: string[]; notification: string },
  start: Start,
) {
  const subscribe: Method = (params, call) =>
    openOver(call).open(names.notification, (notify) => start(params, call.source, notify));
  const unsubscribe: Method = (params, call) => openOver(call).close(params.raw(0));
  return {
    ...alias(names.subscribe, subscribe),
    ...alias(names.unsubscribe, unsubscribe),
  };
}

/** One method under several names. */
export function alias(names: string[], method: Method): Methods {
  return Object.fromEntries(names.map((name) => [name, method]));
}

function openOver(call: Call): Subscriptions {
  if (call.subscriptions) return call.subscriptions;
  throw new RpcError(-32090, 'Subscriptions are not available on this transport.');
}
