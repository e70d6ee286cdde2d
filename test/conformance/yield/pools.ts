import { authoringPayout, type ChainProfile, poolParts } from '@moho/protocol';
import type { ChainEvent } from '../chain-facts';
import type { ChainEntry, Fields } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import type { EraRow, PoolRow, ValidatorRow } from './sql';

/** What each era had to share, and what of it each author got, from indexed rows alone, against the EraReward events. */
export const comparePools = (
  events: ChainEvent[],
  pools: ReadonlyMap<number, PoolRow>,
  eras: ReadonlyMap<number, EraRow>,
  validators: Iterable<ValidatorRow>,
  profile: ChainProfile,
  head: number,
): ItemResult[] => {
  const paid = events.filter(({ pallet, name }) => pallet === 'staking' && name === 'EraReward');
  const chain = paid.map(({ block, args: [era, authoring, staking] }) => ({
    id: String(era),
    fields: { block, authoring: String(authoring), staking: String(staking) },
    rawKeys: [],
  }));
  const authoringPools = new Map<number, bigint>();
  const rows = new Map<string, Fields>();
  for (const pool of pools.values()) {
    const era = eras.get(pool.era);
    const parts = poolParts(
      { ...pool, eraTotalStakes: era?.totalStake ?? 0n, marketPayout: era?.marketPayout ?? 0n },
      profile,
    );
    authoringPools.set(pool.era, parts.authoring);
    rows.set(String(pool.era), {
      block: pool.block,
      authoring: String(parts.authoring),
      staking: String(parts.staking),
    });
  }
  const authors: ChainEntry[] = [];
  const derived = new Map<string, Fields>();
  for (const { era, stash, points, authoringPayout: amount } of validators) {
    const pool = authoringPools.get(era);
    if (pool === undefined) continue;
    const id = `${era}-${stash}`;
    if (amount !== null) authors.push({ id, fields: { amount: String(amount) }, rawKeys: [] });
    if ((points ?? 0) > 0)
      derived.set(id, {
        amount: String(authoringPayout(points ?? 0, eras.get(era)?.rewardPoints ?? 0, pool)),
      });
  }
  return [
    compareItem('Era pool re-derived', head, chain, rows, new Set()),
    compareItem('Authoring re-derived', head, authors, derived, new Set()),
  ];
};
