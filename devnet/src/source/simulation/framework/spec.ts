/** Module, call, event and error numbers of Crust spec 25 for the pallets the simulation runs. */
const list = (names: string): readonly string[] => (names === '' ? [] : names.split(/\s+/));

export interface ModuleSpec {
  readonly index: number;
  /** first half of the storage prefix; not always the module's name */
  readonly prefix: string;
  readonly calls: readonly string[];
  readonly events: readonly string[];
  readonly errors: readonly string[];
}

const module = (index: number, prefix: string, calls: string, events: string, errors = ''): ModuleSpec => ({
  index,
  prefix,
  calls: list(calls),
  events: list(events),
  errors: list(errors),
});

export const SPEC = {
  System: module(
    0,
    'System',
    'fill_block remark set_heap_pages set_code set_code_without_checks set_changes_trie_config set_storage kill_storage kill_prefix',
    'ExtrinsicSuccess ExtrinsicFailed CodeUpdated NewAccount KilledAccount',
    'InvalidSpecName SpecVersionNeedsToIncrease FailedToExtractRuntimeVersion NonDefaultComposite NonZeroRefCount',
  ),
  Babe: module(2, 'Babe', 'report_equivocation report_equivocation_unsigned', ''),
  Timestamp: module(3, 'Timestamp', 'set', ''),
  Balances: module(
    5,
    'Balances',
    'transfer transfer_keep_alive',
    'Endowed DustLost Transfer BalanceSet Deposit Reserved Unreserved ReserveRepatriated',
    'VestingBalance LiquidityRestrictions Overflow InsufficientBalance ExistentialDeposit KeepAlive ExistingVestingSchedule DeadAccount',
  ),
  TransactionPayment: module(6, 'TransactionPayment', '', ''),
  Authorship: module(7, 'Authorship', 'set_uncles', ''),
  Staking: module(
    8,
    'Staking',
    'bond bond_extra unbond rebond withdraw_unbonded validate guarantee cut_guarantee chill set_controller reward_stakers set_validator_count increase_validator_count force_no_eras force_new_era set_invulnerables force_unstake force_new_era_always cancel_deferred_slash reap_stash set_start_reward_era cancel_era_reward set_validators_whitelist force_validators_whitelist',
    'Reward Slash OldSlashingReportDiscarded EraReward NotEnoughCurrency Bonded Unbonded Withdrawn ValidateSuccess GuaranteeSuccess CutGuaranteeSuccess ChillSuccess UpdateStakeLimitSuccess',
    'NotController NotStash AlreadyBonded AlreadyPaired AllGuaranteed DuplicateIndex InvalidSlashIndex InvalidTarget InsufficientValue NoMoreChunks ExceedGuaranteeLimit FundedTarget InvalidEraToReward AlreadyClaimed InsufficientCurrency NoUnlockChunk InsufficientFrozenBond',
  ),
  Session: module(
    10,
    'Session',
    'set_keys purge_keys',
    'NewSession',
    'InvalidProof NoAssociatedValidatorId DuplicatedKey NoKeys NoAccount',
  ),
  Grandpa: module(
    11,
    'GrandpaFinality',
    'report_equivocation report_equivocation_unsigned note_stalled',
    'NewAuthorities Paused Resumed',
  ),
  ImOnline: module(
    12,
    'ImOnline',
    'heartbeat',
    'HeartbeatReceived AllGood SomeOffline',
    'InvalidKey DuplicatedHeartbeat',
  ),
  Offences: module(14, 'Offences', '', 'Offence'),
  Treasury: module(
    15,
    'Treasury',
    'propose_spend reject_proposal approve_proposal',
    'Proposed Spending Awarded Rejected Burnt Rollover Deposit',
    'InsufficientProposersBalance InvalidIndex',
  ),
  Scheduler: module(
    22,
    'Scheduler',
    'schedule cancel schedule_named cancel_named schedule_after schedule_named_after',
    'Scheduled Canceled Dispatched',
    'FailedToSchedule NotFound TargetBlockNumberInPast RescheduleNoChange',
  ),
  Utility: module(23, 'Utility', 'batch as_derivative batch_all', 'BatchInterrupted BatchCompleted'),
  Identity: module(
    24,
    'Identity',
    'add_registrar set_identity set_subs clear_identity request_judgement cancel_request set_fee set_account_id set_fields provide_judgement kill_identity add_sub rename_sub remove_sub quit_sub',
    'IdentitySet IdentityCleared IdentityKilled JudgementRequested JudgementUnrequested JudgementGiven RegistrarAdded SubIdentityAdded SubIdentityRemoved SubIdentityRevoked',
    'TooManySubAccounts NotFound NotNamed EmptyIndex FeeChanged NoIdentity StickyJudgement JudgementGiven InvalidJudgement InvalidIndex InvalidTarget TooManyFields TooManyRegistrars AlreadyClaimed NotSub NotOwned',
  ),
  Swork: module(
    25,
    'Swork',
    'set_code clear_expired_code register register_new_tee_pubkey register_with_deauth_chain report_works set_spower_superior update_spower create_group add_member_into_allowlist remove_member_from_allowlist join_group quit_group kick_out set_punishment',
    'RegisterSuccess WorksReportSuccess ABUpgradeSuccess SetCodeSuccess JoinGroupSuccess QuitGroupSuccess CreateGroupSuccess KickOutSuccess CancelPunishmentSuccess AddIntoAllowlistSuccess RemoveFromAllowlistSuccess SetPunishmentSuccess RemoveCodeSuccess QueueWorkReportSuccess SetSpowerSuperiorSuccess UpdateSpowerSuccess',
    'IllegalApplier IllegalIdentity IllegalReporter OutdatedReporter InvalidReportTime IllegalWorkReportSig ABUpgradeFailed IllegalFilesTransition IdentityNotExist AlreadyJoint NotOwner IllegalSpower GroupAlreadyExist GroupOwnerForbidden NotJoint ExceedGroupLimit InvalidExpiredBlock NotInAllowlist ExceedAllowlistLimit IllegalWorkReport CodeNotExpired InvalidTeeSignature SpowerSuperiorNotSet IllegalSpowerSuperior',
  ),
  Market: module(
    26,
    'Market',
    'place_storage_order add_prepaid set_spower_superior update_replicas calculate_spowers set_spower_ready_period calculate_reward reward_merchant set_enable_market set_base_fee set_byte_fee set_key_count_fee set_min_base_fee set_min_byte_fee set_min_key_count_fee set_max_base_fee set_max_byte_fee set_max_key_count_fee set_file_fee_adjust_interval set_file_base_fee_increase_threshold set_file_base_fee_decrease_threshold set_file_base_fee_increase_ratio set_file_base_fee_decrease_ratio set_file_byte_fee_increase_ratio set_file_byte_fee_decrease_ratio set_file_keys_count_fee_adjust_threshold set_file_keys_count_fee_increase_ratio set_file_keys_count_fee_decrease_ratio',
    'FileSuccess RenewFileSuccess AddPrepaidSuccess CalculateSuccess IllegalFileClosed RewardMerchantSuccess SetEnableMarketSuccess SetBaseFeeSuccess SetSpowerSuperiorSuccess UpdateReplicasSuccess FileClosed CalculateSpowersSuccess SetSpowerReadyPeriodSuccess',
    'InsufficientCurrency FileSizeNotCorrect NotInRewardPeriod NotEnoughReward FileTooLarge PlaceOrderNotAvailable FileNotExist SpowerSuperiorNotSet IllegalSpowerSuperior ExceedCalculateSpowerFilesLimit FileFeeAdjustIntervalInvalid MaxFeeLessThanMinFee BaseFeeIncreaseThresholdLargerThanDecreaseThreshold',
  ),
  Benefits: module(
    28,
    'Benefits',
    'add_benefit_funds cut_benefit_funds withdraw_benefit_funds rebond_benefit_funds',
    'AddBenefitFundsSuccess CutBenefitFundsSuccess RebondBenefitFundsSuccess WithdrawBenefitFundsSuccess',
    'InsuffientBalance InvalidTarget NoMoreChunks NoUnlockChunk InsufficientValue',
  ),
  Locks: module(
    29,
    'Claims',
    'set_unlock_from unlock',
    'UnlockStartedFrom UnlockSuccess',
    'AlreadyStarted NotStarted LockNotExist TimeIsNotEnough',
  ),
  Multisig: module(
    30,
    'Multisig',
    'as_multi_threshold_1 as_multi approve_as_multi cancel_as_multi',
    'NewMultisig MultisigApproval MultisigExecuted MultisigCancelled',
    'MinimumThreshold AlreadyApproved NoApprovalsNeeded TooFewSignatories TooManySignatories SignatoriesOutOfOrder SenderInSignatories NotFound NotOwner NoTimepoint WrongTimepoint UnexpectedTimepoint MaxWeightTooLow AlreadyStored',
  ),
} as const satisfies Record<string, ModuleSpec>;

export type PalletName = keyof typeof SPEC;

/** Number of `name` among `kind` of a pallet; unknown names are an error at start. */
export function specIndex(pallet: PalletName, kind: 'calls' | 'events' | 'errors', name: string): number {
  const at = SPEC[pallet][kind].indexOf(name);
  if (at < 0) throw new Error(`${pallet} of spec 25 has no ${name} among its ${kind}`);
  return at;
}
