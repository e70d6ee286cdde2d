import { row } from '../write/entities';
import type { RecordContext } from './context';

/** One row per account, from the block that first named it. */
export const reduceAccounts = async (accounts: Set<string>, { facts, changes }: RecordContext): Promise<void> => {
  for (const id of accounts) {
    if (await changes.get('Account', id)) continue;
    changes.put(row('Account', { id, firstSeenBlock: facts.number, identityDisplay: undefined }));
  }
};
