import { typesBundleForPolkadot } from '@crustio/type-definitions';

/**
 * Types by spec range, on top of the public package (which describes late runtimes only). Storage rows are decoded by
 * our own readers (`src/mirror`), so what matters here is calls, events and errors.
 */

/** true of every metadata-V12 Crust, whatever @polkadot/types assumes today */
const always = {
  // a failed extrinsic carries {index u8, error u8}; newer defaults read five bytes and lose the whole block
  DispatchErrorModule: 'DispatchErrorModuleU8',
  DispatchErrorModuleU8a: 'DispatchErrorModuleU8',
  ValidatorPrefs: { fee: 'Compact<Perbill>' },
  StakingLedger: {
    stash: 'AccountId',
    total: 'Compact<Balance>',
    active: 'Compact<Balance>',
    unlocking: 'Vec<UnlockChunk>',
    claimed_rewards: 'Vec<EraIndex>',
  },
  UnlockChunk: { value: 'Compact<Balance>', era: 'Compact<EraIndex>' },
  RewardDestination: { _enum: { Staked: 'Null', Stash: 'Null', Controller: 'Null', Account: 'AccountId' } },
  Keys: 'SessionKeys4',
};

/** market before the DSM of spec 3: a file row is (FileInfo, UsedInfo) and amounts are not compact */
const beforeDsm = {
  FileInfo: {
    file_size: 'u64',
    expired_on: 'BlockNumber',
    calculated_at: 'BlockNumber',
    amount: 'Balance',
    prepaid: 'Balance',
    reported_replica_count: 'u32',
    replicas: 'Vec<Replica>',
  },
  Replica: { who: 'AccountId', valid_at: 'BlockNumber', anchor: 'SworkerAnchor', is_reported: 'bool' },
  UsedInfo: { used_size: 'u64', reported_group_count: 'u32', groups: 'BTreeMap<SworkerAnchor, bool>' },
  MerchantLedger: { reward: 'Balance', collateral: 'Balance' },
  WorkReport: {
    report_slot: 'u64',
    used: 'u64',
    free: 'u64',
    reported_files_size: 'u64',
    reported_srd_root: 'MerkleRoot',
    reported_files_root: 'MerkleRoot',
  },
};

const { crust } = typesBundleForPolkadot.spec;
const packageTypes = crust.types[0]?.types;

export default {
  typesBundle: {
    spec: {
      crust: {
        ...crust,
        types: [
          { minmax: [0, 2], types: { ...packageTypes, ...always, ...beforeDsm } },
          { minmax: [3, undefined], types: { ...packageTypes, ...always } },
        ],
      },
    },
  },
};
