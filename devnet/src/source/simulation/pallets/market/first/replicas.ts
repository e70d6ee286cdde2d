import type { Hex } from '../../../../../codec/scale';
import { toReserved } from '../context';
import type { Holder } from '../replica';
import type { ReportedReplica } from '../reported-replicas';
import { creditOwner, type FirstContext } from './context';
import type { FirstFile } from './storage';
import type { UsedPart } from './used';

const MAX_REPLICAS = 500;
const MAX_GROUPS = 200;

/** What a report does to the files of the first market. */
export function firstReplicas(context: FirstContext, used: UsedPart) {
  const { rt, s, f, emit } = context;

  /** Looks at the reported size of a file that nobody stores yet; undefined when it was too large and is closed. */
  function sized({ cid, size, who }: ReportedReplica, file: FirstFile): FirstFile | undefined {
    if (file.replicas.length > 0 || file.fileSize === size) return file;
    if (file.fileSize > size) return { ...file, fileSize: size };
    const money = file.amount + file.prepaid;
    if (!creditOwner(context, who, money)) toReserved(rt, money);
    f.files.remove(cid);
    s.keysCount.set(Math.max(0, s.keysCount.get() - 1));
    emit.IllegalFileClosed(cid);
    return undefined;
  }

  /** Whether a member of the reporter's group counts for the file already. */
  function groupCounts({ replicas, used: { groups } }: FirstFile, who: Hex): boolean {
    const { swork } = rt.pallets;
    const owner = swork.groupOwner(who);
    if (owner === undefined) return false;
    const members = swork.membersOf(owner);
    return replicas.some(
      (row) => groups.has(row.anchor) && members.has(row.who) && swork.anchorOf(row.who) === row.anchor,
    );
  }

  return {
    addReplica(replica: ReportedReplica): { spower: bigint; ordered: boolean } {
      const ordered = f.files.get(replica.cid);
      const before = ordered && sized(replica, ordered);
      if (before === undefined) return { spower: 0n, ordered: false };
      const counts = before.used.groups.size < MAX_GROUPS && !groupCounts(before, replica.who);
      let file = before;
      if (file.replicas.length < MAX_REPLICAS) {
        const { who, validAt, anchor } = replica;
        const replicas = [...file.replicas, { who, validAt, anchor, isReported: true }];
        replicas.sort((a, b) => a.validAt - b.validAt);
        file = { ...file, replicas, reportedReplicaCount: file.reportedReplicaCount + 1 };
      }
      if (counts) file = { ...file, used: used.addGroup(replica.cid, file.used, replica.anchor) };
      if (file.replicas.length === 1)
        file = { ...file, calculatedAt: rt.block(), expiredOn: rt.block() + rt.profile.fileDurationBlocks };
      f.files.set(replica.cid, file);
      return { spower: counts ? file.used.usedSize : 0n, ordered: true };
    },
    removeReplica({ cid, who, anchor }: Holder & { readonly cid: Hex }): bigint {
      const file = f.files.get(cid);
      if (file !== undefined) {
        const lost = file.replicas.some((row) => row.who === who && row.isReported);
        f.files.set(cid, {
          ...file,
          replicas: file.replicas.filter((row) => row.who !== who),
          reportedReplicaCount: Math.max(0, file.reportedReplicaCount - (lost ? 1 : 0)),
        });
      }
      return used.removeGroup(cid, anchor);
    },
  };
}
