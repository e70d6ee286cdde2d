import type { RowStore } from '../read/stored-rows';
import type { Changes } from './changes';

/** Hands the block's rows to SubQuery's store, once per entity. */
export const flushChanges = async (changes: Changes, store: RowStore): Promise<void> => {
  for (const { entity, puts, removals } of changes.entries()) {
    if (removals.length > 0) await store.bulkRemove(entity, removals);
    if (puts.length > 0) await store.bulkCreate(entity, puts);
  }
};
