import type { ChainEvent } from './chain-facts';
import type { Fields } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import type { Row } from './graphql';

const NAMES = ['Slash', 'Slashed'];

/** Every slash event of the chain against the index's records, both ways. */
export const compareSlashes = (events: ChainEvent[], rows: Row[], head: number): ItemResult => {
  const chain = events
    .filter((event) => event.pallet === 'staking' && NAMES.includes(event.name))
    .map(({ block, index, args: [stash, amount] }) => ({
      id: `${block}-${index}`,
      fields: { stash: String(stash), amount: String(amount) },
      rawKeys: [],
    }));
  const fields = new Map<string, Fields>(
    rows.map((row) => [`${row.block}-${row.eventIndex}`, { stash: row.stash ?? null, amount: row.amount ?? null }]),
  );
  return compareItem('SlashRecord', head, chain, fields, new Set());
};
