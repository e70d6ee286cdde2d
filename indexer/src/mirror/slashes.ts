import { prefixOf, twoxU32 } from '../scale/keys';
import { createReader, readAll } from '../scale/reader';
import { type Fields, row } from '../write/entities';
import { afterHash, type Mirror } from './mirror';

export const UNAPPLIED_SLASHES = prefixOf('Staking', 'UnappliedSlashes');

export const unappliedSlashesKey = (era: number): string => UNAPPLIED_SLASHES + twoxU32(era);
const TWOX64_BYTES = 8;
const eraOf = (key: string): number => createReader(afterHash(key, TWOX64_BYTES)).u32();

/** What waits for one era, in the order of the reports. Root takes entries out of the list: those behind move up. */
const unappliedSlashes: Mirror = {
  name: 'Staking.UnappliedSlashes',
  prefix: UNAPPLIED_SLASHES,
  main: 'UnappliedSlash',
  rows: (key, raw) => {
    const era = eraOf(key);
    return readAll(raw, (r) =>
      r.vec(() => ({
        validator: r.account(),
        own: r.u128(),
        others: JSON.stringify(r.vec(() => ({ guarantor: r.account(), value: r.u128().toString() }))),
        reporters: r.vec(r.account),
        payout: r.u128(),
      })),
    ).map((fields, position) => row('UnappliedSlash', { id: `${era}-${position}`, era, position, ...fields }));
  },
  stored: (key, store) => store.children('UnappliedSlash', 'era', eraOf(key)),
  keyOf: (_id, stored) => unappliedSlashesKey((stored.fields as Fields<'UnappliedSlash'>).era),
};

export const slashMirrors: Mirror[] = [unappliedSlashes];
