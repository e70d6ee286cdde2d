import type { Hex } from '../../../../codec/scale';
import type { MarketContext } from './context';
import { note } from './pending';
import {
  addOwned,
  countedFor,
  fewerReported,
  type Holder,
  MAX_REPLICAS,
  newReplica,
  removeOwned,
  started,
} from './replica';
import { listedShelf, ownedShelf } from './shelf';
import { sized } from './sizing';
import type { ListedFile } from './storage';

export interface ReportedReplica extends Holder {
  readonly cid: Hex;
  readonly size: bigint;
  readonly validAt: number;
}

/** Up to spec 22 a report's files reach the market with the report: in the old map while they lie there, else by owner. */
export function reportedReplicas(context: MarketContext) {
  const { rt, s, rules } = context;
  const listed = (cid: Hex) => (rules.listsFiles ? s.listed.get(cid) : undefined);

  /** Looks at the reported size of a file that nobody stores yet. */
  function checkSize({ cid, size, who }: ReportedReplica): void {
    const owned = s.files.get(cid);
    if (owned !== undefined) {
      const file = sized(context, ownedShelf(s), cid, owned, size, who);
      if (file !== undefined) s.files.set(cid, file);
      return;
    }
    const old = listed(cid);
    const file = old && sized(context, listedShelf(s), cid, old, size, who);
    if (file !== undefined) s.listed.set(cid, file);
  }

  /** A member of the reporter's group stores the file already, under the enclave it reports with now. */
  function groupHas(file: ListedFile, who: Hex): boolean {
    const { swork } = rt.pallets;
    const owner = swork.groupOwner(who);
    if (owner === undefined) return false;
    const members = swork.membersOf(owner);
    return file.replicas.some((row) => members.has(row.who) && swork.anchorOf(row.who) === row.anchor);
  }

  function addToList(file: ListedFile, replica: ReportedReplica): bigint {
    const added = file.replicas.length < MAX_REPLICAS && !groupHas(file, replica.who);
    if (!added) {
      s.listed.set(replica.cid, started(rt, file));
      return 0n;
    }
    const replicas = [...file.replicas, newReplica(replica, replica.validAt)];
    if (rules.sweepsPending) {
      replicas.sort((a, b) => a.validAt - b.validAt);
      note(s, replica.cid);
    }
    const reportedReplicaCount = file.reportedReplicaCount + 1;
    s.listed.set(replica.cid, started(rt, { ...file, reportedReplicaCount, replicas }));
    return file.fileSize;
  }

  /** All of the reporter's replicas go, whichever enclave reported them. */
  function removeFromList(cid: Hex, file: ListedFile, { who, anchor }: Holder): bigint {
    const own = file.replicas.filter((row) => row.who === who);
    const reported = own.filter((row) => row.isReported).length;
    if (reported > 0 && rules.sweepsPending) note(s, cid);
    s.listed.set(cid, fewerReported({ ...file, replicas: file.replicas.filter((row) => row.who !== who) }, reported));
    const current = own.findLast((row) => row.anchor === anchor);
    return current === undefined ? 0n : countedFor(file, current);
  }

  return {
    /** What a stored file adds to the report's spower, and whether anybody ordered it. */
    addReplica(replica: ReportedReplica): { spower: bigint; ordered: boolean } {
      checkSize(replica);
      const old = listed(replica.cid);
      if (old !== undefined) return { spower: addToList(old, replica), ordered: true };
      const owned = s.files.get(replica.cid);
      if (owned === undefined) return { spower: 0n, ordered: false };
      const { file, added } = addOwned(rt, owned, replica, replica.validAt);
      s.files.set(replica.cid, file);
      return { spower: added ? file.fileSize : 0n, ordered: true };
    },
    /** What a deleted file takes from the report's spower. */
    removeReplica({ cid, ...holder }: Holder & { readonly cid: Hex }): bigint {
      const old = listed(cid);
      if (old !== undefined) return removeFromList(cid, old, holder);
      const owned = s.files.get(cid);
      if (owned === undefined) return 0n;
      const { file, removed, spower } = removeOwned(owned, holder);
      s.files.set(cid, removed?.isReported ? fewerReported(file, 1) : file);
      return spower;
    },
  };
}
