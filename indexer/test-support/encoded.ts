import { bytesToHex, encodeAddress } from '@moho/protocol/base';
import { TypeRegistry } from '@polkadot/types';
import fc from 'fast-check';
import chainTypes from '../src/chaintypes';
import { MIRRORS } from '../src/mirror';
import type { Row } from '../src/write/entities';

/** The same values, encoded by polkadot.js from the chain types, must come out of our own readers. */
const [before, after] = chainTypes.typesBundle.spec.crust.types;
const registryOf = (types: object): TypeRegistry => {
  const registry = new TypeRegistry();
  registry.register(types as never);
  return registry;
};
export const oldRegistry = registryOf(before?.types as object);
const registry = registryOf(after?.types as object);

export const encode = (type: string, value: unknown, types = registry): string =>
  bytesToHex((types.createType(type as never, value as never) as { toU8a(): Uint8Array }).toU8a());

export const rowsOf = (name: string, key: string, raw: string): Row[] => {
  const mirror = MIRRORS.find((item) => item.name === name);
  if (!mirror) throw new Error(`no mirror ${name}`);
  return mirror.rows(key, raw);
};
export const fieldsOf = (rows: Row[], at = 0): Record<string, unknown> =>
  rows[at]?.fields as unknown as Record<string, unknown>;

export const u32 = fc.integer({ min: 0, max: 0xffffffff });
export const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
export const amount = fc.oneof(fc.bigInt({ min: 0n, max: 1n << 70n }), fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }));
export const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(bytesToHex);
export const account = bytes(32).map((hex) => encodeAddress(hex));
export const text = (value: unknown): string => String(value);
