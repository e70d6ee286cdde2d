import { clipExposure, snapshotExposure } from '@moho/protocol';
import type { ChainEntry, Fields } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import { keyOf, type ValidatorRow } from './sql';

const text = (value: bigint | null): string | null => (value === null ? null : String(value));

/** Each exposure (compared with the chain elsewhere) from the limit and the unscaled stakes of the same rows, and its clip. */
export const compareExposures = (validators: Iterable<ValidatorRow>, head: number): ItemResult => {
  const stored: ChainEntry[] = [];
  const derived = new Map<string, Fields>();
  for (const { era, stash, total, own, stakeLimit, nominalOwn, guarantors } of validators) {
    if (stakeLimit === null || nominalOwn === null) continue;
    const id = keyOf(era, stash);
    const others = guarantors.map(({ guarantor, value, clipped }) => [guarantor, String(value), clipped]);
    stored.push({ id, fields: { total: text(total), own: text(own), others }, rawKeys: [] });
    const votes = guarantors.map(({ guarantor, nominal }) => ({ who: guarantor, value: nominal ?? 0n }));
    const exposure = snapshotExposure(stakeLimit, nominalOwn, votes);
    const paid = new Set(exposure === null ? [] : clipExposure(exposure).others.map(({ who }) => who));
    derived.set(id, {
      total: text(exposure?.total ?? null),
      own: text(exposure?.own ?? null),
      others: (exposure?.others ?? []).map(({ who, value }) => [who, String(value), !paid.has(who)]),
    });
  }
  return compareItem('Exposure re-derived', head, stored, derived, new Set());
};
