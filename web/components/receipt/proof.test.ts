import { describe, expect, it } from 'vitest';
import type { ReceiptData } from './fragment';
import { placesOf, proofOf, ruleOf } from './proof';

const receipt = (storageKey: string, block = 7): ReceiptData => ({
  kind: 'STORAGE',
  block,
  blockHash: `0x${'ab'.repeat(32)}`,
  time: null,
  changedAtBlock: 5,
  pallet: 'Staking',
  item: 'Ledger',
  storageKey,
  extrinsicIndex: null,
  eventIndex: null,
  rpcMethod: 'state_getStorage',
  rpcParams: [`"${storageKey}"`, '"0x01"'],
  rawValue: null,
  rawNote: 'nothing',
  rule: null,
  rowCount: null,
  sources: [],
});

describe('proofOf', () => {
  it('is nothing without a figure or without a receipt', () => {
    expect(proofOf('x', null, receipt('0x01'))).toBeNull();
    expect(proofOf('x', '1', null)).toBeNull();
    expect(proofOf('x', '1', [undefined, null])).toBeNull();
  });
  it('keeps the receipts there are', () => {
    expect(proofOf('x', 1, [null, receipt('0x01')], 'a + b')).toEqual({
      of: 'x',
      raw: '1',
      rule: 'a + b',
      receipts: [receipt('0x01')],
    });
  });
});

describe('placesOf', () => {
  it('names each place once and says which figures come from it', () => {
    const places = placesOf([
      { of: 'a', raw: '1', receipts: [receipt('0x01')] },
      { of: 'b', raw: '2', receipts: [receipt('0x02'), receipt('0x01')] },
      { of: 'c', raw: '3', receipts: [receipt('0x01', 8)] },
    ]);
    expect(places.map(({ figures }) => figures)).toEqual([[0, 1], [1], [2]]);
  });
});

describe('ruleOf', () => {
  it('is the page’s own, else the receipt’s, else none', () => {
    const derived: ReceiptData = { ...receipt('0x01'), kind: 'DERIVED', rule: 'the sum of all' };
    expect(ruleOf({ of: 'a', raw: '1', receipts: [receipt('0x01')] })).toBeNull();
    expect(ruleOf({ of: 'a', raw: '1', receipts: [derived] })).toBe('the sum of all');
    expect(ruleOf({ of: 'a', raw: '1', receipts: [derived], rule: 'half of it' })).toBe('half of it');
  });
});
