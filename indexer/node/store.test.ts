import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The mends against the real classes of the installed @subql/node-core. */
const require = createRequire(import.meta.url);
const fromNode = createRequire(require.resolve('@subql/node/package.json'));
const models = join(
  dirname(fromNode.resolve('@subql/node-core/package.json')),
  'dist',
  'indexer',
  'storeModelProvider',
);
const { mendKeptRemovals, mendRemovedRows, mendReopenedVersions } = require('./store.cjs') as {
  mendKeptRemovals(exports: unknown): void;
  mendRemovedRows(exports: unknown): void;
  mendReopenedVersions(exports: unknown): void;
};

interface Version {
  data: { id: string; value: number };
  startHeight: number;
  endHeight: number | null;
  removed: boolean;
}
const setValueModule = require(join(models, 'setValueModel.js')) as {
  SetValueModel: new () => {
    set(data: Version['data'], height: number, index: number): void;
    markAsRemoved(height: number): void;
    getValues(): Version[];
    getLatest(): Version | undefined;
    fromAboveHeight(height: number): { getLatest(): Version | undefined; matchesFields(filters: []): boolean };
  };
};
const cacheModule = require(join(models, 'model', 'cacheModel.js')) as { CachedModel: { prototype: object } };

interface Model {
  set(id: string, data: { id: string; value: number }, height: number): Promise<void>;
  remove(id: string, height: number): Promise<void>;
  clear(height?: number): void;
  runFlush(tx: unknown, height: number): Promise<void>;
}

describe('a removal that is kept after a flush', () => {
  const kept = () => {
    const row = new setValueModule.SetValueModel();
    row.set({ id: 'a', value: 1 }, 5, 1);
    row.set({ id: 'a', value: 2 }, 10, 2);
    row.markAsRemoved(12);
    return row.fromAboveHeight(8);
  };

  it('has the upstream fault this mends (when this fails, the mend can go)', () => {
    expect([kept().getLatest(), kept().matchesFields([])]).toEqual([undefined, true]);
  });

  it('is still a removal', () => {
    mendKeptRemovals(setValueModule);
    expect(kept().getLatest()).toMatchObject({ removed: true, endHeight: 12 });
    expect(new setValueModule.SetValueModel().getLatest()).toBe(undefined);
  });
});

describe('rows removed and made again before a flush', () => {
  it('has the upstream fault this mends (when this fails, the mend can go)', () => {
    const fresh = new setValueModule.SetValueModel();
    fresh.set({ id: 'a', value: 1 }, 5, 1);
    fresh.markAsRemoved(10);
    fresh.set({ id: 'a', value: 2 }, 20, 2);
    expect(fresh.getValues()[0]?.endHeight).toBe(20);
  });

  it('keeps the end of the removed version', () => {
    mendRemovedRows(setValueModule);
    const row = new setValueModule.SetValueModel();
    row.set({ id: 'a', value: 1 }, 5, 1);
    row.markAsRemoved(10);
    row.set({ id: 'a', value: 2 }, 20, 2);
    row.set({ id: 'a', value: 3 }, 30, 3);
    expect(row.getValues().map(({ startHeight, endHeight }) => [startHeight, endHeight])).toEqual([
      [5, 10],
      [20, 30],
      [30, null],
    ]);
    expect(row.getLatest()?.data.value).toBe(3);
  });

  it('ends the version in the database at its first removal, whatever follows', async () => {
    mendReopenedVersions(cacheModule);
    const queries: string[] = [];
    const sequelizeModel = {
      name: 'rows',
      associations: {},
      getTableName: () => '"rows"',
      bulkCreate: async () => undefined,
      sequelize: {
        fn: () => null,
        escape: (text: string) => `'${text}'`,
        query: async (text: string) => void queries.push(text),
      },
    };
    const Cached = cacheModule.CachedModel as unknown as new (...args: unknown[]) => Model;
    let operation = 0;
    const model = new Cached(sequelizeModel, 'height', { storeGetCacheSize: 10 }, () => operation++);
    await model.remove('a', 10);
    await model.set('a', { id: 'a', value: 2 }, 20);
    await model.remove('a', 30);
    await model.set('b', { id: 'b', value: 1 }, 15);
    await model.runFlush({}, 100);
    const ends = /array\[([^\]]*)\]\) AS id, UNNEST\(array\[([^\]]*)\]/.exec(queries[0] ?? '');
    const pairs = new Map(
      String(ends?.[1])
        .split(',')
        .map((id, i) => [id, String(ends?.[2]).split(',')[i]]),
    );
    expect(Object.fromEntries(pairs)).toEqual({ "'a'": '10', "'b'": '15' });
    // a version written by one flush and removed before it was cleared is ended by the next
    await model.set('c', { id: 'c', value: 1 }, 40);
    await model.remove('c', 105);
    model.clear(100);
    await model.runFlush({}, 110);
    expect(queries[1]).toMatch(/array\['c'\]\) AS id, UNNEST\(array\[105\]/);
  });
});
