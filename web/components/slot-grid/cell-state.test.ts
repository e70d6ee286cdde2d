import { describe, expect, it } from 'vitest';
import { cellState } from './cell-state';

describe('cellState', () => {
  it('shows the fact that costs the owner most', () => {
    expect(cellState(null)).toBe('none');
    expect(cellState({ status: 'REPORTED', punished: null })).toBe('reported');
    expect(cellState({ status: 'REPORTED', punished: true })).toBe('punished');
    expect(cellState({ status: 'MISSED', punished: true })).toBe('missed');
    expect(cellState({ status: 'REJECTED', punished: false })).toBe('rejected');
    expect(cellState({ status: 'DUPLICATE', punished: false })).toBe('reported');
    expect(cellState({ status: 'EXEMPT', punished: false })).toBe('exempt');
  });
});
