import { describe, expect, it } from 'vitest';
import { batchStop } from './batch-stop';

const event = (name: string, args: unknown) => ({ pallet: 'utility', name, args: JSON.stringify(args) });

describe('batchStop', () => {
  it('finds the call a batch stopped at', () => {
    const args = [
      { type: 'u32', value: '1' },
      { type: 'DispatchError', value: { module: { index: 26, error: 4 } } },
    ];
    expect(batchStop([event('BatchCompleted', []), event('BatchInterrupted', args)])).toBe(1);
    expect(batchStop([event('BatchInterrupted', [{ type: 'u32', value: 0 }])])).toBe(0);
  });
  it('is null for a batch that ran to its end and for what is no batch', () => {
    expect(batchStop([event('BatchCompleted', [])])).toBeNull();
    expect(batchStop([])).toBeNull();
  });
});
