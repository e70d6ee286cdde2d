import type { RecordContext } from './context';
import { reduceAccounts } from './accounts';
import { reduceBlock } from './blocks';
import { reducePrices } from './prices';

/** Everything that happened in the block, after the mirrors stand. */
export const reduceRecords = async (context: RecordContext): Promise<void> => {
  const accounts = reduceBlock(context.facts, context.author, context.changes);
  await reduceAccounts(accounts, context);
  reducePrices(context);
};
