import { describe, expect, it } from 'vitest';
import {
  callAt,
  callIndex,
  errorIndex,
  eventIndex,
  type Index,
  palletIndex,
  SPEC25_PALLETS,
  storagePrefix,
} from './index';

/** Indices as worked out from the runtime's sources, independent of our table: a name, or name=place where stated. */
const CALLS = `
Swork 25: set_code=0 clear_expired_code=1 register=2 register_new_tee_pubkey=3 register_with_deauth_chain=4
  report_works=5 set_spower_superior=6 update_spower=7 create_group=8 add_member_into_allowlist=9
  remove_member_from_allowlist=10 join_group=11 quit_group=12 kick_out=13 set_punishment=14
Market 26: place_storage_order=0 add_prepaid=1 set_spower_superior=2 update_replicas=3 calculate_spowers=4
  set_spower_ready_period=5 calculate_reward=6 reward_merchant=7 set_enable_market=8 set_base_fee=9 set_byte_fee=10
  set_key_count_fee=11 set_min_base_fee=12 set_min_byte_fee=13 set_min_key_count_fee=14 set_max_base_fee=15
  set_max_byte_fee=16 set_max_key_count_fee=17 set_file_fee_adjust_interval=18 set_file_base_fee_increase_threshold=19
  set_file_base_fee_decrease_threshold=20 set_file_base_fee_increase_ratio=21 set_file_base_fee_decrease_ratio=22
  set_file_byte_fee_increase_ratio=23 set_file_byte_fee_decrease_ratio=24 set_file_keys_count_fee_adjust_threshold=25
  set_file_keys_count_fee_increase_ratio=26 set_file_keys_count_fee_decrease_ratio=27
Staking 8: bond=0 bond_extra=1 unbond=2 rebond=3 withdraw_unbonded=4 validate=5 guarantee=6 cut_guarantee=7 chill=8
  set_controller=9 reward_stakers=10 set_validator_count=11 increase_validator_count=12 force_no_eras=13
  force_new_era=14 set_invulnerables=15 force_unstake=16 force_new_era_always=17 cancel_deferred_slash=18
  reap_stash=19 set_start_reward_era=20 cancel_era_reward=21 set_validators_whitelist=22 force_validators_whitelist=23
Benefits 28: add_benefit_funds=0 cut_benefit_funds=1 withdraw_benefit_funds=2 rebond_benefit_funds=3
Balances 5: transfer=0 transfer_keep_alive=1
Timestamp 3: set=0
Utility 23: batch=0 as_derivative=1 batch_all=2
Multisig 30: as_multi_threshold_1=0 as_multi=1 approve_as_multi=2 cancel_as_multi=3
System 0: fill_block=0 remark=1 set_heap_pages=2 set_code=3 set_code_without_checks=4 set_changes_trie_config=5
  set_storage=6 kill_storage=7 kill_prefix=8
Session 10: set_keys=0 purge_keys=1
Treasury 15: propose_spend=0 reject_proposal=1 approve_proposal=2
Locks 29: set_unlock_from=0 unlock=1
Claims 27: change_superior=0 change_miner=1 set_claim_limit=2 mint_claim=3 claim=4 claim_cru18=5
ChainBridge 31: set_threshold=0 set_resource=1 remove_resource=2 whitelist_chain=3 add_relayer=4 remove_relayer=5
  acknowledge_proposal=6 reject_proposal=7 eval_vote_state=8
BridgeTransfer 32: sudo_change_fee=0 transfer_native=1 transfer_to_elrond=2 transfer_to_polkadot_parachain=3
  transfer=4 transfer_from_elrond=5 transfer_from_polkadot_parachain=6`;

const EVENTS = `
Swork 25: RegisterSuccess=0 WorksReportSuccess=1 ABUpgradeSuccess=2 SetCodeSuccess=3 JoinGroupSuccess=4
  QuitGroupSuccess=5 CreateGroupSuccess=6 KickOutSuccess=7 CancelPunishmentSuccess=8 AddIntoAllowlistSuccess=9
  RemoveFromAllowlistSuccess=10 SetPunishmentSuccess=11 RemoveCodeSuccess=12 QueueWorkReportSuccess=13
  SetSpowerSuperiorSuccess=14 UpdateSpowerSuccess=15
Market 26: FileSuccess=0 RenewFileSuccess=1 AddPrepaidSuccess=2 CalculateSuccess=3 IllegalFileClosed=4
  RewardMerchantSuccess=5 SetEnableMarketSuccess=6 SetBaseFeeSuccess=7 SetSpowerSuperiorSuccess=8
  UpdateReplicasSuccess=9 FileClosed=10 CalculateSpowersSuccess=11 SetSpowerReadyPeriodSuccess=12
Staking 8: Reward=0 Slash=1 OldSlashingReportDiscarded=2 EraReward=3 NotEnoughCurrency=4 Bonded=5 Unbonded=6
  Withdrawn=7 ValidateSuccess=8 GuaranteeSuccess=9 CutGuaranteeSuccess=10 ChillSuccess=11 UpdateStakeLimitSuccess=12
Benefits 28: AddBenefitFundsSuccess=0 CutBenefitFundsSuccess=1 RebondBenefitFundsSuccess=2 WithdrawBenefitFundsSuccess=3
Balances 5: Endowed=0 DustLost=1 Transfer=2 BalanceSet=3 Deposit=4 Reserved=5 Unreserved=6 ReserveRepatriated=7
Timestamp 3:
Utility 23: BatchInterrupted=0 BatchCompleted=1
Multisig 30: NewMultisig=0 MultisigApproval=1 MultisigExecuted=2 MultisigCancelled=3
System 0: ExtrinsicSuccess=0 ExtrinsicFailed=1 CodeUpdated=2 NewAccount=3 KilledAccount=4
Session 10: NewSession=0
Treasury 15: Proposed=0 Spending=1 Awarded=2 Rejected=3 Burnt=4 Rollover=5 Deposit=6
Locks 29: UnlockStartedFrom=0 UnlockSuccess=1
Claims 27: InitPot=0 SuperiorChanged=1 MinerChanged=2 SetLimitSuccess=3 MintSuccess=4 Claimed=5 BondEthSuccess=6
  CRU18Claimed=7`;

const ERRORS = `
Swork 25: IllegalApplier=0 IllegalIdentity=1 IllegalReporter=2 OutdatedReporter=3 InvalidReportTime=4
  IllegalWorkReportSig=5 ABUpgradeFailed=6 IllegalFilesTransition=7 IdentityNotExist=8 AlreadyJoint=9 NotOwner=10
  IllegalSpower=11 GroupAlreadyExist=12 GroupOwnerForbidden=13 NotJoint=14 ExceedGroupLimit=15 InvalidExpiredBlock=16
  NotInAllowlist=17 ExceedAllowlistLimit=18 IllegalWorkReport=19 CodeNotExpired=20 InvalidTeeSignature=21
  SpowerSuperiorNotSet=22 IllegalSpowerSuperior=23
Market 26: InsufficientCurrency=0 FileSizeNotCorrect=1 NotInRewardPeriod=2 NotEnoughReward=3 FileTooLarge=4
  PlaceOrderNotAvailable=5 FileNotExist=6 SpowerSuperiorNotSet=7 IllegalSpowerSuperior=8
  ExceedCalculateSpowerFilesLimit=9 FileFeeAdjustIntervalInvalid=10 MaxFeeLessThanMinFee=11
  BaseFeeIncreaseThresholdLargerThanDecreaseThreshold=12
Staking 8: NotController=0 NotStash=1 AlreadyBonded=2 AlreadyPaired=3 AllGuaranteed=4 DuplicateIndex=5
  InvalidSlashIndex=6 InvalidTarget=7 InsufficientValue=8 NoMoreChunks=9 ExceedGuaranteeLimit=10 FundedTarget=11
  InvalidEraToReward=12 AlreadyClaimed=13 InsufficientCurrency=14 NoUnlockChunk=15 InsufficientFrozenBond=16
Benefits 28: InsuffientBalance=0 InvalidTarget=1 NoMoreChunks=2 NoUnlockChunk=3 InsufficientValue=4
Balances 5: VestingBalance=0 LiquidityRestrictions=1 Overflow=2 InsufficientBalance=3 ExistentialDeposit=4 KeepAlive=5
  ExistingVestingSchedule=6 DeadAccount=7
Locks 29: AlreadyStarted=0 NotStarted=1 LockNotExist=2 TimeIsNotEnough=3`;

function parse(text: string): { pallet: string; index: number; entries: [string, number][] }[] {
  return text
    .trim()
    .split(/\n(?=\S)/)
    .map((block) => {
      const [head = '', rest = ''] = block.split(':');
      const [pallet = '', index] = head.split(' ');
      const words = rest.split(/\s+/).filter((w) => w !== '');
      const entries = words.map((word): [string, number] => {
        const [name = '', place] = word.split('=');
        return [name, Number(place)];
      });
      return { pallet, index: Number(index), entries };
    });
}

const table = (pallet: string) => SPEC25_PALLETS[palletIndex(pallet)];

describe('indices of spec 25', () => {
  const kinds: [string, string, typeof callIndex, (pallet: string) => number][] = [
    ['calls', CALLS, callIndex, (p) => table(p)?.calls?.length ?? 0],
    ['events', EVENTS, eventIndex, (p) => table(p)?.events?.length ?? 0],
    ['errors', ERRORS, errorIndex, (p) => table(p)?.errors.length ?? 0],
  ];
  for (const [kind, text, lookup, count] of kinds) {
    it.each(parse(text))(`${kind} of $pallet stand where the runtime has them`, ({ pallet, index, entries }) => {
      expect(entries.map(([name]) => [name, lookup(pallet, name)])).toEqual(
        entries.map(([name, place]) => [name, [index, place]]),
      );
      expect(count(pallet)).toBe(entries.length);
    });
  }

  it('Multisig declares 14 errors, Claims 9', () => {
    expect(table('Multisig')?.errors).toHaveLength(14);
    expect(table('Claims')?.errors).toHaveLength(9);
  });

  it('names the call behind two bytes, and nothing behind bytes no call has', () => {
    expect(callAt(callIndex('Market', 'update_replicas'))).toEqual({ pallet: 'Market', name: 'update_replicas' });
    for (const nowhere of [
      [33, 0],
      [9, 0],
      [26, 28],
    ] as Index[])
      expect(callAt(nowhere)).toBeUndefined();
  });

  it('says which name it does not know', () => {
    expect(() => callIndex('Sudo', 'sudo')).toThrow('no pallet Sudo');
    expect(() => callIndex('Balances', 'set_balance')).toThrow('pallet Balances has no call set_balance');
    expect(() => eventIndex('Market', 'Closed')).toThrow('pallet Market has no event Closed');
    expect(() => storagePrefix('Market', 'Files')).toThrow('pallet Market stores no Files');
    expect(() => storagePrefix('Utility', 'Anything')).toThrow('pallet Utility stores no Anything');
  });
});

describe('storage prefixes', () => {
  const MARKET = '0x5ebf094108ead4fefa73f7a3b13cb4a7';
  const SWORK = '0x2e3b7ab5757e6bbf28d3df3b5e01d6b9';
  const STAKING = '0x5f3e4907f716ac89b6347d15ececedca';
  it.each([
    ['Market', 'FilesV2', `${MARKET}6ed21091d079415ef4a35264c626448d`],
    ['Market', 'FileBaseFee', `${MARKET}743463cc3aecb725f091ad4dc5be8363`],
    ['Market', 'FileKeysCount', `${MARKET}a5849549b9f124e033147534de37d156`],
    ['Swork', 'Identities', `${SWORK}18373f80b4a94950c1f99840fd083e68`],
    ['Swork', 'WorkReports', `${SWORK}b7e949778e4650a54fcc65ad1f1ba39f`],
    ['Swork', 'ReportedInSlot', `${SWORK}33c9ae066abc50c794934a592aa92e29`],
    ['Staking', 'StakeLimit', `${STAKING}2de7cf22faa2a2996bf0d7148f5375da`],
    ['Staking', 'ErasMarketPayout', `${STAKING}250a92ae4d500fbdf7c2e3482ce194b9`],
    ['Benefits', 'SworkBenefits', '0x530008fdbd6548c5ab1c143b959056797bab3b84624b85af7d400229b2e706a4'],
    ['Balances', 'TotalIssuance', '0xc2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80'],
  ])('%s.%s lies where the chain has it', (pallet, item, prefix) => {
    expect(storagePrefix(pallet, item)).toBe(prefix);
  });

  it('uses the prefix a module stores under, not its name', () => {
    const half = (pallet: string, item: string) => storagePrefix(pallet, item).slice(0, 34);
    expect(half('Locks', 'Locks')).toBe(half('Claims', 'Claims'));
    expect(half('Tips', 'Tips')).toBe(half('Treasury', 'Proposals'));
    expect(half('Council', 'Members')).not.toBe(half('TechnicalCommittee', 'Members'));
  });
});
