/**
 * Fields of the answers that no storage key of the chain holds, so that no key-by-key comparison can reach them, and
 * where they are held to the truth instead.
 */
export const NOT_STORED: { field: string; tested: string }[] = [
  { field: 'File.status', tested: 'here, against protocol/ on the decoded chain state' },
  { field: 'File.replicaCounts.live, .liveOwners', tested: 'here, likewise' },
  { field: 'File.sentence, .siblings, .expiresAtTime', tested: 'api/src/file' },
  { field: 'Replica.live, .matured, .notLiveBecause', tested: 'api/src/file' },
  {
    field: 'FileEvent, StorageOrder, SlotReport, SlotSummary, RewardPayment, SlashRecord',
    tested: 'indexer/src/reduce',
  },
  { field: 'SworkIdentity.punished, Group.spower, .free', tested: 'api/src/report, api/src/group' },
  { field: 'Validator.effectiveStake, .totalStake, .unclaimedEras', tested: 'api/src/validator' },
  {
    field: 'ValidatorEra.nominalTotal, .stakeLimitAtSnapshot, .stakingReward',
    tested: 'indexer/src/reduce/eras, api/src/era',
  },
  { field: 'Extrinsic.fee', tested: 'api/src/block' },
];
