import {
  accountId,
  bool,
  btreeMap,
  compact,
  compact32,
  fixed,
  type Hex,
  names,
  option,
  struct,
  tuple,
  u32,
  u64,
  u128,
  unit,
  type Value,
  variants,
  vec,
} from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import { blake2_128Concat, twox64Concat } from '../../framework/storage';
import type { RuntimeValues } from '../runtime-values';
import { slashingSpans } from './spans';

export const unlockChunk = struct({ value: compact, era: compact32 });
export const stakingLedger = struct({
  stash: accountId,
  total: compact,
  active: compact,
  unlocking: vec(unlockChunk),
  claimedRewards: vec(u32),
});
export type Ledger = Value<typeof stakingLedger>;
const individualExposure = struct({ who: accountId, value: compact });
export const exposure = struct({ total: compact, own: compact, others: vec(individualExposure) });
export type Exposure = Value<typeof exposure>;
/** `feePerbill`: share of the validator's reward that goes pro rata to all who stake on it */
export const validatorPrefs = struct({ feePerbill: compact32 });
export const guarantee = struct({
  targets: vec(individualExposure),
  total: compact,
  submittedIn: u32,
  suppressed: bool,
});
export type Guarantee = Value<typeof guarantee>;
const rewardPoints = struct({ total: u32, individual: btreeMap(accountId, u32) });
const activeEraInfo = struct({ index: u32, start: option(u64) });
export const payee = variants({ Staked: unit, Stash: unit, Controller: unit, Account: accountId });
export const unappliedSlash = struct({
  validator: accountId,
  own: u128,
  others: vec(tuple(accountId, u128)),
  reporters: vec(accountId),
  payout: u128,
});
/** what a span of a stash has cost it, and what of that its reporters got */
const spanCost = struct({ slashed: u128, paidOut: u128 });
export type UnappliedSlash = Value<typeof unappliedSlash>;

export const FULL_FEE = { feePerbill: 1_000_000_000 };
export const NO_EXPOSURE: Exposure = { total: 0n, own: 0n, others: [] };
export const HISTORY_DEPTH = 84;

/** Storage items of the staking pallet. */
export function stakingStorage(rt: Runtime) {
  const s = rt.storage('Staking');
  const stash = twox64Concat(accountId);
  const era = twox64Concat(u32);
  return {
    historyDepth: s.value('HistoryDepth', u32, HISTORY_DEPTH),
    validatorCount: s.value('ValidatorCount', u32, 0),
    minimumValidatorCount: s.value('MinimumValidatorCount', u32, 4),
    invulnerables: s.value<readonly Hex[]>('Invulnerables', vec(accountId), []),
    bonded: s.map('Bonded', stash, accountId),
    ledger: s.map('Ledger', blake2_128Concat(accountId), stakingLedger),
    payee: s.map('Payee', stash, payee),
    validators: s.map('Validators', stash, validatorPrefs, FULL_FEE),
    guarantors: s.map('Guarantors', stash, guarantee),
    stakeLimit: s.map('StakeLimit', stash, u128),
    currentEra: s.value('CurrentEra', u32),
    activeEra: s.value('ActiveEra', activeEraInfo),
    erasStartSessionIndex: s.map('ErasStartSessionIndex', era, u32),
    erasStakers: s.doubleMap('ErasStakers', era, stash, exposure, NO_EXPOSURE),
    erasStakersClipped: s.doubleMap('ErasStakersClipped', era, stash, exposure, NO_EXPOSURE),
    erasValidatorPrefs: s.doubleMap('ErasValidatorPrefs', era, stash, validatorPrefs, FULL_FEE),
    erasStakingPayout: s.map('ErasStakingPayout', era, u128),
    erasMarketPayout: s.map('ErasMarketPayout', era, u128),
    erasAuthoringPayout: s.doubleMap('ErasAuthoringPayout', era, stash, u128),
    erasRewardPoints: s.map('ErasRewardPoints', era, rewardPoints, { total: 0, individual: new Map() }),
    erasTotalStakes: s.map('ErasTotalStakes', era, u128, 0n),
    currentElected: s.value<readonly Hex[]>('CurrentElected', vec(accountId), []),
    startRewardEra: s.value('StartRewardEra', u32, 100_000),
    forceEra: s.value('ForceEra', names('NotForcing', 'ForceNew', 'ForceNone', 'ForceAlways'), 'NotForcing'),
    slashRewardFraction: s.value('SlashRewardFraction', u32, 0),
    canceledSlashPayout: s.value('CanceledSlashPayout', u128, 0n),
    unappliedSlashes: s.map('UnappliedSlashes', era, vec(unappliedSlash), []),
    slashingSpans: s.map('SlashingSpans', stash, slashingSpans),
    spanSlash: s.map('SpanSlash', twox64Concat(fixed(36)), spanCost, { slashed: 0n, paidOut: 0n }),
    earliestUnappliedSlash: s.value('EarliestUnappliedSlash', u32),
    bondedEras: s.value<readonly (readonly [number, number])[]>('BondedEras', vec(tuple(u32, u32)), []),
    validatorsWhitelist: s.value<readonly Hex[]>('ValidatorsWhitelist', vec(accountId), []),
    forceSelection: s.value('ForceSelection', bool, false),
  };
}
export type StakingStorage = ReturnType<typeof stakingStorage>;

/** Events of the staking pallet, in one place for its files. */
export function stakingEvents(rt: Runtime) {
  return rt.emitters('Staking', {
    Reward: [accountId, u128],
    Slash: [accountId, u128],
    EraReward: [u32, u128, u128],
    Bonded: [accountId, u128],
    Unbonded: [accountId, u128],
    Withdrawn: [accountId, u128],
    ValidateSuccess: [accountId, validatorPrefs],
    GuaranteeSuccess: [accountId, accountId, u128],
    CutGuaranteeSuccess: [accountId, accountId, u128],
    ChillSuccess: [accountId, accountId],
    UpdateStakeLimitSuccess: [u32],
  });
}
export type StakingEvents = ReturnType<typeof stakingEvents>;

export function stakingErrors(rt: Runtime) {
  return rt.errors(
    'Staking',
    'NotController',
    'NotStash',
    'AlreadyBonded',
    'AlreadyPaired',
    'AllGuaranteed',
    'DuplicateIndex',
    'InvalidSlashIndex',
    'InvalidTarget',
    'InsufficientValue',
    'NoMoreChunks',
    'ExceedGuaranteeLimit',
    'FundedTarget',
    'InvalidEraToReward',
    'AlreadyClaimed',
    'NoUnlockChunk',
    'InsufficientFrozenBond',
  );
}

/** What every file of the pallet works with. */
export interface StakingContext {
  readonly rt: Runtime;
  readonly s: StakingStorage;
  readonly emit: StakingEvents;
  readonly E: ReturnType<typeof stakingErrors>;
  /** lengths and rules of this spec */
  readonly values: RuntimeValues;
}
