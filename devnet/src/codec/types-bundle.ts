import { typesBundleForPolkadot } from '@crustio/type-definitions';
import type { OverrideBundleDefinition, OverrideVersionedType } from '@polkadot/types/types';

/**
 * Types of every Crust mainnet runtime by spec version. The public package describes late runtimes; what it or the
 * defaults of @polkadot/types get wrong is corrected here, each correction with its reason.
 */

/** holds for every runtime of the chain, spec 1 to 25 */
const always = {
  // a failed extrinsic carries {index u8, error u8}; the default reads five bytes and loses the whole block
  DispatchErrorModule: 'DispatchErrorModuleU8',
  DispatchErrorModuleU8a: 'DispatchErrorModuleU8',
  // the chain calls it fee, the package guarantee_fee (same bytes)
  ValidatorPrefs: { fee: 'Compact<Perbill>' },
  // the chain's own field name; the default's is camel-cased
  StakingLedger: {
    stash: 'AccountId',
    total: 'Compact<Balance>',
    active: 'Compact<Balance>',
    unlocking: 'Vec<UnlockChunk>',
    claimed_rewards: 'Vec<EraIndex>',
  },
  UnlockChunk: { value: 'Compact<Balance>', era: 'Compact<EraIndex>' },
  UnappliedSlash: {
    validator: 'AccountId',
    own: 'Balance',
    others: 'Vec<(AccountId, Balance)>',
    reporters: 'Vec<AccountId>',
    payout: 'Balance',
  },
  // the default has a fifth variant, None
  RewardDestination: { _enum: { Staked: null, Stash: null, Controller: null, Account: 'AccountId' } },
  // grandpa, babe, im_online, authority_discovery; the default depends on the chain's name
  Keys: 'SessionKeys4',
  // the default leaves out the last field
  StoredPendingChange: {
    scheduledAt: 'BlockNumber',
    delay: 'BlockNumber',
    nextAuthorities: 'AuthorityList',
    forced: 'Option<BlockNumber>',
  },
  // sr25519::Public in Swork.AllowedTeePublicKeys (spec 19 on); unknown to package and defaults
  Public: '[u8; 32]',
};

/** spec 1-2, the market before its rewrite: Market.Files holds (FileInfo, UsedInfo), amounts are not compact */
const beforeSpec3 = {
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

const replica = {
  who: 'AccountId',
  valid_at: 'BlockNumber',
  anchor: 'SworkerAnchor',
  is_reported: 'bool',
  created_at: 'Option<BlockNumber>',
};

const fileHead = {
  file_size: 'u64',
  spower: 'u64',
  expired_at: 'BlockNumber',
  calculated_at: 'BlockNumber',
  amount: 'Compact<Balance>',
  prepaid: 'Compact<Balance>',
  reported_replica_count: 'u32',
};

/** spec 3-16: Market.Files with a list of replicas */
const filesAsList = { FileInfo: { ...fileHead, replicas: 'Vec<Replica>' }, Replica: replica };

/** spec 17 on: Market.FilesV2, replicas keyed by the group's owner */
const filesByOwner = {
  FileInfoV2: { ...fileHead, remaining_paid_count: 'u32', replicas: 'BTreeMap<AccountId, Replica>' },
  Replica: replica,
};

const published = typesBundleForPolkadot.spec.crust;

function range(from: number, to: number | undefined, types: OverrideVersionedType['types']): OverrideVersionedType {
  return {
    minmax: [from, to],
    types: { ...published.types[0]?.types, ...always, ...types } as OverrideVersionedType['types'],
  };
}

/** For `typesBundle` of ApiPromise, and of a SubQuery manifest. Runtimes are told apart by spec version alone. */
export const crustTypesBundle: { spec: { crust: OverrideBundleDefinition } } = {
  spec: {
    crust: {
      types: [
        range(0, 2, beforeSpec3),
        range(3, 16, filesAsList),
        // files of both kinds, until the old ones are migrated
        range(17, 17, { ...filesAsList, ...filesByOwner }),
        range(18, undefined, filesByOwner),
      ],
    },
  },
};
