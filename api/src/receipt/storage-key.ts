import { asciiToBytes, bytesToHex, decodeAddress, type Hex, xxhash64 } from '@moho/protocol/base';
import { blake2b } from '@noble/hashes/blake2';
import { join, littleEndian, bytes as scaleBytes, u32 } from './scale';

const twox64 = (bytes: Uint8Array): Uint8Array => littleEndian(xxhash64(bytes, 0n), 8);
const twox128 = (bytes: Uint8Array): Uint8Array => join(twox64(bytes), littleEndian(xxhash64(bytes, 1n), 8));

/** Substrate's hasher twox64concat. */
const twox64Concat = (bytes: Uint8Array): Uint8Array => join(twox64(bytes), bytes);
/** Substrate's hasher blake2_128concat. */
const blake2Concat = (bytes: Uint8Array): Uint8Array => join(blake2b(bytes, { dkLen: 16 }), bytes);

/** Pallet and storage item with the key that follows the prefix (crust-protocol §1.4, §1.7, §1.10, §1.11). */
export interface StorageItem {
  pallet: string;
  item: string;
  key: Uint8Array;
}

const value = (pallet: string, item: string): StorageItem => ({ pallet, item, key: new Uint8Array() });
const map = (pallet: string, item: string, ...keys: Uint8Array[]): StorageItem => ({
  pallet,
  item,
  key: join(...keys),
});

export const items = {
  systemEvents: () => value('System', 'Events'),
  file: (cidHex: string, generation: number) =>
    map('Market', generation >= 17 ? 'FilesV2' : 'Files', twox64Concat(scaleBytes(cidHex))),
  merchant: (address: string) => map('Benefits', 'MarketBenefits', blake2Concat(decodeAddress(address))),
  sworkBenefit: (address: string) => map('Benefits', 'SworkBenefits', blake2Concat(decodeAddress(address))),
  baseFee: () => value('Market', 'FileBaseFee'),
  byteFee: () => value('Market', 'FileByteFee'),
  keysFee: () => value('Market', 'FileKeysCountFee'),
  oldByteFee: () => value('Market', 'FilePrice'),
  oldKeysFee: () => value('Market', 'FilesCountPrice'),
  fileKeysCount: () => value('Market', 'FileKeysCount'),
  oldFileKeysCount: () => value('Market', 'FilesCount'),
  ordersCount: () => value('Market', 'OrdersCount'),
  addedFilesCount: () => value('Swork', 'AddedFilesCount'),
  totalFree: () => value('Swork', 'Free'),
  totalSpower: () => value('Swork', 'Spower'),
  oldTotalSpower: () => value('Swork', 'Used'),
  totalFilesSize: () => value('Swork', 'ReportedFilesSize'),
  currentReportSlot: () => value('Swork', 'CurrentReportSlot'),
  lastProcessedBlock: () => value('Swork', 'LastProcessedBlockWorkReports'),
  activeEra: () => value('Staking', 'ActiveEra'),
  currentEra: () => value('Staking', 'CurrentEra'),
  workReport: (anchor: string) => map('Swork', 'WorkReports', twox64Concat(scaleBytes(anchor))),
  identity: (address: string) => map('Swork', 'Identities', blake2Concat(decodeAddress(address))),
  superOf: (address: string) => map('Identity', 'SuperOf', blake2Concat(decodeAddress(address))),
  pubKey: (key: string) => map('Swork', 'PubKeys', twox64Concat(scaleBytes(key))),
  code: (code: string) => map('Swork', 'Codes', twox64Concat(scaleBytes(code))),
  group: (owner: string) => map('Swork', 'Groups', blake2Concat(decodeAddress(owner))),
  bonded: (stash: string) => map('Staking', 'Bonded', twox64Concat(decodeAddress(stash))),
  ledger: (controller: string) => map('Staking', 'Ledger', blake2Concat(decodeAddress(controller))),
  validator: (stash: string) => map('Staking', 'Validators', twox64Concat(decodeAddress(stash))),
  guarantor: (stash: string) => map('Staking', 'Guarantors', twox64Concat(decodeAddress(stash))),
  stakeLimit: (stash: string) => map('Staking', 'StakeLimit', twox64Concat(decodeAddress(stash))),
  exposure: (era: number, stash: string) =>
    map('Staking', 'ErasStakers', twox64Concat(u32(era)), twox64Concat(decodeAddress(stash))),
  eraTotalStakes: (era: number) => map('Staking', 'ErasTotalStakes', twox64Concat(u32(era))),
  eraStakingPayout: (era: number) => map('Staking', 'ErasStakingPayout', twox64Concat(u32(era))),
  eraRewardPoints: (era: number) => map('Staking', 'ErasRewardPoints', twox64Concat(u32(era))),
  eraStartSession: (era: number) => map('Staking', 'ErasStartSessionIndex', twox64Concat(u32(era))),
  eraPrefs: (era: number, stash: string) =>
    map('Staking', 'ErasValidatorPrefs', twox64Concat(u32(era)), twox64Concat(decodeAddress(stash))),
  eraAuthoringPayout: (era: number, stash: string) =>
    map('Staking', 'ErasAuthoringPayout', twox64Concat(u32(era)), twox64Concat(decodeAddress(stash))),
  currentElected: () => value('Staking', 'CurrentElected'),
  totalIssuance: () => value('Balances', 'TotalIssuance'),
  eraMarketPayout: (era: number) => map('Staking', 'ErasMarketPayout', twox64Concat(u32(era))),
};

/** The raw storage key: twox128 of the pallet's and the item's name, then the hashed key. */
export const storageKey = ({ pallet, item, key }: StorageItem): Hex =>
  bytesToHex(join(twox128(asciiToBytes(pallet)), twox128(asciiToBytes(item)), key));

/** Prefix of every key of a map, for counting them. */
export const storagePrefix = (pallet: string, item: string): Hex => storageKey(value(pallet, item));
