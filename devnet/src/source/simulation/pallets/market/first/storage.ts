import {
  accountId,
  bool,
  btreeMap,
  btreeSet,
  bytes,
  struct,
  u32,
  u64,
  u128,
  type Value,
  vec,
} from '../../../../../codec/scale';
import type { Runtime } from '../../../framework/runtime';
import { blake2_128Concat, twox64Concat } from '../../../framework/storage';

export const firstReplica = struct({ who: accountId, validAt: u32, anchor: bytes, isReported: bool });
/** What a file counts in the reports of those who store it: one replica per group, whether it reported when last looked at. */
const usedInfo = struct({ usedSize: u64, reportedGroupCount: u32, groups: btreeMap(bytes, bool) });
const file = struct({
  fileSize: u64,
  expiredOn: u32,
  calculatedAt: u32,
  amount: u128,
  prepaid: u128,
  reportedReplicaCount: u32,
  replicas: vec(firstReplica),
  used: usedInfo,
});
export type UsedInfo = Value<typeof usedInfo>;
export type FirstFile = Value<typeof file>;

export type FirstStorage = ReturnType<typeof firstStorage>;

/** Storage of Market in specs 1 and 2. */
export function firstStorage(rt: Runtime) {
  const store = rt.storage('Market');
  const byBytes = twox64Concat(bytes);
  const byAnchor = blake2_128Concat(bytes);
  return {
    ledgers: store.map('MerchantLedgers', blake2_128Concat(accountId), struct({ reward: u128, collateral: u128 })),
    bonded: store.map('Bonded', blake2_128Concat(accountId), accountId),
    files: store.map('Files', byBytes, file),
    pendingFiles: store.value('PendingFiles', btreeSet(bytes)),
    /** closed files, so that who deletes them later gives up their bytes; the older half is thrown away when both are full */
    trash: [
      {
        files: store.map('UsedTrashI', byBytes, usedInfo),
        size: store.value('UsedTrashSizeI', u128, 0n),
        usedBy: store.map('UsedTrashMappingI', byAnchor, u64, 0n),
      },
      {
        files: store.map('UsedTrashII', byBytes, usedInfo),
        size: store.value('UsedTrashSizeII', u128, 0n),
        usedBy: store.map('UsedTrashMappingII', byAnchor, u64, 0n),
      },
    ],
    freeAccounts: store.map('FreeOrderAccounts', twox64Concat(accountId), u32),
    freeCountsLimit: store.value('FreeCountsLimit', u32, 1000),
    totalFreeFeeLimit: store.value('TotalFreeFeeLimit', u128, 0n),
    freeFee: store.value('FreeFee', u128, 0n),
    freeAdmin: store.value('FreeOrderAdmin', accountId),
  };
}
export type TrashBin = FirstStorage['trash'][number];
