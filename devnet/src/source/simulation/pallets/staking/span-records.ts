import { accountId, encodeHex, type Hex, tuple, u32 } from '../../../../codec/scale';
import { newSpans, pruneSpans, type SlashingSpans, spansOf } from './spans';
import type { StakingStorage } from './storage';

/** Key of one span of a stash in `SpanSlash`. */
const keyOf = (stash: Hex, index: number): Hex => encodeHex(tuple(accountId, u32), [stash, index]);

/** The stored spans of stashes, and what each span has cost so far: nobody pays more than the worst offence of a span. */
export function spanRecords(s: StakingStorage) {
  return {
    /** the spans of `stash`; a first look at them writes them down */
    fetch(stash: Hex, windowStart: number): SlashingSpans {
      const found = s.slashingSpans.get(stash) ?? newSpans(windowStart);
      if (!s.slashingSpans.has(stash)) s.slashingSpans.set(stash, found);
      return found;
    },
    keep(stash: Hex, row: SlashingSpans, windowStart: number): void {
      const pruned = pruneSpans(row, windowStart);
      for (const index of pruned.forgotten) s.spanSlash.remove(keyOf(stash, index));
      s.slashingSpans.set(stash, pruned.spans);
    },
    costOf: (stash: Hex, index: number) => s.spanSlash.get(keyOf(stash, index)),
    setCost: (stash: Hex, index: number, cost: { slashed: bigint; paidOut: bigint }) =>
      s.spanSlash.set(keyOf(stash, index), cost),
  };
}

/** Forgets everything about a stash whose bond is gone. */
export function clearSpans(s: StakingStorage, stash: Hex): void {
  const row = s.slashingSpans.get(stash);
  if (row === undefined) return;
  s.slashingSpans.remove(stash);
  for (const { index } of spansOf(row)) s.spanSlash.remove(keyOf(stash, index));
}
