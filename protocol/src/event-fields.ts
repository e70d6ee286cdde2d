/** What a field of an event measures. */
export type FieldUnit =
  | 'PICO_CRU'
  | 'ACCOUNT'
  | 'CID'
  | 'BLOCK'
  | 'BLOCKS'
  | 'ERA'
  | 'SESSION'
  | 'PERBILL'
  | 'COUNT'
  | 'INDEX'
  | 'HASH'
  | 'ERROR'
  | 'FLAG';

export interface FieldMeaning {
  /** plain name; null where nobody has given one */
  name: string | null;
  unit: FieldUnit | null;
}

/**
 * The fields of the events of Crust's pallets, in order: "name" or "name:UNIT" where the type does not tell the unit
 * (crust-protocol §1.2, §1.5, §1.8, §1.11). The runtime gives them types and no names.
 */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  system: {
    ExtrinsicSuccess: 'dispatch info',
    ExtrinsicFailed: 'error, dispatch info',
    NewAccount: 'account',
    KilledAccount: 'account',
  },
  balances: {
    Endowed: 'account, free balance',
    DustLost: 'account, amount lost',
    Transfer: 'from, to, amount',
    BalanceSet: 'account, free balance, reserved balance',
    Deposit: 'account, amount',
    Reserved: 'account, amount',
    Unreserved: 'account, amount',
    ReserveRepatriated: 'from, to, amount, destination status',
  },
  treasury: {
    Proposed: 'proposal:INDEX',
    Spending: 'budget left',
    Awarded: 'proposal:INDEX, amount, beneficiary',
    Rejected: 'proposal:INDEX, bond lost',
    Burnt: 'amount',
    Rollover: 'amount kept',
    Deposit: 'amount',
  },
  session: { NewSession: 'session' },
  staking: {
    Reward: 'stash paid, amount',
    Slash: 'stash, amount',
    OldSlashingReportDiscarded: 'session',
    EraReward: 'era, authoring payout, staking payout',
    NotEnoughCurrency: 'era, amount wanted, amount there',
    Bonded: 'stash, amount',
    Unbonded: 'stash, amount',
    Withdrawn: 'stash, amount',
    ValidateSuccess: 'controller, preferences',
    GuaranteeSuccess: 'controller, validator, amount asked for',
    CutGuaranteeSuccess: 'controller, validator, amount asked for',
    ChillSuccess: 'controller, stash',
    UpdateStakeLimitSuccess: 'owners with workload:COUNT',
  },
  swork: {
    RegisterSuccess: 'account, enclave key',
    WorksReportSuccess: 'reporter, enclave key',
    ABUpgradeSuccess: 'reporter, old enclave key, new enclave key',
    SetCodeSuccess: 'code, expiry block:BLOCK',
    RemoveCodeSuccess: 'code',
    JoinGroupSuccess: 'member, owner',
    QuitGroupSuccess: 'member, owner',
    CreateGroupSuccess: 'owner',
    KickOutSuccess: 'member',
    CancelPunishmentSuccess: 'account',
    AddIntoAllowlistSuccess: 'owner, account',
    RemoveFromAllowlistSuccess: 'owner, account',
    SetPunishmentSuccess: 'enabled',
    QueueWorkReportSuccess: 'anchor, reporter, owner',
    SetSpowerSuperiorSuccess: 'service account',
    UpdateSpowerSuccess: 'caller, block, machines changed:COUNT, files changed:COUNT',
  },
  market: {
    FileSuccess: 'account, cid',
    RenewFileSuccess: 'liquidator, cid',
    AddPrepaidSuccess: 'account, cid, amount',
    CalculateSuccess: 'cid',
    IllegalFileClosed: 'cid',
    FileClosed: 'cid',
    RewardMerchantSuccess: 'merchant',
    SetEnableMarketSuccess: 'enabled',
    SetBaseFeeSuccess: 'base fee',
    SetSpowerSuperiorSuccess: 'service account',
    UpdateReplicasSuccess: 'caller, block, files changed:COUNT, last block of work reports:BLOCK',
    CalculateSpowersSuccess: 'caller, block, machines changed:COUNT, files changed:COUNT',
    SetSpowerReadyPeriodSuccess: 'spower ready period:BLOCKS',
  },
  benefits: {
    AddBenefitFundsSuccess: 'account, amount, kind of funds',
    CutBenefitFundsSuccess: 'account, amount, kind of funds',
    RebondBenefitFundsSuccess: 'account, amount asked for, kind of funds',
    WithdrawBenefitFundsSuccess: 'account, amount',
  },
  locks: { UnlockStartedFrom: 'block', UnlockSuccess: 'account, next unlock:BLOCK' },
  utility: { BatchInterrupted: 'calls completed:COUNT, error', BatchCompleted: '' },
  multisig: {
    NewMultisig: 'approver, multisig account, call hash',
    MultisigApproval: 'approver, began at, multisig account, call hash',
    MultisigExecuted: 'approver, began at, multisig account, call hash, outcome',
    MultisigCancelled: 'canceller, began at, multisig account, call hash',
  },
  scheduler: {
    Scheduled: 'block, place in its agenda:INDEX',
    Canceled: 'block, place in its agenda:INDEX',
    Dispatched: 'task, id, outcome',
  },
  sudo: { Sudid: 'outcome', SudoAsDone: 'outcome', KeyChanged: 'former key holder' },
  identity: {
    IdentitySet: 'account',
    IdentityCleared: 'account, deposit returned',
    IdentityKilled: 'account, deposit lost',
    JudgementRequested: 'account, registrar',
    JudgementUnrequested: 'account, registrar',
    JudgementGiven: 'account, registrar',
    RegistrarAdded: 'registrar',
    SubIdentityAdded: 'sub-account, account, deposit',
    SubIdentityRemoved: 'sub-account, account, deposit',
    SubIdentityRevoked: 'sub-account, account, deposit',
  },
  council: {
    Proposed: 'proposer, proposal:INDEX, call hash, votes needed:COUNT',
    Voted: 'voter, call hash, in favour, ayes:COUNT, nays:COUNT',
    Approved: 'call hash',
    Disapproved: 'call hash',
    Executed: 'call hash, outcome',
    MemberExecuted: 'call hash, outcome',
    Closed: 'call hash, ayes:COUNT, nays:COUNT',
  },
  democracy: {
    Executed: 'referendum, passed',
    Passed: 'referendum',
    NotPassed: 'referendum',
    Started: 'referendum, threshold',
  },
};

const UNITS: Readonly<Record<string, FieldUnit>> = {
  Balance: 'PICO_CRU',
  BalanceOf: 'PICO_CRU',
  AccountId: 'ACCOUNT',
  MerkleRoot: 'CID',
  BlockNumber: 'BLOCK',
  EraIndex: 'ERA',
  SessionIndex: 'SESSION',
  Hash: 'HASH',
  CallHash: 'HASH',
  DispatchError: 'ERROR',
  DispatchResult: 'ERROR',
  bool: 'FLAG',
  ReferendumIndex: 'INDEX',
  RegistrarIndex: 'INDEX',
  ProposalIndex: 'INDEX',
};

const fieldsOf = (pallet: string, event: string): string[] => {
  // both chambers speak alike
  const events = FIELDS[pallet === 'technicalCommittee' ? 'council' : pallet];
  const text = events && Object.hasOwn(events, event) ? events[event] : undefined;
  return text ? text.split(',').map((field) => field.trim()) : [];
};

/** Names and units of an event's fields, given their types; only names are guessed at by nobody. */
export const eventFields = (pallet: string, event: string, types: readonly string[]): FieldMeaning[] => {
  const named = fieldsOf(pallet, event);
  // another generation of the event with other fields: its names are not ours to give
  const known = named.length === types.length ? named : [];
  return types.map((type, i) => {
    const [name, unit] = (known[i] ?? '').split(':');
    return { name: name || null, unit: (unit as FieldUnit | undefined) ?? UNITS[type.replace(/<.*>$/, '')] ?? null };
  });
};

/** Every event with names, as "pallet.Event", and how many fields it names. */
export const namedEvents = (): { event: string; fields: number }[] =>
  Object.entries(FIELDS).flatMap(([pallet, events]) =>
    Object.keys(events).map((event) => ({ event: `${pallet}.${event}`, fields: fieldsOf(pallet, event).length })),
  );
