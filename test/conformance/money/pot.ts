import type { ItemResult } from '../compare';
import type { MovementRow } from './sql';

export const POT_ITEM = 'Storage pot';

/** The storage pot's free balance as of a block. */
export type BalanceAt = (block: number) => bigint;

/** A function from the blocks at which a value changed: it holds until the next one. */
export const steady = (changes: { block: number; free: string }[]): BalanceAt => {
  const sorted = changes.toSorted((a, b) => a.block - b.block);
  return (block) => BigInt(sorted.findLast((change) => change.block <= block)?.free ?? '0');
};

export interface PotFacts {
  head: number;
  /** of the chain, block 0 included */
  chain: BalanceAt;
  /** of the index's mirror */
  mirror: BalanceAt;
  movements: MovementRow[];
  /** blocks at which the pot's own key was set outside any block and has not been written since */
  excused(block: number): boolean;
}

/**
 * Conservation: the movements of each block sum up to the change of the pot's free balance in it, to the pico. Over blocks
 * that were overridden the sums must meet again where the chain writes the key next; only there may a movement be one that
 * no event tells of.
 */
export const comparePot = ({ head, chain, mirror, movements, excused }: PotFacts): ItemResult => {
  const result: ItemResult = { item: POT_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  const byBlock = new Map<number, MovementRow[]>();
  for (const row of movements) byBlock.set(row.block, [...(byBlock.get(row.block) ?? []), row]);
  const add = (block: number, field: string, onChain: string, inIndex: string) =>
    result.mismatches.push({ item: POT_ITEM, block, id: 'storage', field, chain: onChain, index: inIndex });
  let expected = 0n;
  let moved = 0n;
  let wasExcused = false;
  for (let block = 1; block <= head; block++) {
    const rows = byBlock.get(block) ?? [];
    byBlock.delete(block);
    // the index begins with block 1: its first row brings what the pot held in block 0
    expected += chain(block) - (block === 1 ? 0n : chain(block - 1));
    moved += rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    for (const { kind, amount } of rows) {
      if (kind === 'UNSEEN' && !wasExcused && !excused(block))
        add(block, 'kind', 'a classified movement', `UNSEEN ${amount}`);
      if (kind === 'OPENING' && (block !== 1 || BigInt(amount) !== chain(0)))
        add(block, 'OPENING', String(chain(0)), amount);
    }
    const isExcused = excused(block);
    if (isExcused && (expected !== moved || mirror(block) !== chain(block))) {
      result.overridden += 1;
      wasExcused = true;
      continue;
    }
    wasExcused = isExcused;
    result.keysCompared += 1;
    if (expected !== moved) add(block, 'movements', String(expected), String(moved));
    if (mirror(block) !== chain(block)) add(block, 'free', String(chain(block)), String(mirror(block)));
    expected = 0n;
    moved = 0n;
  }
  for (const [block, rows] of byBlock) add(block, 'movements', 'no such block', `${rows.length} rows`);
  return result;
};
