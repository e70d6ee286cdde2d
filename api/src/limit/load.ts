import type { Context } from '../context';
import { loaderOf, scopeOf } from '../database/load';
import { type Seen, type View, viewKey } from '../database/view';
import { type Facts, noFacts } from './facts';
import { limitFacts } from './facts-sql';
import { type LedgerEntry, ledgerEntry } from './ledger';
import type { LimitChangeRow } from './sql';

const keyOf = (stash: string, block: number): string => `${stash}-${block}`;

const readKey = (key: string) => {
  const at = key.lastIndexOf('-');
  return { key, stash: key.slice(0, at), block: Number(key.slice(at + 1)) };
};

const loadFacts = (ctx: Context, view: View, key: string): Promise<Facts> =>
  loaderOf<Facts>(ctx, `limitFacts@${viewKey(view)}`, async (keys) => {
    const found = await limitFacts(scopeOf(ctx, view), keys.map(readKey));
    return keys.map((each) => found.get(each) ?? noFacts());
  }).load(key);

/** The change taken apart into its causes. */
export const loadEntry = async (ctx: Context, change: Seen<LimitChangeRow>): Promise<LedgerEntry> =>
  ledgerEntry(change, await loadFacts(ctx, change.view, keyOf(change.stash, change.block)));
