import { expect, test } from 'vitest';
import { encodeHex } from '../../../codec/scale';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import type { Hex } from '../../source';
import { multisigAccount } from './multisig-account';

/** three accounts in the order of their ids */
const [low, mid, high] = ['anna', 'bert', 'carl'].sort((a, b) => (id(a) < id(b) ? -1 : 1)) as [string, string, string];

function start() {
  const b = bench({ anna: 100n * CRU, bert: 100n * CRU, carl: 100n * CRU });
  const { multisig, system } = b.pallets;
  const remark = system.calls.remark({ remark: '0x01' });
  const call = encodeHex(b.chain.runtime.callCodec, remark);
  const ask = (others: readonly Hex[], given: Hex = call, more: object = {}) =>
    multisig.calls.asMulti({
      threshold: 2,
      otherSignatories: others,
      maybeTimepoint: null,
      call: given,
      storeCall: false,
      maxWeight: 10n ** 12n,
      ...more,
    });
  return { b, ask, call, remark, ...multisig };
}

test('the list of signatories is read from its head: the first mistake in it is what fails', () => {
  const { b, ask } = start();
  expect(b.run(mid, ask([id(mid), id(low)])).result).toBe('SenderInSignatories');
  expect(b.run(mid, ask([id(high), id(low), id(mid)])).result).toBe('SignatoriesOutOfOrder');
  expect(b.run(mid, ask([id(low), id(low)])).result).toBe('SignatoriesOutOfOrder');
  expect(b.run(mid, ask([id(low), id(high)])).result).toBe('ok');
});

test('one signature of many: at most 99 others', () => {
  const { b, calls, remark } = start();
  const others = Array.from({ length: 100 }, (_, i) => `0x${i.toString(16).padStart(64, '0')}` as Hex);
  const alone = (otherSignatories: readonly Hex[]) =>
    b.run(low, calls.asMultiThreshold1({ otherSignatories, call: remark }));
  expect(alone(others).result).toBe('TooManySignatories');
  expect(alone(others.slice(1)).result).toBe('ok');
  expect(alone([]).result).toBe('TooFewSignatories');
});

test('bytes behind the call do not keep it from being run', () => {
  const { b, ask, call, multisigs } = start();
  const longer: Hex = `${call}ffff`;
  b.run(low, ask([id(mid)], longer));
  const account = multisigAccount([id(low), id(mid)], 2);
  const [, pending] = multisigs.entries(account)[0] ?? [];
  expect(b.run(mid, ask([id(low)], longer, { maybeTimepoint: pending?.when })).events).toEqual([
    'Balances.Unreserved',
    'Multisig.MultisigExecuted',
  ]);
});
