import type { Json } from '../decode/facts';
import { accountKeys } from '../scale/keys';

/** Which state a block may have changed. Generous: an unchanged value costs one key in the batch, a missed one the truth. */
export interface TouchPlan {
  /** mirrored keys; those named by their value (a ledger by its stash) follow by themselves */
  keys: Set<string>;
  /** single values read for the reducers */
  values: Set<string>;
  /** maps of which every existing key may have changed */
  present: Set<string>;
  /** maps that may also have lost keys nobody names */
  rescans: Set<string>;
  /** files may have moved from the map of specs 1 to 16 to the later one, and nobody names them */
  migratesFiles: boolean;
  /** file keys whose replica holders and owners may have changed with them */
  deepFiles: Set<string>;
  /** controllers whose stash may have got a new fee in the running era */
  validating: Set<string>;
}

export const emptyPlan = (): TouchPlan => ({
  keys: new Set(),
  values: new Set(),
  present: new Set(),
  rescans: new Set(),
  migratesFiles: false,
  deepFiles: new Set(),
  validating: new Set(),
});

/** Every text inside a value. */
export function* textsIn(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) yield* textsIn(item);
}

/** Every address inside a value (Crust's are 49 characters, give or take a leading zero byte). */
export function* accountsIn(value: Json | undefined): Generator<string> {
  for (const text of textsIn(value)) {
    if (text.length >= 46 && text.length <= 50 && !text.startsWith('0x') && accountKeys(text)) yield text;
  }
}
