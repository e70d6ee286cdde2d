import { blake2b } from '@noble/hashes/blake2b';
import { TypeRegistry } from '@polkadot/types';
import { u8aToHex } from '@polkadot/util';
import { cryptoWaitReady, xxhashAsHex } from '@polkadot/util-crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blake2_128, blake2_256, storagePrefix, twox64, twox128 } from './hash';
import {
  accountId,
  bool,
  btreeMap,
  btreeSet,
  bytes,
  type Codec,
  compact,
  compact32,
  decode,
  encodeHex,
  type Hex,
  i64,
  names,
  option,
  struct,
  tuple,
  u8,
  u16,
  u32,
  u64,
  u128,
  unit,
  variants,
  vec,
} from './scale';

const registry = new TypeRegistry();
const hex = (length?: number) =>
  fc
    .uint8Array(length === undefined ? { maxLength: 90 } : { minLength: length, maxLength: length })
    .map((b): Hex => `0x${Buffer.from(b).toString('hex')}`);
const big = (bits: bigint) => fc.bigInt(0n, 2n ** bits - 1n);
const int = (max: number) => fc.integer({ min: 0, max });

/** Our bytes are polkadot.js's bytes, and they decode to what was encoded. */
function agrees<T>(codec: Codec<T>, type: string, values: fc.Arbitrary<T>, asTheirs: (value: T) => unknown = (v) => v) {
  fc.assert(
    fc.property(values, (value) => {
      const encoded = encodeHex(codec, value);
      expect(encoded).toBe(`0x${Buffer.from(registry.createType(type, asTheirs(value)).toU8a()).toString('hex')}`);
      expect(decode(codec, encoded)).toEqual(value);
    }),
  );
}

describe('SCALE', () => {
  test('numbers', () => {
    agrees(u8, 'u8', int(0xff));
    agrees(u16, 'u16', int(0xffff));
    agrees(u32, 'u32', int(0xffff_ffff));
    agrees(u64, 'u64', big(64n));
    agrees(u128, 'u128', big(128n));
    agrees(i64, 'i64', fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n));
    agrees(bool, 'bool', fc.boolean());
  });

  test('compact numbers of every width', () => {
    const anyWidth = fc.integer({ min: 1, max: 128 }).chain((bits) => big(BigInt(bits)));
    agrees(compact, 'Compact<u128>', anyWidth);
    agrees(compact32, 'Compact<u32>', int(0xffff_ffff));
    for (const edge of [63n, 64n, 2n ** 14n - 1n, 2n ** 14n, 2n ** 30n - 1n, 2n ** 30n, 2n ** 64n - 1n]) {
      expect(encodeHex(compact, edge)).toBe(
        `0x${Buffer.from(registry.createType('Compact<u128>', edge).toU8a()).toString('hex')}`,
      );
    }
  });

  test('bytes, lists, options, enums, structs', () => {
    agrees(bytes, 'Bytes', hex());
    agrees(accountId, 'AccountId', hex(32));
    agrees(vec(u32), 'Vec<u32>', fc.array(int(0xffff_ffff)) as fc.Arbitrary<readonly number[]>);
    agrees(option(u64), 'Option<u64>', fc.option(big(64n)));
    agrees(tuple(u8, u64), '(u8, u64)', fc.tuple(int(255), big(64n)) as fc.Arbitrary<readonly [number, bigint]>);
    registry.register({
      Kind: { _enum: ['SWORK', 'MARKET'] },
      Payee: { _enum: { Staked: 'Null', Account: 'AccountId' } },
      Row: { size: 'u64', note: 'Bytes', kind: 'Kind', at: 'Option<u32>' },
    });
    const row = struct({ size: u64, note: bytes, kind: names('SWORK', 'MARKET'), at: option(u32) });
    const kind = fc.constantFrom('SWORK' as const, 'MARKET' as const);
    agrees(
      row,
      'Row',
      fc.record({ size: big(64n), note: hex(), kind, at: fc.option(int(9)) }, { noNullPrototype: true }),
    );
    const payee = variants({ Staked: unit, Account: accountId });
    agrees(
      payee,
      'Payee',
      hex(32).map((value) => ({ tag: 'Account' as const, value })),
      (v) => ({ [v.tag]: v.value }),
    );
  });

  test('maps and sets are written in the byte order of their keys', () => {
    const entries = fc.uniqueArray(fc.tuple(hex(32), int(99)), { selector: ([k]) => k, maxLength: 12 });
    const map = entries.map((list) => new Map(list) as ReadonlyMap<Hex, number>);
    agrees(btreeMap(accountId, u32), 'BTreeMap<AccountId, u32>', map);
    const set = fc.uniqueArray(hex(), { maxLength: 12 }).map((list) => new Set(list) as ReadonlySet<Hex>);
    agrees(btreeSet(bytes), 'BTreeSet<Bytes>', set);
  });

  test('bytes that are short, long or no value are refused', () => {
    expect(() => decode(u32, '0x0000')).toThrow(/4 bytes wanted/);
    expect(() => decode(u8, '0x0000')).toThrow(/1 bytes left/);
    expect(() => decode(bool, '0x02')).toThrow(/not a bool/);
    expect(() => decode(names('A'), '0x01')).toThrow(/no variant/);
    expect(() => encodeHex(accountId, '0x00')).toThrow(/expected 32 bytes/);
    expect(() => encodeHex(compact, -1n)).toThrow(/negative/);
    expect(() => decode(compact, encodeHex(compact, 2n ** 128n))).toThrow(/does not fit u128/);
  });
});

test('hashes are those of other implementations for any input', async () => {
  await cryptoWaitReady();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
      expect(blake2_256(data)).toBe(u8aToHex(blake2b(data, { dkLen: 32 })));
      expect(blake2_128(data)).toBe(u8aToHex(blake2b(data, { dkLen: 16 })));
      expect(twox64(data)).toBe(xxhashAsHex(data, 64));
      expect(twox128(data)).toBe(xxhashAsHex(data, 128));
    }),
  );
  expect(storagePrefix('Balances', 'TotalIssuance')).toBe(
    '0xc2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80',
  );
});
