import { accountId, bool, bytes, type Hex, tuple, u32, u64, type Value, vec } from '../../../../codec/scale';
import type { MarketContext } from './context';
import { addOwned, fewerReported, isReady, removeOwned } from './replica';
import { ownedShelf } from './shelf';
import { sized } from './sizing';
import type { FileInfo } from './storage';

/** reporter, owner, anchor, report slot, report block, valid at, is added */
export const replicaChange = tuple(accountId, accountId, bytes, u64, u32, u32, bool);
export const fileChanges = vec(tuple(bytes, u64, vec(replicaChange)));

export interface ReplicaOutcome {
  changedFiles: number;
  /** net spower by anchor */
  spowers: Map<Hex, bigint>;
  /** adds that came to nothing, by report slot */
  illegalAdds: Map<bigint, number>;
}

export const bump = <K>(map: Map<K, bigint>, key: K, by: bigint) => map.set(key, (map.get(key) ?? 0n) + by);

/** Applies the spower service's list of replicas added and deleted, file by file (from spec 23 on). */
export function applyReplicas(context: MarketContext, list: Value<typeof fileChanges>): ReplicaOutcome {
  const { rt, s } = context;
  const out: ReplicaOutcome = { changedFiles: 0, spowers: new Map(), illegalAdds: new Map() };
  const illegal = (slot: bigint, adds: number) => out.illegalAdds.set(slot, (out.illegalAdds.get(slot) ?? 0) + adds);
  for (const [cid, reportedSize, changes] of list) {
    const inOrder = (isAdded: boolean) => changes.filter((c) => c[6] === isAdded).toSorted((a, b) => a[4] - b[4]);
    const [added, deleted] = [inOrder(true), inOrder(false)];
    const found = s.files.get(cid);
    if (found === undefined) {
      if (added[0]) illegal(added[0][3], added.length);
      continue;
    }
    let file: FileInfo | undefined = found;
    for (const [who, owner, anchor, slot, , validAt] of added) {
      file = sized(context, ownedShelf(s), cid, file, reportedSize, who);
      if (file === undefined) {
        illegal(slot, added.length);
        break;
      }
      const next = addOwned(rt, file, { who, owner, anchor }, validAt);
      if (next.added) bump(out.spowers, anchor, next.file.fileSize);
      file = next.file;
    }
    out.changedFiles += 1;
    if (file === undefined) continue;
    for (const [who, owner, anchor] of deleted) {
      const next = removeOwned(file, { who, owner, anchor });
      if (next.removed) bump(out.spowers, anchor, -next.spower);
      file = next.removed ? fewerReported(next.file, 1) : next.file;
    }
    s.files.set(cid, file);
  }
  return out;
}

/** Recalculates the spower of files and lets replicas mature whose time has come; net changes by anchor. */
export function applySpowerCalculation(
  { rt, s, rules }: MarketContext,
  cids: readonly Hex[],
): { spowers: Map<Hex, bigint>; files: number } {
  const spowers = new Map<Hex, bigint>();
  let files = 0;
  for (const cid of cids) {
    const file = s.files.get(cid);
    if (file === undefined) continue;
    const spower = rules.spower(file.fileSize, file.reportedReplicaCount);
    let changed = spower !== file.spower;
    const replicas = new Map(file.replicas);
    for (const [owner, row] of file.replicas) {
      const ready = row.createdAt !== null && isReady(rt, s, row.createdAt);
      if (ready) replicas.set(owner, { ...row, createdAt: null });
      const before = row.createdAt === null ? file.spower : ready ? file.fileSize : spower;
      if (spower === before) continue;
      bump(spowers, row.anchor, spower - before);
      changed = true;
    }
    if (!changed) continue;
    s.files.set(cid, { ...file, spower, replicas });
    files += 1;
  }
  return { spowers, files };
}
