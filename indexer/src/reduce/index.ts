import { reduceAccounts } from './accounts';
import { reduceBlock } from './blocks';
import type { RecordContext } from './context';
import { reduceIdentities } from './identities';
import { reduceMarket } from './market';
import { reducePayments } from './payments';
import { reducePending } from './pending';
import { potMovements, reducePot } from './pot';
import { reducePrices } from './prices';
import { reduceReports } from './reports';
import { reduceRuntime } from './runtime';
import { reduceService } from './service';
import { reduceSweepEnd } from './sweep-end';

/** Everything that happened in the block, after the mirrors stand. */
export const reduceRecords = async (context: RecordContext): Promise<void> => {
  const accounts = reduceBlock(context.facts, context.author, context.changes);
  await reduceAccounts(accounts, context);
  await reduceIdentities(context);
  reduceRuntime(context);
  const movements = await potMovements(context);
  await reducePot(movements, context);
  await reduceMarket(movements, context);
  await reduceReports(context);
  reducePayments(context);
  reducePrices(context);
  await reduceService(context);
  reducePending(context);
  reduceSweepEnd(context);
};
