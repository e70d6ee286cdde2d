import { describe, expect, it } from 'vitest';
import { createChanges } from '../write/changes';
import { type Row, row } from '../write/entities';
import { createRowMemo } from './row-memo';
import type { Stored } from './stored-rows';

const account = (id: string, firstSeenBlock: number) =>
  row('Account', { id, firstSeenBlock, identityDisplay: undefined });

/** A store that counts what it is asked. */
const storeOf = (...stored: Row[]) => {
  const asked: string[] = [];
  const store: Stored = {
    get: async (entity, id) => {
      asked.push(id);
      return stored.find((item) => item.entity === entity && item.fields.id === id);
    },
    children: async () => [],
    all: async () => stored,
  };
  return { store, asked };
};

describe('the memo of rows', () => {
  it('asks once for a row, and once for one that is not there', async () => {
    const memo = createRowMemo();
    const { store, asked } = storeOf(account('a', 1));
    memo.begin('0x0');
    const through = memo.through(store);
    expect((await through.get('Account', 'a'))?.fields).toMatchObject({ firstSeenBlock: 1 });
    expect(await through.get('Account', 'b')).toBeUndefined();
    memo.commit('0x1', []);
    memo.begin('0x1');
    await through.get('Account', 'a');
    await through.get('Account', 'b');
    expect(asked).toEqual(['a', 'b']);
  });

  it('follows what a block writes', async () => {
    const memo = createRowMemo();
    const { store } = storeOf(account('a', 1), account('b', 1));
    const through = memo.through(store);
    memo.begin('0x0');
    for (const id of ['a', 'b', 'c']) await through.get('Account', id);
    const changes = createChanges(through);
    changes.put(account('a', 9));
    changes.put(account('c', 9));
    changes.remove('Account', 'b');
    memo.commit('0x1', changes.entries());
    memo.begin('0x1');
    expect((await through.get('Account', 'a'))?.fields).toMatchObject({ firstSeenBlock: 9 });
    expect((await through.get('Account', 'c'))?.fields).toMatchObject({ firstSeenBlock: 9 });
    expect(await through.get('Account', 'b')).toBeUndefined();
  });

  it('forgets when the next block is not the child of the last, and after a block that was never committed', async () => {
    const memo = createRowMemo();
    const { store, asked } = storeOf(account('a', 1));
    const through = memo.through(store);
    memo.begin('0x0');
    await through.get('Account', 'a');
    memo.commit('0x1', []);
    memo.begin('0x9');
    await through.get('Account', 'a');
    memo.begin('0x9');
    await through.get('Account', 'a');
    expect(asked).toEqual(['a', 'a', 'a']);
  });

  it('keeps to its size', async () => {
    const memo = createRowMemo(1);
    const { store, asked } = storeOf(account('a', 1), account('b', 1));
    const through = memo.through(store);
    memo.begin('0x0');
    await through.get('Account', 'a');
    await through.get('Account', 'b');
    memo.commit('0x1', []);
    memo.begin('0x1');
    await through.get('Account', 'b');
    await through.get('Account', 'a');
    expect(asked).toEqual(['a', 'b', 'a']);
  });
});
