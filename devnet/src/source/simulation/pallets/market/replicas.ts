import { accountId, bool, bytes, type Hex, tuple, u32, u64, type Value, vec } from '../../../../codec/scale';
import { perbillOf, saturatingSub } from '../../framework/arithmetic';
import { isFailure } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import type { MarketEvents } from './market';
import { creditMerchant } from './settle';
import { spowerOf } from './spower';
import { type FileInfo, type MarketStorage, POTS } from './storage';

/** at most this many owners per file */
const MAX_REPLICAS = 200;
/** What a paid replica gets of the amount left, by paid places left: 2.5 of 18, 15.5, 13 and 10.5 parts. */
const PAY_PERBILL: Readonly<Record<number, bigint>> = {
  4: 138_888_888n,
  3: 161_290_320n,
  2: 192_307_690n,
  1: 238_095_240n,
};

/** reporter, owner, anchor, report slot, report block, valid at, is added */
export const replicaChange = tuple(accountId, accountId, bytes, u64, u32, u32, bool);
export const fileChanges = vec(tuple(bytes, u64, vec(replicaChange)));
type Change = Value<typeof replicaChange>;
export interface ReplicaOutcome {
  changedFiles: number;
  /** net spower by anchor */
  spowers: Map<Hex, bigint>;
  /** adds that came to nothing, by report slot */
  illegalAdds: Map<bigint, number>;
}

const bump = <K>(map: Map<K, bigint>, key: K, by: bigint) => map.set(key, (map.get(key) ?? 0n) + by);

/** Applies the spower service's list of replicas added and deleted, file by file. */
export function applyReplicas(
  rt: Runtime,
  s: MarketStorage,
  emit: MarketEvents,
  list: Value<typeof fileChanges>,
): ReplicaOutcome {
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
    for (const change of added) {
      file = sized(rt, s, emit, cid, file, reportedSize, change[0]);
      if (file === undefined) {
        illegal(change[3], added.length);
        break;
      }
      const next = addReplica(rt, file, change);
      if (next.added) bump(out.spowers, change[2], next.file.fileSize);
      file = next.file;
    }
    out.changedFiles += 1;
    if (file === undefined) continue;
    for (const change of deleted) {
      const next = deleteReplica(file, change);
      if (next.deleted) bump(out.spowers, change[2], -next.spower);
      file = next.file;
    }
    s.files.set(cid, file);
  }
  return out;
}

/**
 * While a file has no replica its size follows the report downwards; a report of more bytes than were ordered closes it
 * (undefined), its money going to the reporter's group owner if collateral allows, else to the reserved pot.
 */
function sized(
  rt: Runtime,
  s: MarketStorage,
  emit: MarketEvents,
  cid: Hex,
  file: FileInfo,
  reported: bigint,
  reporter: Hex,
): FileInfo | undefined {
  if (file.replicas.size > 0 || file.fileSize === reported) return file;
  if (file.fileSize > reported) return { ...file, fileSize: reported };
  const money = file.amount + file.prepaid;
  const owner = rt.pallets.swork.groupOwner(reporter);
  if (owner === undefined || !creditMerchant(rt, owner, money)) toReserved(rt, money);
  s.files.remove(cid);
  s.keysCount.set(Math.max(0, s.keysCount.get() - 1));
  s.ordersCount.set(Math.max(0, s.ordersCount.get() - 1));
  emit.IllegalFileClosed(cid);
  return undefined;
}

/** The runtime looks away when this transfer fails; so does the simulation, for dispatch failures alone. */
function toReserved(rt: Runtime, money: bigint): void {
  try {
    rt.pallets.balances.transfer(POTS.storage, POTS.reserved, money, 'KeepAlive');
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}

function addReplica(
  rt: Runtime,
  before: FileInfo,
  [who, owner, anchor, , , validAt]: Change,
): { file: FileInfo; added: boolean } {
  let file = before;
  const added = file.replicas.size < MAX_REPLICAS && !file.replicas.has(owner);
  if (added) {
    const replica = { who, validAt, anchor, isReported: true, createdAt: validAt };
    file = {
      ...file,
      replicas: new Map([...file.replicas, [owner, replica]]),
      reportedReplicaCount: file.reportedReplicaCount + 1,
    };
    const pay = perbillOf(PAY_PERBILL[file.remainingPaidCount] ?? 0n, file.amount);
    if (file.remainingPaidCount > 0 && creditMerchant(rt, owner, pay)) {
      file = { ...file, amount: saturatingSub(file.amount, pay), remainingPaidCount: file.remainingPaidCount - 1 };
    }
  }
  if (file.expiredAt === 0) {
    file = { ...file, calculatedAt: rt.block(), expiredAt: rt.block() + rt.profile.fileDurationBlocks };
  }
  return { file, added };
}

function deleteReplica(
  file: FileInfo,
  [who, owner, anchor]: Change,
): { file: FileInfo; deleted: boolean; spower: bigint } {
  const row = file.replicas.get(owner);
  if (row?.who !== who) return { file, deleted: false, spower: 0n };
  const counted = row.createdAt === null ? file.spower : file.fileSize;
  const replicas = new Map(file.replicas);
  replicas.delete(owner);
  return {
    file: { ...file, replicas, reportedReplicaCount: Math.max(0, file.reportedReplicaCount - 1) },
    deleted: true,
    spower: row.anchor === anchor ? counted : 0n,
  };
}

/** Recalculates the spower of files and lets replicas mature whose time has come; net changes by anchor. */
export function applySpowerCalculation(
  rt: Runtime,
  s: MarketStorage,
  cids: readonly Hex[],
): { spowers: Map<Hex, bigint>; files: number } {
  const spowers = new Map<Hex, bigint>();
  let files = 0;
  for (const cid of cids) {
    const file = s.files.get(cid);
    if (file === undefined) continue;
    const spower = spowerOf(file.fileSize, file.reportedReplicaCount);
    let changed = spower !== file.spower;
    const replicas = new Map(file.replicas);
    for (const [owner, row] of file.replicas) {
      const ready = row.createdAt !== null && row.createdAt + s.spowerReadyPeriod.get() <= rt.block();
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
