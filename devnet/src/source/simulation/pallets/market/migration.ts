import { u32 } from '../../../../codec/scale';
import { ensureSigned } from '../../framework/dispatch';
import type { MarketContext } from './context';

/** Spec 17 alone: anybody may move files of the old map, one more than asked for, to the map by owner. */
export function migrationCall({ rt, s }: MarketContext) {
  return {
    doFileMigration: rt.call(
      'Market',
      'do_file_migration',
      { filesCount: u32 },
      { weight: ({ filesCount }) => 1_116_000_000 + 1_150_000_000 * filesCount },
      (origin, { filesCount }) => {
        ensureSigned(origin);
        for (const [cid, file] of s.listed.entries().slice(0, filesCount + 1)) {
          const { replicas, ...head } = file;
          const byOwner = new Map(replicas.map((row) => [rt.pallets.swork.groupOwner(row.who) ?? row.who, row]));
          s.files.set(cid, { ...head, remainingPaidCount: 0, replicas: byOwner });
          s.listed.remove(cid);
        }
      },
    ),
  };
}
