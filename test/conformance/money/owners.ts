import type { ChainChange } from '../chain-history';
import type { ItemResult } from '../compare';
import type { PaidRow } from './sql';

export const OWNERS_ITEM = 'Owner paid';

/**
 * Per block and owner: what the chain's pending reward grew by is what the index says was credited, less what was cashed
 * out. `excused` leaves out rows that were set outside any block.
 */
export const compareOwners = (
  rewards: ChainChange[],
  rows: PaidRow[],
  excused: (block: number, owner: string) => boolean,
): ItemResult => {
  const result: ItemResult = { item: OWNERS_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  const place = (block: number, owner: string | null) => `${block} ${owner}`;
  const last = new Map<string, bigint>();
  const grown = new Map<string, { block: number; owner: string; amount: bigint }>();
  for (const { block, id, fields } of rewards) {
    const reward = BigInt(String(fields?.fileReward ?? '0'));
    const amount = reward - (last.get(id) ?? 0n);
    last.set(id, reward);
    if (block > 1 && amount !== 0n) grown.set(place(block, id), { block, owner: id, amount });
  }
  const told = new Map<string, { block: number; owner: string; amount: bigint }>();
  for (const { block, owner, amount } of rows) {
    const key = place(block, owner);
    const sum = (told.get(key)?.amount ?? 0n) + BigInt(amount);
    told.set(key, { block, owner: String(owner), amount: sum });
  }
  for (const key of new Set([...grown.keys(), ...told.keys()])) {
    const { block, owner } = (grown.get(key) ?? told.get(key)) as { block: number; owner: string };
    if (block === 1) continue;
    if (excused(block, owner)) {
      result.overridden += 1;
      continue;
    }
    result.keysCompared += 1;
    const [chain, index] = [grown.get(key)?.amount ?? 0n, told.get(key)?.amount ?? 0n];
    if (chain === index) continue;
    result.mismatches.push({
      item: OWNERS_ITEM,
      block,
      id: owner,
      field: 'fileReward',
      chain: String(chain),
      index: String(index),
    });
  }
  return result;
};
