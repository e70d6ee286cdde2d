import type { Hex } from '../../../../codec/scale';
import { perbillOf, saturatingSub } from '../../framework/arithmetic';
import type { Runtime } from '../../framework/runtime';
import { creditMerchant } from './context';
import type { FileInfo, MarketStorage, Replica } from './storage';

/** at most this many replicas per file */
export const MAX_REPLICAS = 200;
/** What a paid replica gets of the amount left, by paid places left: 2.5 of 18, 15.5, 13 and 10.5 parts. */
const PAY_PERBILL: Readonly<Record<number, bigint>> = {
  4: 138_888_888n,
  3: 161_290_320n,
  2: 192_307_690n,
  1: 238_095_240n,
};

/** Who holds a replica, behind which enclave, for which owner. */
export interface Holder {
  readonly who: Hex;
  readonly owner: Hex;
  readonly anchor: Hex;
}

export const newReplica = ({ who, anchor }: Holder, validAt: number): Replica => ({
  who,
  validAt,
  anchor,
  isReported: true,
  createdAt: validAt,
});

/** Whether a replica that still counts the file's size is old enough for its spower (the sum may pass the end of u32). */
export const isReady = (rt: Runtime, { spowerReadyPeriod }: MarketStorage, createdAt: number): boolean =>
  (createdAt + spowerReadyPeriod.get()) % 2 ** 32 <= rt.block();

/** A file's time begins with what is reported of it first. */
export const started = <F extends { expiredAt: number; calculatedAt: number }>(rt: Runtime, file: F): F =>
  file.expiredAt !== 0
    ? file
    : { ...file, calculatedAt: rt.block(), expiredAt: rt.block() + rt.profile.fileDurationBlocks };

/** One replica per owner; the first four owners whose collateral allows it are paid. */
export function addOwned(
  rt: Runtime,
  before: FileInfo,
  holder: Holder,
  validAt: number,
): { file: FileInfo; added: boolean } {
  const added = before.replicas.size < MAX_REPLICAS && !before.replicas.has(holder.owner);
  if (!added) return { file: started(rt, before), added };
  const file: FileInfo = {
    ...before,
    replicas: new Map([...before.replicas, [holder.owner, newReplica(holder, validAt)]]),
    reportedReplicaCount: before.reportedReplicaCount + 1,
  };
  const pay = perbillOf(PAY_PERBILL[file.remainingPaidCount] ?? 0n, file.amount);
  const paid = file.remainingPaidCount > 0 && creditMerchant(rt, holder.owner, pay);
  const left = paid
    ? { ...file, amount: saturatingSub(file.amount, pay), remainingPaidCount: file.remainingPaidCount - 1 }
    : file;
  return { file: started(rt, left), added };
}

/** What a replica counts in its anchor's report: the file's size until it has matured, then the file's spower. */
export const countedFor = (file: { fileSize: bigint; spower: bigint }, replica: Replica): bigint =>
  replica.createdAt === null ? file.spower : file.fileSize;

/** Takes an owner's replica off, if it is `who`'s; its spower is given back only by the enclave that reported it. */
export function removeOwned(
  file: FileInfo,
  { who, owner, anchor }: Holder,
): { file: FileInfo; removed: Replica | undefined; spower: bigint } {
  const row = file.replicas.get(owner);
  if (row?.who !== who) return { file, removed: undefined, spower: 0n };
  const replicas = new Map(file.replicas);
  replicas.delete(owner);
  return { file: { ...file, replicas }, removed: row, spower: row.anchor === anchor ? countedFor(file, row) : 0n };
}

export const fewerReported = <F extends { reportedReplicaCount: number }>(file: F, by: number): F => ({
  ...file,
  reportedReplicaCount: Math.max(0, file.reportedReplicaCount - by),
});
