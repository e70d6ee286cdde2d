import { expect, it } from 'vitest';
import { encodeAddress } from '../base/ss58';
import { authoringOnceElected } from './expected';
import { guaranteeCall } from './guarantee-call';

it('is pallet, call, account and sixteen bytes of the amount, the lowest first', () => {
  const account = `0x${'01'.repeat(32)}` as const;
  const { callData, palletIndex, callIndex } = guaranteeCall('cut_guarantee', encodeAddress(account), 258n);
  expect([palletIndex, callIndex]).toEqual([8, 7]);
  expect(callData).toBe(`0x0807${account.slice(2)}0201${'00'.repeat(14)}`);
  expect(guaranteeCall('guarantee', encodeAddress(account), 0n).callData.slice(0, 6)).toBe('0x0806');
  expect(() => guaranteeCall('guarantee', encodeAddress(account), -1n)).toThrow('not -1');
});

it('reckons with the own mean of a node in office, and with the middle of the elected for one that never was', () => {
  expect(authoringOnceElected(7n, [1n, 2n])).toBe(7n);
  expect(authoringOnceElected(0n, [9n, 1n, 4n])).toBe(4n);
  expect(authoringOnceElected(0n, [])).toBe(0n);
});
