import { call, constant, event, identity, map, OPTIONAL, type PalletTable, twox64, value } from '../table';
import { ascii, CENT, CRU, DAYS, EMPTY, percent, permill, u32, u128 } from '../values';

export const treasury: PalletTable = {
  name: 'Treasury',
  prefix: 'Treasury',
  storage: [
    value('ProposalCount', 'ProposalIndex', u32(0)),
    map('Proposals', twox64('ProposalIndex'), 'Proposal<T::AccountId, BalanceOf<T, I>>', OPTIONAL),
    value('Approvals', 'Vec<ProposalIndex>', EMPTY),
  ],
  calls: [
    call('propose_spend', { value: 'Compact<BalanceOf<T, I>>', beneficiary: '<T::Lookup as StaticLookup>::Source' }),
    call('reject_proposal', { proposal_id: 'Compact<ProposalIndex>' }),
    call('approve_proposal', { proposal_id: 'Compact<ProposalIndex>' }),
  ],
  events: [
    event('Proposed', 'ProposalIndex'),
    event('Spending', 'Balance'),
    event('Awarded', 'ProposalIndex', 'Balance', 'AccountId'),
    event('Rejected', 'ProposalIndex', 'Balance'),
    event('Burnt', 'Balance'),
    event('Rollover', 'Balance'),
    event('Deposit', 'Balance'),
  ],
  constants: [
    constant('ProposalBond', 'Permill', permill(50_000)),
    constant('ProposalBondMinimum', 'BalanceOf<T, I>', u128(10n * CRU)),
    constant('SpendPeriod', 'T::BlockNumber', u32(7 * DAYS)),
    constant('Burn', 'Permill', permill(2000)),
    constant('ModuleId', 'ModuleId', ascii('py/trsry')),
  ],
  errors: ['InsufficientProposersBalance', 'InvalidIndex'],
};

export const tips: PalletTable = {
  name: 'Tips',
  prefix: 'Treasury',
  storage: [
    map('Tips', twox64('T::Hash'), 'OpenTip<T::AccountId, BalanceOf<T>, T::BlockNumber, T::Hash>', OPTIONAL),
    map('Reasons', identity('T::Hash'), 'Vec<u8>', OPTIONAL),
  ],
  calls: [
    call('report_awesome', { reason: 'Vec<u8>', who: 'T::AccountId' }),
    call('retract_tip', { hash: 'T::Hash' }),
    call('tip_new', { reason: 'Vec<u8>', who: 'T::AccountId', tip_value: 'Compact<BalanceOf<T>>' }),
    call('tip', { hash: 'T::Hash', tip_value: 'Compact<BalanceOf<T>>' }),
    call('close_tip', { hash: 'T::Hash' }),
    call('slash_tip', { hash: 'T::Hash' }),
  ],
  events: [
    event('NewTip', 'Hash'),
    event('TipClosing', 'Hash'),
    event('TipClosed', 'Hash', 'AccountId', 'Balance'),
    event('TipRetracted', 'Hash'),
    event('TipSlashed', 'Hash', 'AccountId', 'Balance'),
  ],
  constants: [
    constant('TipCountdown', 'T::BlockNumber', u32(1 * DAYS)),
    constant('TipFindersFee', 'Percent', percent(0)),
    constant('TipReportDepositBase', 'BalanceOf<T>', u128(CRU)),
    constant('DataDepositPerByte', 'BalanceOf<T>', u128(CENT)),
    constant('MaximumReasonLength', 'u32', u32(16_384)),
  ],
  errors: ['ReasonTooBig', 'AlreadyKnown', 'UnknownTip', 'NotFinder', 'StillOpen', 'Premature'],
};
