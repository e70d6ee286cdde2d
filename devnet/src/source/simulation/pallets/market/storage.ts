import {
  accountId,
  bool,
  btreeMap,
  btreeSet,
  bytes,
  compact,
  type Hex,
  option,
  struct,
  u32,
  u64,
  u128,
  type Value,
  vec,
} from '../../../../codec/scale';
import { asRuntimesRead } from '../../framework/old-rows';
import type { Runtime } from '../../framework/runtime';
import { type StorageMap, twox64Concat } from '../../framework/storage';

export const replica = struct({
  who: accountId,
  validAt: u32,
  anchor: bytes,
  isReported: bool,
  createdAt: option(u32),
});
const fileHead = {
  fileSize: u64,
  spower: u64,
  expiredAt: u32,
  calculatedAt: u32,
  amount: compact,
  prepaid: compact,
  reportedReplicaCount: u32,
};
/** a file up to spec 16: replicas in a list */
export const listedFile = struct({ ...fileHead, replicas: vec(replica) });
/** a file from spec 17 on: replicas by the group's owner */
export const fileInfo = struct({
  ...fileHead,
  remainingPaidCount: u32,
  replicas: btreeMap(accountId, replica),
});
export type Replica = Value<typeof replica>;
export type ListedFile = Value<typeof listedFile>;
export type FileInfo = Value<typeof fileInfo>;
/** what files of both kinds share */
export type FileHead = Omit<ListedFile, 'replicas'>;

/** the first four replicas of an order are paid */
export const REWARD_PERSON = 4;

/** "modl" ++ "crmarket" ++ SCALE string of the pot's four letters, zero padded */
const pot = (letters: string): Hex =>
  `0x${Buffer.from(`modlcrmarket\u0010${letters}`.padEnd(32, '\0')).toString('hex')}`;
export const POTS = {
  collateral: pot('coll'),
  storage: pot('stor'),
  staking: pot('stak'),
  reserved: pot('rese'),
  /** pays free orders, in specs 1 and 2 */
  free: pot('free'),
};

/** Items that the first market had under another name. */
const FIRST_NAMES = {
  FileByteFee: 'FilePrice',
  FileKeysCount: 'FilesCount',
  FileKeysCountFee: 'FilesCountPrice',
  HasNewOrder: 'NewOrder',
  EnableMarket: 'MarketSwitch',
} as const;
const LATER_NAMES: Readonly<Record<keyof typeof FIRST_NAMES, string>> = {
  FileByteFee: 'FileByteFee',
  FileKeysCount: 'FileKeysCount',
  FileKeysCountFee: 'FileKeysCountFee',
  HasNewOrder: 'HasNewOrder',
  EnableMarket: 'EnableMarket',
};

export type MarketStorage = ReturnType<typeof marketStorage>;

const readable = <V>(map: StorageMap<Hex, V, V | undefined>): StorageMap<Hex, V, V | undefined> => ({
  ...map,
  keys: () => map.keys().filter((key) => map.has(key)),
  entries: () => map.entries().filter(([, row]) => row !== undefined),
  size: () => map.keys().filter((key) => map.has(key)).length,
});

/** Every storage item of Market from spec 3 on with its default; a spec leaves alone what it does not know. */
export function marketStorage(rt: Runtime, isFirst: boolean) {
  const store = rt.storage('Market');
  const names = isFirst ? FIRST_NAMES : LATER_NAMES;
  return {
    files: store.map('FilesV2', twox64Concat(bytes), fileInfo),
    // a file of the first market comes out as an empty one of its size, with blocks where its amount stood
    listed: readable(store.map('Files', twox64Concat(bytes), asRuntimesRead(listedFile))),
    pendingFiles: store.value('PendingFiles', btreeSet(bytes)),
    ordersCount: store.value('OrdersCount', u32, 0),
    feeAdjustInterval: store.value('FileFeeAdjustInterval', u32, 1),
    lastFeeAdjustBlock: store.value('LastFileFeeAdjustBlock', u32, 0),
    baseFee: store.value('FileBaseFee', u128, 0n),
    minBaseFee: store.value('MinFileBaseFee', u128, 0n),
    maxBaseFee: store.value('MaxFileBaseFee', u128, 50_000_000_000n),
    baseIncreaseThreshold: store.value('FileBaseFeeIncreaseThreshold', u32, 10),
    baseDecreaseThreshold: store.value('FileBaseFeeDecreaseThreshold', u32, 30),
    baseIncreaseRatio: store.value('FileBaseFeeIncreaseRatio', u32, 3_300_000),
    baseDecreaseRatio: store.value('FileBaseFeeDecreaseRatio', u32, 3_000_000),
    byteFee: store.value(names.FileByteFee, u128, 10_000n),
    minByteFee: store.value('MinFileByteFee', u128, 0n),
    maxByteFee: store.value('MaxFileByteFee', u128, 1_000_000n),
    byteIncreaseRatio: store.value('FileByteFeeIncreaseRatio', u32, 3_300_000),
    byteDecreaseRatio: store.value('FileByteFeeDecreaseRatio', u32, 3_000_000),
    keysFee: store.value(names.FileKeysCountFee, u128, 1_000_000n),
    minKeysFee: store.value('MinFileKeysCountFee', u128, 0n),
    maxKeysFee: store.value('MaxFileKeysCountFee', u128, 10_000_000n),
    keysThreshold: store.value('FileKeysCountFeeAdjustThreshold', u32, 5_000_000),
    keysIncreaseRatio: store.value('FileKeysCountFeeIncreaseRatio', u32, 3_300_000),
    keysDecreaseRatio: store.value('FileKeysCountFeeDecreaseRatio', u32, 3_000_000),
    keysCount: store.value(names.FileKeysCount, u32, 0),
    hasNewOrder: store.value(names.HasNewOrder, bool, false),
    enableMarket: store.value(names.EnableMarket, bool, false),
    spowerReadyPeriod: store.value('SpowerReadyPeriod', u32, 1_296_000),
    spowerSuperior: store.value('SpowerSuperior', accountId),
    lastReplicasUpdateBlock: store.value('LastReplicasUpdateBlock', u32, 0),
    lastSpowerCalculateBlock: store.value('LastSpowerCalculateBlock', u32, 0),
  };
}
