import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from './group';

test('every item is in the group of its key, once and in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.string({ maxLength: 2 }), n: fc.nat() })), (items) => {
      const groups = groupBy(items, ({ key }) => key);
      expect([...groups.keys()]).toEqual([...new Set(items.map(({ key }) => key))]);
      for (const [key, group] of groups) expect(group).toEqual(items.filter((item) => item.key === key));
    }),
  );
});
