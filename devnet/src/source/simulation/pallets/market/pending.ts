import { type Hex, sortedKeys } from '../../../../codec/scale';
import type { MarketContext } from './context';
import { listedShelf } from './shelf';
import { refreshSpower } from './spower-update';
import type { MarketStorage } from './storage';

const EVERY_BLOCKS = 100;
const OFFSET = 93;
const MOST_AT_ONCE = 20;

/** Notes a file whose number of replicas changed. */
export function note(s: MarketStorage, cid: Hex): void {
  s.pendingFiles.set(new Set([...(s.pendingFiles.get() ?? []), cid]));
}

/** Specs 3 to 11: files that gained or lost replicas get their spower every hundred blocks, twenty at a time. */
export function sweepPending(context: MarketContext, block: number): void {
  const { s } = context;
  const waiting = sortedKeys(s.pendingFiles.get() ?? []);
  if (block % EVERY_BLOCKS !== OFFSET && waiting.length < MOST_AT_ONCE) return;
  const rest = waiting.slice(MOST_AT_ONCE);
  if (rest.length > 0) s.pendingFiles.set(new Set(rest));
  else s.pendingFiles.kill();
  for (const cid of waiting.slice(0, MOST_AT_ONCE)) {
    const file = s.listed.get(cid);
    if (file !== undefined) s.listed.set(cid, refreshSpower(context, listedShelf(s), file));
  }
}
