import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareReceipts } from './share';

const receipt = fc.record({ rpcMethod: fc.constantFrom('a', 'b'), rawValue: fc.constantFrom('0x1', '0x2', null) });
const leaf = fc.oneof(fc.integer(), fc.string(), fc.constant(null), receipt);
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node')), fc.dictionary(fc.string(), tie('node'))),
})).node;

const receiptsIn = (value: unknown): object[] => {
  if (value === null || typeof value !== 'object') return [];
  return 'rpcMethod' in value ? [value] : Object.values(value).flatMap(receiptsIn);
};

test('says the same, with each receipt once', () => {
  fc.assert(
    fc.property(tree, (given) => {
      const before = JSON.stringify(given);
      const after = shareReceipts(given);
      expect(JSON.stringify(after)).toBe(before);
      const receipts = receiptsIn(after);
      const different = new Set(receipts.map((one) => JSON.stringify(one)));
      expect(new Set(receipts).size).toBe(different.size);
    }),
  );
});
