import { describe, expect, it } from 'vitest';
import { asCall, parseCallTree, parseEventArgs } from './parse';

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

describe('parseEventArgs', () => {
  it('reads typed and bare arguments', () => {
    expect(parseEventArgs('[{"type":"Balance","value":"5"},7]')).toEqual([
      { type: 'Balance', value: '5' },
      { type: '', value: 7 },
    ]);
    expect(parseEventArgs('{}')).toBeNull();
    expect(parseEventArgs('[')).toBeNull();
  });
});
