import { badInput } from '../errors';

/** `int` is for columns that are integers in Postgres: compared as such, their index leads straight to the place. */
export type KeyType = 'text' | 'numeric' | 'int';

/** How a list is sorted. All keys run in one direction; the last is unique, so that pages never overlap. */
export interface Ordering {
  name: string;
  keys: { column: string; type: KeyType }[];
  descending: boolean;
  /** the keys are of several tables: told apart, the first one's condition can use an index of its own */
  spansTables?: boolean;
}

const MAX_CURSOR_CHARS = 1200;

/** The place of a row in an ordering, as opaque text. */
export const encodeCursor = (ordering: Ordering, values: string[]): string =>
  Buffer.from(JSON.stringify([ordering.name, ...values])).toString('base64url');

const MAX_INT = 2_147_483_647;

const isKey = (value: unknown, type: KeyType): value is string => {
  if (typeof value !== 'string') return false;
  if (type === 'text') return value.length <= 600 && !value.includes('\0');
  return /^-?\d{1,60}$/.test(value) && (type === 'numeric' || Math.abs(Number(value)) <= MAX_INT);
};

/** Reads a cursor made by `encodeCursor` for the same ordering. Throws BAD_INPUT for anything else. */
export const decodeCursor = (ordering: Ordering, argument: string, text: string): string[] => {
  const refuse = () => badInput(`"${argument}" is not a cursor of this list in this order.`);
  if (text.length > MAX_CURSOR_CHARS) throw refuse();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refuse();
  }
  if (!Array.isArray(parts) || parts.length !== ordering.keys.length + 1 || parts[0] !== ordering.name) throw refuse();
  const values: unknown[] = parts.slice(1);
  if (!ordering.keys.every((key, i) => isKey(values[i], key.type))) throw refuse();
  return values as string[];
};
