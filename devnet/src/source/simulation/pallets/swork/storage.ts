import {
  accountId,
  bool,
  btreeMap,
  btreeSet,
  bytes,
  fixed,
  option,
  struct,
  tuple,
  u32,
  u64,
  u128,
  type Value,
  vec,
} from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import { blake2_128Concat, twox64Concat } from '../../framework/storage';

export const identity = struct({ anchor: bytes, punishmentDeadline: u64, group: option(accountId) });

/** what stands behind an enclave's key */
export const enclaveKey = struct({ code: bytes, anchor: option(bytes) });
export const group = struct({ members: btreeSet(accountId), allowlist: btreeSet(accountId) });
export const workReport = struct({
  reportSlot: u64,
  spower: u64,
  free: u64,
  reportedFilesSize: u64,
  reportedSrdRoot: bytes,
  reportedFilesRoot: bytes,
});
/** owners' bytes, then free, spower and files size of the identities visited so far */
const workload = tuple(btreeMap(accountId, u128), u128, u128, u128);

export type Identity = Value<typeof identity>;
export type WorkReport = Value<typeof workReport>;
export type Workload = Value<typeof workload>;

/** `punishment_deadline` of an identity whose first judgement is still to come */
export const NEW_IDENTITY = 1n;
export const PUNISHMENT_SLOTS = 8;

export type SworkStorage = ReturnType<typeof sworkStorage>;

/** Every storage item of Swork in any spec; `totalItem` is the one that holds the network's spower. */
export function sworkStorage(rt: Runtime, totalItem: string) {
  const store = rt.storage('Swork');
  const byBytes = twox64Concat(bytes);
  const byAccount = blake2_128Concat(accountId);
  return {
    historySlotDepth: store.value('HistorySlotDepth', u64, 3600n),
    codes: store.map('Codes', byBytes, u32),
    identities: store.map('Identities', byAccount, identity),
    identityPreviousKey: store.value('IdentityPreviousKey', bytes),
    workload: store.value('Workload', workload),
    pubKeys: store.map('PubKeys', byBytes, enclaveKey),
    groups: store.map('Groups', byAccount, group),
    workReports: store.map('WorkReports', byBytes, workReport),
    lastProcessedBlock: store.value('LastProcessedBlockWorkReports', u32, 0),
    spowerSuperior: store.value('SpowerSuperior', accountId),
    lastSpowerUpdateBlock: store.value('LastSpowerUpdateBlock', u32, 0),
    currentReportSlot: store.value('CurrentReportSlot', u64, 0n),
    reportedInSlot: store.doubleMap('ReportedInSlot', byBytes, twox64Concat(u64), bool, false),
    spower: store.value(totalItem, u128, 0n),
    reportedFilesSize: store.value('ReportedFilesSize', u128, 0n),
    free: store.value('Free', u128, 0n),
    enablePunishment: store.value('EnablePunishment', bool, true),
    addedFilesCount: store.value('AddedFilesCount', u32, 0),
    allowedTeePublicKeys: store.value('AllowedTeePublicKeys', vec(fixed(32)), []),
  };
}
