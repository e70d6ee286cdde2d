import { describe, expect, it } from 'vitest';
import type { WholeReceipt } from '../../lib/receipt/whole';
import { placesOf, proofOf, questionsOf, ruleOf } from './proof';

const receipt = (storageKey: string, block = 7): WholeReceipt => ({
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

const ask = (question: string) => ({ question });

describe('proofOf', () => {
  it('is nothing without a figure or without a receipt', () => {
    expect(proofOf('x', null, ask('a'))).toBeNull();
    expect(proofOf('x', '1', null)).toBeNull();
    expect(proofOf('x', '1', [undefined, null, { question: null }])).toBeNull();
  });
  it('keeps the questions there are', () => {
    expect(proofOf('x', 1, [null, ask('a')], 'a + b')).toEqual({ of: 'x', raw: '1', rule: 'a + b', receipts: ['a'] });
  });
});

const proofs = [
  { of: 'a', raw: '1', receipts: ['one'] },
  { of: 'b', raw: '2', receipts: ['two', 'same as one'] },
  { of: 'c', raw: '3', receipts: ['one', 'later'] },
];
const whole = {
  one: receipt('0x01'),
  two: receipt('0x02'),
  'same as one': receipt('0x01'),
  later: receipt('0x01', 8),
};

describe('questionsOf', () => {
  it('asks each receipt once', () => {
    expect(questionsOf(proofs)).toEqual(['one', 'two', 'same as one', 'later']);
  });
});

describe('placesOf', () => {
  it('names each place once and says which figures come from it', () => {
    expect(placesOf(proofs, whole).map(({ figures }) => figures)).toEqual([[0, 1, 2], [1], [2]]);
  });
  it('has none before they are known', () => {
    expect(placesOf(proofs, {})).toEqual([]);
  });
});

describe('ruleOf', () => {
  it('is the page’s own, else the receipt’s, else none', () => {
    const derived = { q: { ...receipt('0x01'), kind: 'DERIVED', rule: 'the sum of all' } as const };
    expect(ruleOf({ of: 'a', raw: '1', receipts: ['one'] }, whole)).toBeNull();
    expect(ruleOf({ of: 'a', raw: '1', receipts: ['q'] }, derived)).toBe('the sum of all');
    expect(ruleOf({ of: 'a', raw: '1', receipts: ['q'] }, {})).toBeNull();
    expect(ruleOf({ of: 'a', raw: '1', receipts: ['q'], rule: 'half of it' }, derived)).toBe('half of it');
  });
});
