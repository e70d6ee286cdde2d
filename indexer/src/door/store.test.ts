import { describe, expect, it } from 'vitest';
import type { RowStore } from '../read/stored-rows';
import { answer, storeThrough } from './store';

/** A store in memory that remembers how it was asked. */
const memoryStore = () => {
  const rows = new Map<string, { id: string }>();
  const asked: unknown[][] = [];
  const store: RowStore = {
    get: async (...args) => {
      asked.push(['get', ...args]);
      return rows.get(args[1]);
    },
    getByFields: async (...args) => {
      asked.push(['getByFields', ...args]);
      return [...rows.values()];
    },
    bulkCreate: async (_, created) => {
      for (const row of created) rows.set(row.id, row);
    },
    bulkRemove: async (_, ids) => {
      for (const id of ids) rows.delete(id);
    },
  };
  return { store, asked };
};

const ROW = { id: '~a', amount: 5n, time: new Date(7), note: '~n1' };

describe('the store behind a door of text', () => {
  it('answers as the store itself', async () => {
    const { store, asked } = memoryStore();
    const through = storeThrough({ ...store, ask: (question) => answer(store, question) });
    await through.bulkCreate('Thing', [ROW, { id: 'b' }]);
    expect(await through.get('Thing', '~a')).toEqual(ROW);
    expect(await through.get('Thing', 'nothing')).toBeUndefined();
    await through.bulkRemove('Thing', ['b']);
    expect(await through.getByFields('Thing', [['amount', '=', 5n]], { limit: 2 })).toEqual([ROW]);
    expect(asked.at(-1)).toEqual(['getByFields', 'Thing', [['amount', '=', 5n]], { limit: 2 }]);
  });

  it('passes on what the store throws, and asks it nothing else', async () => {
    const { store } = memoryStore();
    const failing = { ...store, get: () => Promise.reject(new Error('the database is away')) };
    const through = storeThrough({ ...failing, ask: (question) => answer(failing, question) });
    await expect(through.get('Thing', 'a')).rejects.toThrow('the database is away');
    await expect(answer(store, '["constructor"]')).rejects.toThrow('not asked "constructor"');
  });

  it('is used call by call where the node knows no text', async () => {
    const { store } = memoryStore();
    expect(storeThrough(store)).toBe(store);
  });
});
