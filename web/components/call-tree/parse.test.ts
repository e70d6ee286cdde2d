import { describe, expect, it } from 'vitest';
import { asCall, parseCallTree } from './parse';

const inner = { pallet: 'market', call: 'place_storage_order', args: [{ name: 'cid', type: 'Bytes', value: 'Qm' }] };

describe('parseCallTree', () => {
  it('finds calls inside calls', () => {
    const tree = parseCallTree(
      JSON.stringify({
        pallet: 'utility',
        call: 'batch',
        args: [{ name: 'calls', type: 'Vec<Call>', value: [inner] }],
      }),
    );
    expect(tree?.call).toBe('batch');
    const nested = tree?.args[0]?.value;
    expect(Array.isArray(nested) ? asCall(nested[0]) : null).toEqual(inner);
  });
  it('answers null for anything that is no call', () => {
    for (const text of ['', 'null', '[]', '{"pallet":1}', '{"pallet":"a","call":'])
      expect(parseCallTree(text)).toBeNull();
  });
});
