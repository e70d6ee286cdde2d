import { addressToHex } from '@moho/protocol/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { address } from '../../test/fixtures';
import { encodeEventFields } from './event-fields';

const encode = (...fields: [type: string, value: unknown][]) =>
  encodeEventFields(JSON.stringify(fields.map(([type, value]) => ({ type, value }))));
const who = address(7);
const key = addressToHex(who);

test.each([
  [[['AccountId', who]], key],
  [[['Balance', '1000000000000']], '0x0010a5d4e80000000000000000000000'],
  [[['MerkleRoot', '0x516d']], '0x08516d'],
  [
    [
      ['AccountId', who],
      ['BlockNumber', 258],
      ['bool', true],
    ],
    `${key}0201000001`,
  ],
  [[['Vec<AccountId>', [who]]], `0x04${key.slice(2)}`],
  [[['Vec<(AccountId, Balance)>', [[who, '1']]]], `0x04${key.slice(2)}01${'00'.repeat(15)}`],
  [[['AuthorityList', [[who, 1]]]], `0x04${key.slice(2)}0100000000000000`],
  [[['AuthorityList', [[key, 1]]]], `0x04${key.slice(2)}0100000000000000`],
  [[['Option<Vec<u8>>', null]], '0x00'],
  [[['DispatchResult', { ok: [] }]], '0x00'],
  [[['DispatchResult', { err: { module: { index: 26, error: 5 } } }]], '0x01031a05'],
  [[['DispatchError', { badOrigin: null }]], '0x02'],
  [[['DispatchInfo', { weight: 10, class: 'Mandatory', paysFee: 'No' }]], '0x0a000000000000000201'],
  [[['FundsType', 'MARKET']], '0x01'],
  [[['Timepoint<BlockNumber>', { height: 1, index: 2 }]], '0x0100000002000000'],
  [[], '0x'],
] as [[string, unknown][], string][])('%j is %s', (fields, bytes) => {
  expect(encode(...fields)).toBe(bytes);
});

test('a type that is not known, or a value that was cut, has no bytes', () => {
  expect(encode(['AccountId', who], ['SomethingElse', 1])).toBeNull();
  expect(encode(['Bytes', `0x${'00'.repeat(20)}… (cut, 9999 characters)`])).toBeNull();
  expect(encode(['DispatchError', { token: 'NoFunds' }])).toBeNull();
});

test('fields follow one another: the whole is the parts', () => {
  const field = fc.oneof(
    fc.tuple(fc.constant('Balance'), fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map(String)),
    fc.tuple(fc.constant('u32'), fc.integer({ min: 0, max: 0xffff_ffff })),
    fc.tuple(
      fc.constant('Vec<u8>'),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`),
    ),
  );
  fc.assert(
    fc.property(fc.array(field, { maxLength: 6 }), (fields) => {
      const parts = fields.map((one) => (encode(one) ?? '').slice(2));
      expect(encode(...fields)).toBe(`0x${parts.join('')}`);
    }),
  );
});
