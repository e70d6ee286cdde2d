import { describe, expect, it } from 'vitest';
import { marketPalletIndex, orderCall } from './order-call';

const given = { cid: 'Qm1', sizeBytes: 258n, tips: 1n, memo: 'é' };

describe('call data of an order', () => {
  it('is pallet, call, CID, size, tips and memo', () => {
    expect(orderCall(25, given).callData).toBe('0x1a000c516d3102010000000000000408c3a9');
    expect(orderCall(4, given).callData).toBe('0x14000c516d3102010000000000000408c3a9');
  });
  it('has no memo in the first specs unless one is given', () => {
    expect(orderCall(2, { ...given, memo: '' }).callData).toBe('0x14020c516d31020100000000000004');
    expect(orderCall(1, given)).toMatchObject({
      name: 'place_storage_order_with_memo',
      callData: '0x14030c516d3102010000000000000408c3a9',
    });
  });
  it('moves with the pallets that governance put before the market', () => {
    expect([1, 3, 14, 15, 17, 25].map(marketPalletIndex)).toEqual([20, 20, 20, 26, 26, 26]);
  });
});
