/** What a block says, as plain data: nothing after `decode` touches a polkadot.js object. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface TypedValue {
  type: string;
  value: Json;
}
export interface CallArg extends TypedValue {
  name: string;
}
/** A call as shown: nested calls stand inside `args` as nodes themselves. */
export interface CallNode {
  pallet: string;
  call: string;
  args: CallArg[];
}

/** A call that carries another one, and which of those it carries: 0, 1, … */
export interface Wrapper {
  /** pallet.call */
  name: string;
  item: number;
}

/** One call that may have run, outermost or nested, in the order of execution. */
export interface CallFact {
  pallet: string;
  call: string;
  args: Record<string, Json>;
  /** on whose behalf it runs; null for root */
  origin: string | null;
  wrapped: boolean;
  /** those that carry it, outermost first; only where it is wrapped */
  wrappers?: Wrapper[];
  /** only stored or noted in this block (scheduler, council proposal), not run */
  deferred: boolean;
}

export type Phase = 'INITIALIZATION' | 'EXTRINSIC' | 'FINALIZATION';

export interface EventFact {
  index: number;
  phase: Phase;
  extrinsicIndex: number | null;
  pallet: string;
  name: string;
  types: string[];
  args: Json[];
  /** the error a call ended with, by name, where a field of the event says so */
  error?: string | null;
}

export interface ExtrinsicFact {
  index: number;
  hash: string;
  signer: string | null;
  nonce: number | null;
  tip: bigint | null;
  lengthBytes: number;
  node: CallNode;
  calls: CallFact[];
  success: boolean;
  error: string | null;
}

export interface BlockFacts {
  number: number;
  hash: string;
  parentHash: string;
  time: Date;
  /** the runtime that executed the block */
  spec: number;
  /** BABE authority index of the author; null when the digest has none */
  authorIndex: number | null;
  extrinsics: ExtrinsicFact[];
  events: EventFact[];
}

/** A bigint argument: polkadot.js gives numbers, or hex beyond 2^53. */
export const toBigInt = (value: Json | undefined): bigint => {
  if (typeof value === 'number' || typeof value === 'string') return BigInt(value);
  throw new Error(`not an integer: ${JSON.stringify(value)?.slice(0, 80)}`);
};

export const toText = (value: Json | undefined): string => {
  if (typeof value === 'string') return value;
  throw new Error(`not a text: ${JSON.stringify(value)?.slice(0, 80)}`);
};

export const toList = (value: Json | undefined): Json[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`not a list: ${JSON.stringify(value)?.slice(0, 80)}`);
};

/** An argument by position, of an event. */
export const arg = (event: EventFact, index: number): Json => {
  const value = event.args[index];
  if (value === undefined) throw new Error(`${event.pallet}.${event.name} has no argument ${index}`);
  return value;
};
