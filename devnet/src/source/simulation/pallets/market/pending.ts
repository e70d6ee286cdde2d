import { type Hex, sortedKeys } from '../../../../codec/scale';
import { dbWeight } from '../../framework/weights';
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

/** Takes the files whose turn it is off the list; none while it is neither time nor too many wait. */
export function takePending(s: Pick<MarketStorage, 'pendingFiles'>, block: number): Hex[] {
  const waiting = sortedKeys(s.pendingFiles.get() ?? []);
  if (block % EVERY_BLOCKS !== OFFSET && waiting.length < MOST_AT_ONCE) return [];
  const rest = waiting.slice(MOST_AT_ONCE);
  if (rest.length > 0) s.pendingFiles.set(new Set(rest));
  else s.pendingFiles.kill();
  return waiting.slice(0, MOST_AT_ONCE);
}

/** Specs 3 to 11: files that gained or lost replicas get their spower every hundred blocks, twenty at a time. */
export function sweepPending(context: MarketContext, block: number): number {
  const { s } = context;
  let weight = dbWeight(1, 0);
  for (const cid of takePending(s, block)) {
    weight += dbWeight(1, 0);
    const file = s.listed.get(cid);
    if (file === undefined) continue;
    const fresh = refreshSpower(context, listedShelf(s), file);
    s.listed.set(cid, fresh);
    const matured = fresh.replicas.filter(({ createdAt }) => createdAt === null).length;
    weight += dbWeight(matured, matured + 1);
  }
  return weight;
}
