import { describe, expect, it } from 'vitest';
import type { Stored } from '../read/stored-rows';
import { createChanges, sameFields } from './changes';
import { type Row, row } from './entities';

const storedWith = (...rows: Row[]): Stored => ({
  get: async (entity, id) => rows.find((item) => item.entity === entity && item.fields.id === id),
  children: async () => [],
  all: async () => rows,
});

describe('changes of a block', () => {
  it('writes a row once, with the last value', () => {
    const changes = createChanges(storedWith());
    changes.put(row('StakeLimit', { id: 'v', limit: 1n }));
    changes.put(row('StakeLimit', { id: 'v', limit: 2n }));
    expect(changes.entries()).toEqual([{ entity: 'StakeLimit', puts: [{ id: 'v', limit: 2n }], removals: [] }]);
  });

  it('puts a row that was removed before in the same block', () => {
    const changes = createChanges(storedWith());
    changes.remove('StakeLimit', 'v');
    changes.put(row('StakeLimit', { id: 'v', limit: 2n }));
    expect(changes.entries()[0]).toMatchObject({ removals: [], puts: [{ id: 'v' }] });
  });

  it('patches the stored row and writes nothing when nothing differs', async () => {
    const changes = createChanges(storedWith(row('EraStat', { id: '3', era: 3, totalStake: 5n })));
    await changes.patch('EraStat', { id: '3', era: 3 }, { totalStake: 5n });
    expect(changes.entries().flatMap(({ puts }) => puts)).toEqual([]);
    await changes.patch('EraStat', { id: '3', era: 3 }, { stakingPayout: 7n });
    expect(changes.entries()[0]?.puts).toEqual([{ id: '3', era: 3, totalStake: 5n, stakingPayout: 7n }]);
  });
});

describe('sameFields', () => {
  it('takes null and undefined, and any way of writing an integer, as the same', () => {
    expect(sameFields({ a: null, b: 5n }, { a: undefined, b: 5n })).toBe(true);
    expect(sameFields({ b: '5' }, { b: 5n })).toBe(true);
    expect(sameFields({ list: [1, 2] }, { list: [1, 2] })).toBe(true);
    expect(sameFields({ list: [2, 1] }, { list: [1, 2] })).toBe(false);
    expect(sameFields({ b: 4n }, { b: 5n })).toBe(false);
    expect(sameFields({}, { b: false })).toBe(false);
  });
});
