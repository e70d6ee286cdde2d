import type { ChainBlock } from './chain-blocks';
import type { Mismatch } from './compare';
import type { BlockRow } from './sql';

export interface RecordResult {
  blocks: number;
  extrinsics: number;
  events: number;
  mismatches: Mismatch[];
}

/** Whether every block of the chain has exactly one row, the right one, and all its extrinsics and events have theirs. */
export const compareRecords = (chain: ChainBlock[], rows: BlockRow[]): RecordResult => {
  const mismatches: Mismatch[] = [];
  const add = (block: number, field: string | null, onChain: Mismatch['chain'], inIndex: Mismatch['index']) =>
    mismatches.push({ item: 'Block', block, id: String(block), field, chain: onChain, index: inIndex });
  const byNumber = new Map<number, BlockRow>();
  for (const row of rows) {
    if (byNumber.has(row.number)) add(row.number, null, 'one block', 'two rows');
    byNumber.set(row.number, row);
  }
  for (const block of chain) {
    const row = byNumber.get(block.number);
    byNumber.delete(block.number);
    if (!row) {
      add(block.number, null, block.hash, null);
      continue;
    }
    const pairs: [string, string | number, string | number][] = [
      ['hash', block.hash, row.hash],
      ['parentHash', block.parentHash, row.parentHash],
      ['specVersion', block.specVersion, row.specVersion],
      ['extrinsicCount', block.extrinsics, row.extrinsicCount],
      ['rows of Extrinsic', block.extrinsics, row.extrinsicRows],
      ['eventCount', block.events, row.eventCount],
      ['rows of Event', block.events, row.eventRows],
    ];
    for (const [field, onChain, inIndex] of pairs) if (onChain !== inIndex) add(block.number, field, onChain, inIndex);
  }
  for (const row of byNumber.values()) add(row.number, null, null, row.hash);
  const sum = (of: (block: ChainBlock) => number) => chain.reduce((total, block) => total + of(block), 0);
  return { blocks: chain.length, extrinsics: sum((b) => b.extrinsics), events: sum((b) => b.events), mismatches };
};
