/** Answers that no storage key of the chain holds, so that no comparison key by key can reach them. */
export interface NotStored {
  fields: string[];
  /** files that hold them to the truth instead, relative to the checkout: tests, and parts of this comparison */
  tests: string[];
}

const ANSWERS = 'api/src/server/answers.test.ts';
const FILE_ANSWERS = 'api/src/server/file-answers.test.ts';

export const NOT_STORED: NotStored[] = [
  {
    fields: ['File.status', 'File.replicaCounts.live', 'File.replicaCounts.liveOwners'],
    tests: ['test/conformance/derived.ts', 'protocol/src/file-status.test.ts', FILE_ANSWERS],
  },
  {
    fields: ['File.siblings', 'File.expiresAtTime', 'Replica.matured', 'Replica.notLiveBecause'],
    tests: [FILE_ANSWERS],
  },
  { fields: ['File.sentence'], tests: ['api/src/file/sentence.test.ts'] },
  {
    fields: ['StorageOrder', 'FileEvent'],
    tests: ['indexer/src/reduce/market/legs.test.ts', 'test/conformance/money/orders.ts'],
  },
  {
    fields: ['PotMovement', 'FileEvent OWNER_PAID', 'ReportedFile'],
    tests: ['test/conformance/money/compare-money.ts'],
  },
  {
    fields: ['RewardPayment'],
    tests: ['indexer/src/reduce/payments.test.ts', 'test/conformance/yield/rewards.ts'],
  },
  { fields: ['EraPool'], tests: ['test/conformance/yield/pools.ts', 'indexer/src/reduce/eras/basis.test.ts'] },
  { fields: ['EraElection'], tests: ['test/conformance/yield/candidacy.ts', 'protocol/src/yield/election.test.ts'] },
  { fields: ['UnappliedSlash'], tests: ['test/conformance/yield/slashes.ts'] },
  { fields: ['Extrinsic.fee'], tests: ['api/src/block/fee.test.ts'] },
  {
    fields: [
      'SworkIdentity.punished',
      'Group.spower',
      'Validator.effectiveStake',
      'Validator.totalStake',
      'Validator.unclaimedEras',
      'ValidatorEra.stakingReward',
    ],
    tests: [ANSWERS],
  },
  { fields: ['Era.phase'], tests: ['api/src/era/phase.test.ts'] },
  { fields: ['SlotReport'], tests: ['test/conformance/report-marks.ts', 'test/conformance/judgements.ts'] },
  { fields: ['SlotSummary', 'SweepBatch'], tests: ['test/conformance/judgements.ts', 'test/conformance/batches.ts'] },
  { fields: ['SlashRecord'], tests: ['test/conformance/slashes.ts'] },
  {
    fields: [
      'EraStat.plannedAtBlock',
      'ValidatorEra.stakeLimitAtSnapshot',
      'ValidatorEra.nominalTotal',
      'ValidatorEra.nominalOwn',
    ],
    tests: ['test/conformance/snapshots.ts', 'protocol/src/exposure.test.ts'],
  },
];
