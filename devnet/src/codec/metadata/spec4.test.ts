import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../../source/source';
import { compareMetadata } from './compare';
import { decodeMetadata, encodeVersion, SPEC25_METADATA, SPEC25_VERSION } from './index';
import { perbill, u32, u64, u128 } from './values';

const added = (what: string, names: string) => names.split(' ').map((name) => `${what} + ${name}`);
const moved = (what: string, type: string, before: Hex, after: Hex) => [
  `${what}: ${type} ${before} -> ${type} ${after}`,
];
const weightToFee = (percent: number): Hex =>
  `0x04${'00'.repeat(16)}${perbill(percent * 10_000_000).slice(2)}${'0001'}`;
const ratio = (percent: number): Hex => `${u128(percent)}${u128(100).slice(2)}` as Hex;

/** Every difference between spec 4 and spec 25, under the spec that brought it. */
const SINCE_SPEC_4: Record<string, string[]> = {
  'spec 5': [
    ...added('Staking constant', 'UncheckedFrozenBondFund'),
    ...added('Staking error', 'InsufficientFrozenBond'),
    ...moved('Swork constant ~ MaxGroupSize', 'u32', u32(100), u32(1000)),
    ...moved('Market constant ~ StorageReferenceRatio', '(u128, u128)', ratio(25), ratio(50)),
    ...moved(
      'Multisig constant ~ DepositBase',
      'BalanceOf<T>',
      u128(20_088_000_000_000n), // a row cost 20 CRU
      u128(10_088_000_000_000n),
    ),
  ],
  'spec 6: the bridge': added('pallet', 'ChainBridge BridgeTransfer'),
  'spec 8': added('Staking call', 'cancel_era_reward'),
  'spec 9': [
    ...added('Staking storage', 'ValidatorsWhitelist ForceSelection'),
    ...added('Staking call', 'set_validators_whitelist force_validators_whitelist'),
  ],
  'spec 15: governance': [
    ...added('pallet', 'Tips Council TechnicalCommittee TechnicalMembership Democracy Elections'),
    ...moved('Treasury constant ~ SpendPeriod', 'T::BlockNumber', u32(86_400), u32(100_800)),
    ...added('Claims storage', 'CRU18Claimed'),
    ...added('Claims call', 'claim_cru18'),
    ...added('Claims event', 'CRU18Claimed'),
  ],
  'spec 17: files by owner (Files gone with 18)': [
    'Market storage - Files',
    ...added('Market storage', 'FilesV2'),
    ...moved('Market constant ~ MaximumFileSize', 'u64', u64(32n * 1024n ** 3n), u64(8n * 1024n ** 3n)),
  ],
  'spec 18: fees': [
    ...moved(
      'TransactionPayment constant ~ WeightToFee',
      'Vec<WeightToFeeCoefficient<BalanceOf<T>>>',
      weightToFee(10),
      weightToFee(30),
    ),
    ...added('Market storage', 'MinFileBaseFee MinFileByteFee MinFileKeysCountFee'),
    ...added('Market call', 'set_byte_fee set_key_count_fee set_min_base_fee set_min_byte_fee set_min_key_count_fee'),
    ...moved('Market constant ~ StorageIncreaseRatio', 'Perbill', perbill(60_000), perbill(3_300_000)),
    ...moved('Market constant ~ StorageDecreaseRatio', 'Perbill', perbill(50_000), perbill(3_000_000)),
  ],
  'spec 19: registration through a third party': [
    ...added('Swork storage', 'AllowedTeePublicKeys'),
    ...added('Swork call', 'register_new_tee_pubkey register_with_deauth_chain'),
    ...added('Swork error', 'InvalidTeeSignature'),
  ],
  'spec 20': ['pallet - Sudo'],
  'spec 22: spower service': [
    ...added('Swork storage', 'SpowerSuperior'),
    ...added('Swork call', 'set_spower_superior'),
    ...added('Swork event', 'SetSpowerSuperiorSuccess'),
    ...added('Market storage', 'SpowerSuperior'),
    ...added('Market call', 'set_spower_superior'),
    ...added('Market event', 'SetSpowerSuperiorSuccess'),
  ],
  'spec 23: replicas leave report_works': [
    ...added('Swork storage', 'LastProcessedBlockWorkReports LastSpowerUpdateBlock'),
    ...added('Swork call', 'update_spower'),
    ...added('Swork event', 'QueueWorkReportSuccess UpdateSpowerSuccess'),
    ...added('Swork error', 'SpowerSuperiorNotSet IllegalSpowerSuperior'),
    ...added('Market storage', 'LastReplicasUpdateBlock'),
    ...added('Market call', 'update_replicas'),
    ...added('Market event', 'UpdateReplicasSuccess FileClosed'),
    ...added('Market error', 'SpowerSuperiorNotSet IllegalSpowerSuperior'),
  ],
  'spec 24: spower on chain': [
    ...added('Market storage', 'LastSpowerCalculateBlock'),
    ...added('Market call', 'calculate_spowers set_spower_ready_period'),
    ...added('Market event', 'CalculateSpowersSuccess SetSpowerReadyPeriodSuccess'),
    ...added('Market error', 'ExceedCalculateSpowerFilesLimit'),
  ],
  'spec 25: fee steps in storage': [
    ...moved(
      'System constant ~ Version',
      'RuntimeVersion',
      encodeVersion({ ...SPEC25_VERSION, specVersion: 4 }),
      encodeVersion(SPEC25_VERSION),
    ),
    ...added(
      'Market storage',
      `FileFeeAdjustInterval LastFileFeeAdjustBlock MaxFileBaseFee MaxFileByteFee MaxFileKeysCountFee \
FileBaseFeeIncreaseThreshold FileBaseFeeDecreaseThreshold FileBaseFeeIncreaseRatio FileBaseFeeDecreaseRatio \
FileByteFeeIncreaseRatio FileByteFeeDecreaseRatio FileKeysCountFeeAdjustThreshold FileKeysCountFeeIncreaseRatio \
FileKeysCountFeeDecreaseRatio`,
    ),
    ...added(
      'Market call',
      `set_max_base_fee set_max_byte_fee set_max_key_count_fee set_file_fee_adjust_interval \
set_file_base_fee_increase_threshold set_file_base_fee_decrease_threshold set_file_base_fee_increase_ratio \
set_file_base_fee_decrease_ratio set_file_byte_fee_increase_ratio set_file_byte_fee_decrease_ratio \
set_file_keys_count_fee_adjust_threshold set_file_keys_count_fee_increase_ratio \
set_file_keys_count_fee_decrease_ratio`,
    ),
    ...added(
      'Market error',
      'FileFeeAdjustIntervalInvalid MaxFeeLessThanMinFee BaseFeeIncreaseThresholdLargerThanDecreaseThreshold',
    ),
  ],
};

const given = process.env.CRUST_RECORDINGS;
const file = given
  ? [given, dirname(given)].map((folder) => join(folder, 'metadata-spec4.hex')).find((path) => existsSync(path))
  : undefined;

describe.runIf(file !== undefined)('our table against the metadata of a real runtime, spec 4', () => {
  it('differs by what specs 5 to 25 changed, and by nothing else', () => {
    const real = decodeMetadata(readFileSync(file ?? '', 'utf8').trim() as Hex);
    expect(real.pallets.map((p) => p.name)).toHaveLength(26);
    const differences = compareMetadata(real, decodeMetadata(SPEC25_METADATA()));
    expect(differences.sort()).toEqual(Object.values(SINCE_SPEC_4).flat().sort());
  });
});
if (file === undefined)
  console.log('metadata of spec 4: nothing to compare with (CRUST_RECORDINGS names no folder with metadata-spec4.hex)');

describe('comparing two runtimes', () => {
  const ours = () => decodeMetadata(SPEC25_METADATA());
  it('finds no difference between a runtime and itself', () => {
    expect(compareMetadata(ours(), ours())).toEqual([]);
  });

  it('notices a type, a hasher, a default, an order, a prefix, an extension', () => {
    const other = ours();
    const swork = other.pallets.find((p) => p.name === 'Swork');
    const item = swork?.storage.find((s) => s.name === 'WorkReports');
    if (!swork?.calls?.[0] || !item?.keys[0] || !swork.events) throw new Error('the table lost Swork.WorkReports');
    swork.prefix = 'Work';
    swork.calls[0].args.reverse();
    swork.events.reverse();
    item.keys[0].hasher = 'Identity';
    item.type = 'WorkReportV2';
    other.signedExtensions.pop();
    expect(compareMetadata(ours(), other).map((line) => line.split(':')[0])).toEqual([
      'Swork prefix',
      'Swork storage ~ WorkReports',
      'Swork call ~ set_code',
      'Swork event order',
      'signed extensions',
    ]);
  });
});
