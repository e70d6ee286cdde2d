import { blake2, call, constant, event, map, OPTIONAL, type PalletTable, twox64, value } from '../table';
import { bool, concat, EMPTY, u8, u32, u64, zeros } from '../values';
import { encodeVersion, SPEC25_VERSION } from '../version';

/** weight of a whole block, 2 s in picoseconds; normal extrinsics may use three quarters of it */
const MAX_BLOCK = 2_000_000_000_000;
const MAX_NORMAL = 0.75 * MAX_BLOCK;
const BASE_BLOCK = 5_000_000_000;
const BASE_EXTRINSIC = 125_000_000;
/** what one extrinsic may not use: the 2.5 % kept for on_initialize, and its own base weight */
const KEPT_BACK = 0.025 * MAX_BLOCK + BASE_EXTRINSIC;

const some = (n: number) => concat('0x01', u64(n));
const none = u8(0);
/** base, largest extrinsic, total, reserve */
const blockWeights = concat(
  u64(BASE_BLOCK),
  u64(MAX_BLOCK),
  concat(u64(BASE_EXTRINSIC), some(MAX_NORMAL - KEPT_BACK), some(MAX_NORMAL), some(0)),
  concat(u64(BASE_EXTRINSIC), some(MAX_BLOCK - KEPT_BACK), some(MAX_BLOCK), some(MAX_BLOCK - MAX_NORMAL)),
  concat(u64(BASE_EXTRINSIC), none, none, none),
);

const MAX_BYTES = 5 * 1024 * 1024;
/** normal, operational, mandatory */
const blockLength = concat(u32(0.75 * MAX_BYTES), u32(MAX_BYTES), u32(MAX_BYTES));

export const system: PalletTable = {
  name: 'System',
  prefix: 'System',
  storage: [
    map('Account', blake2('T::AccountId'), 'AccountInfo<T::Index, T::AccountData>', zeros(76)),
    value('ExtrinsicCount', 'u32', OPTIONAL),
    value('BlockWeight', 'ConsumedWeight', zeros(24)),
    value('AllExtrinsicsLen', 'u32', OPTIONAL),
    map('BlockHash', twox64('T::BlockNumber'), 'T::Hash', zeros(32)),
    map('ExtrinsicData', twox64('u32'), 'Vec<u8>', EMPTY),
    value('Number', 'T::BlockNumber', u32(0)),
    value('ParentHash', 'T::Hash', zeros(32)),
    value('Digest', 'DigestOf<T>', EMPTY),
    value('Events', 'Vec<EventRecord<T::Event, T::Hash>>', EMPTY),
    value('EventCount', 'EventIndex', u32(0)),
    map('EventTopics', blake2('T::Hash'), 'Vec<(T::BlockNumber, EventIndex)>', EMPTY),
    value('LastRuntimeUpgrade', 'LastRuntimeUpgradeInfo', OPTIONAL),
    value('UpgradedToU32RefCount', 'bool', bool(false)),
    value('UpgradedToDualRefCount', 'bool', bool(false)),
    value('ExecutionPhase', 'Phase', OPTIONAL),
  ],
  calls: [
    call('fill_block', { _ratio: 'Perbill' }),
    call('remark', { _remark: 'Vec<u8>' }),
    call('set_heap_pages', { pages: 'u64' }),
    call('set_code', { code: 'Vec<u8>' }),
    call('set_code_without_checks', { code: 'Vec<u8>' }),
    call('set_changes_trie_config', { changes_trie_config: 'Option<ChangesTrieConfiguration>' }),
    call('set_storage', { items: 'Vec<KeyValue>' }),
    call('kill_storage', { keys: 'Vec<Key>' }),
    call('kill_prefix', { prefix: 'Key', _subkeys: 'u32' }),
  ],
  events: [
    event('ExtrinsicSuccess', 'DispatchInfo'),
    event('ExtrinsicFailed', 'DispatchError', 'DispatchInfo'),
    event('CodeUpdated'),
    event('NewAccount', 'AccountId'),
    event('KilledAccount', 'AccountId'),
  ],
  constants: [
    constant('BlockWeights', 'limits::BlockWeights', blockWeights),
    constant('BlockLength', 'limits::BlockLength', blockLength),
    constant('BlockHashCount', 'T::BlockNumber', u32(2400)),
    constant('DbWeight', 'RuntimeDbWeight', concat(u64(25_000_000), u64(100_000_000))),
    constant('Version', 'RuntimeVersion', encodeVersion(SPEC25_VERSION)),
    constant('SS58Prefix', 'u8', u8(66)),
  ],
  errors: [
    'InvalidSpecName',
    'SpecVersionNeedsToIncrease',
    'FailedToExtractRuntimeVersion',
    'NonDefaultComposite',
    'NonZeroRefCount',
  ],
};

export const randomnessCollectiveFlip: PalletTable = {
  name: 'RandomnessCollectiveFlip',
  prefix: 'RandomnessCollectiveFlip',
  storage: [value('RandomMaterial', 'Vec<T::Hash>', EMPTY)],
  calls: null,
  events: null,
  constants: [],
  errors: [],
};
