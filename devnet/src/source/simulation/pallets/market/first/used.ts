import type { Hex } from '../../../../../codec/scale';
import { wrapped } from '../../../framework/arithmetic';
import { dbWeight } from '../../../framework/weights';
import { takePending } from '../pending';
import { firstSpowerOf } from '../spower';
import type { FirstContext } from './context';
import type { TrashBin, UsedInfo } from './storage';

const BIN_FILES = 1000n;

const without = <V>(map: ReadonlyMap<Hex, V>, key: Hex) => new Map([...map].filter(([k]) => k !== key));

/** How many bytes a file counts for each group that stores it, in their reports and in the trash. */
export function usedPart(context: FirstContext) {
  const { rt, f, s } = context;
  const [first, second] = f.trash as [TrashBin, TrashBin];

  const note = (cid: Hex): void => f.pendingFiles.set(new Set([...(f.pendingFiles.get() ?? []), cid]));

  /** Brings what a file counts up to its number of groups, in the reports of all of them. */
  function refresh(sizeBytes: bigint, used: UsedInfo): UsedInfo {
    const usedSize = firstSpowerOf(sizeBytes, used.reportedGroupCount);
    for (const anchor of used.groups.keys()) rt.pallets.swork.moveSpower(anchor, used.usedSize, usedSize);
    return { ...used, usedSize };
  }

  /** Counts a file's bytes for an anchor, or takes them off again; nothing guards the sum. */
  const count = (bin: TrashBin, anchor: Hex, bytes: bigint): void =>
    bin.usedBy.set(anchor, wrapped(64, bin.usedBy.get(anchor) + bytes));

  /** Makes room: what the bin's files counted goes out of all reports. */
  function dump(bin: TrashBin): void {
    for (const [anchor, used] of bin.usedBy.entries()) {
      rt.pallets.swork.moveSpower(anchor, used, 0n);
      bin.usedBy.remove(anchor);
    }
    for (const [cid] of bin.files.entries()) bin.files.remove(cid);
    bin.size.set(0n);
  }
  function throwInto(bin: TrashBin, other: TrashBin, cid: Hex, used: UsedInfo): void {
    bin.files.set(cid, used);
    bin.size.set(bin.size.get() + 1n);
    for (const anchor of used.groups.keys()) count(bin, anchor, used.usedSize);
    if (bin.size.get() >= BIN_FILES) dump(other);
  }

  return {
    refresh,
    /** One more group stores a file; returns what it counted before. */
    addGroup(cid: Hex, used: UsedInfo, anchor: Hex): UsedInfo {
      note(cid);
      return {
        ...used,
        reportedGroupCount: used.reportedGroupCount + 1,
        groups: new Map([...used.groups, [anchor, true]]),
      };
    },
    /** An enclave no longer stores a file, be it ordered or in the trash; returns what it counted. */
    removeGroup(cid: Hex, anchor: Hex): bigint {
      let counted = 0n;
      const file = f.files.get(cid);
      const reported = file?.used.groups.get(anchor);
      if (file !== undefined && reported !== undefined) {
        counted = file.used.usedSize;
        const reportedGroupCount = Math.max(0, file.used.reportedGroupCount - (reported ? 1 : 0));
        const groups = without(file.used.groups, anchor);
        f.files.set(cid, { ...file, used: { ...file.used, reportedGroupCount, groups } });
        if (reported) note(cid);
      }
      for (const bin of f.trash) {
        const row = bin.files.get(cid);
        if (row === undefined || !row.groups.has(anchor)) continue;
        bin.files.set(cid, { ...row, groups: without(row.groups, anchor) });
        count(bin, anchor, -row.usedSize);
        if (row.usedSize > counted) counted = row.usedSize;
      }
      return counted;
    },
    /** A closed file goes into the trash, counting as one with a single group. */
    discard(cid: Hex, sizeBytes: bigint, used: UsedInfo): void {
      const last = refresh(sizeBytes, { ...used, reportedGroupCount: 1 });
      if (first.size.get() < BIN_FILES) throwInto(first, second, cid, last);
      else throwInto(second, first, cid, last);
      f.files.remove(cid);
      s.keysCount.set(Math.max(0, s.keysCount.get() - 1));
    },
    /** Who orders a file anew takes it out of the trash, and out of the reports. */
    recover(cid: Hex): void {
      for (const bin of f.trash) {
        const row = bin.files.get(cid);
        if (row === undefined) continue;
        for (const anchor of row.groups.keys()) {
          count(bin, anchor, -row.usedSize);
          rt.pallets.swork.moveSpower(anchor, row.usedSize, 0n);
        }
        bin.size.set(wrapped(128, bin.size.get() - 1n));
        bin.files.remove(cid);
      }
    },
    /** Every hundred blocks: files whose groups changed. Returns the weight. */
    sweep(block: number): number {
      let weight = dbWeight(1, 0);
      for (const cid of takePending(f, block)) {
        weight += dbWeight(1, 0);
        const file = f.files.get(cid);
        if (file === undefined) continue;
        const used = refresh(file.fileSize, file.used);
        f.files.set(cid, { ...file, used });
        const changed = used.usedSize === file.used.usedSize ? 0 : used.groups.size;
        weight += dbWeight(changed, changed + 1);
      }
      return weight;
    },
  };
}
export type UsedPart = ReturnType<typeof usedPart>;
