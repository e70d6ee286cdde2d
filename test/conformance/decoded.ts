import type { AnyJson } from './json';

/** polkadot.js structs are indexed by the chain's own field names, which no static type knows: the decoding edge. */
export type Decoded = Record<string, DecodedField>;
export interface DecodedField {
  toString(): string;
  toHex(): string;
  toU8a(): Uint8Array;
  toJSON(): AnyJson;
  isNone?: boolean;
  isSome?: boolean;
  unwrap?(): DecodedField;
}

export const text = (field: DecodedField | undefined): string | null => (field === undefined ? null : field.toString());
export const hex = (field: DecodedField): string => field.toHex();
/** The SCALE bytes of a value, its length or kind included. */
export const rawHex = (field: DecodedField): string => `0x${Buffer.from(field.toU8a()).toString('hex')}`;
export const int = (field: DecodedField): number => Number(field.toString());
export const bool = (field: DecodedField): boolean => field.toString() === 'true';
export const optional = <T>(field: DecodedField | undefined, read: (inner: DecodedField) => T): T | null => {
  if (field === undefined || field.isNone) return null;
  return read(field.isSome && field.unwrap ? field.unwrap() : field);
};
export const list = (field: DecodedField | undefined): DecodedField[] =>
  field === undefined ? [] : [...(field as unknown as Iterable<DecodedField>)];
export const struct = (field: DecodedField): Decoded => field as unknown as Decoded;
export const pick = (value: Decoded, ...names: string[]): DecodedField => {
  for (const name of names) {
    const field = value[name];
    if (field !== undefined) return field;
  }
  throw new Error(`none of the fields ${names.join(', ')} in ${JSON.stringify(value)}`);
};
