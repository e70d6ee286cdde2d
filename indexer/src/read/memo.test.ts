import { describe, expect, it } from 'vitest';
import { createMemo } from './memo';

describe('the memo of raw values', () => {
  it('knows values of the parent, and that a key was absent', () => {
    const memo = createMemo();
    memo.begin('0x0');
    memo.commit(
      '0x1',
      new Map([
        ['a', '0x01'],
        ['b', null],
      ]),
    );
    memo.begin('0x1');
    expect(memo.get('a')).toBe('0x01');
    expect(memo.get('b')).toBeNull();
    expect(memo.get('c')).toBeUndefined();
  });

  it('forgets everything when the next block is not the child of the last', () => {
    const memo = createMemo();
    memo.begin('0x0');
    memo.commit('0x1', new Map([['a', '0x01']]));
    memo.begin('0x9');
    expect(memo.get('a')).toBeUndefined();
  });

  it('keeps to its size, dropping what was read longest ago', () => {
    const memo = createMemo(60);
    memo.begin('0x0');
    memo.commit('0x1', new Map([['old', '0x'.padEnd(30, '1')]]));
    memo.commit('0x2', new Map([['new', '0x'.padEnd(30, '2')]]));
    memo.begin('0x2');
    expect(memo.get('old')).toBeUndefined();
    expect(memo.get('new')).toBeDefined();
  });

  it('is complete from a block that read every key on, until something is dropped or the chain jumps', () => {
    const memo = createMemo(60);
    memo.begin('0x0');
    memo.commit('0x1', new Map([['a', '0x01']]));
    expect(memo.isComplete()).toBe(false);
    memo.commit('0x2', new Map([['b', '0x01']]), true);
    memo.begin('0x2');
    expect(memo.isComplete()).toBe(true);
    memo.commit('0x3', new Map([['c', '0x'.padEnd(60, '1')]]));
    expect(memo.isComplete()).toBe(false);
    memo.commit('0x4', new Map(), true);
    memo.begin('0x9');
    expect(memo.isComplete()).toBe(false);
  });
});
