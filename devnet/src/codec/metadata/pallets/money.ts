import { blake2, type ConstantEntry, call, constant, event, map, OPTIONAL, type PalletTable, value } from '../table';
import { bool, CRU, concat, EMPTY, FIRST_VARIANT, MILLICENT, perbill, u8, u128, zeros } from '../values';

export const indices: PalletTable = {
  name: 'Indices',
  prefix: 'Indices',
  storage: [map('Accounts', blake2('T::AccountIndex'), '(T::AccountId, BalanceOf<T>, bool)', OPTIONAL)],
  calls: [
    call('claim', { index: 'T::AccountIndex' }),
    call('transfer', { new: 'T::AccountId', index: 'T::AccountIndex' }),
    call('free', { index: 'T::AccountIndex' }),
    call('force_transfer', { new: 'T::AccountId', index: 'T::AccountIndex', freeze: 'bool' }),
    call('freeze', { index: 'T::AccountIndex' }),
  ],
  events: [
    event('IndexAssigned', 'AccountId', 'AccountIndex'),
    event('IndexFreed', 'AccountIndex'),
    event('IndexFrozen', 'AccountIndex', 'AccountId'),
  ],
  constants: [constant('Deposit', 'BalanceOf<T>', u128(CRU))],
  errors: [],
};

export const balances: PalletTable = {
  name: 'Balances',
  prefix: 'Balances',
  storage: [
    value('TotalIssuance', 'T::Balance', u128(0)),
    map('Account', blake2('T::AccountId'), 'AccountData<T::Balance>', zeros(64)),
    map('Locks', blake2('T::AccountId'), 'Vec<BalanceLock<T::Balance>>', EMPTY),
    value('StorageVersion', 'Releases', FIRST_VARIANT),
  ],
  calls: [
    call('transfer', { dest: '<T::Lookup as StaticLookup>::Source', value: 'Compact<T::Balance>' }),
    call('transfer_keep_alive', { dest: '<T::Lookup as StaticLookup>::Source', value: 'Compact<T::Balance>' }),
  ],
  events: [
    event('Endowed', 'AccountId', 'Balance'),
    event('DustLost', 'AccountId', 'Balance'),
    event('Transfer', 'AccountId', 'AccountId', 'Balance'),
    event('BalanceSet', 'AccountId', 'Balance', 'Balance'),
    event('Deposit', 'AccountId', 'Balance'),
    event('Reserved', 'AccountId', 'Balance'),
    event('Unreserved', 'AccountId', 'Balance'),
    event('ReserveRepatriated', 'AccountId', 'AccountId', 'Balance', 'Status'),
  ],
  constants: [constant('ExistentialDeposit', 'T::Balance', u128(10n * MILLICENT))],
  errors: [
    'VestingBalance',
    'LiquidityRestrictions',
    'Overflow',
    'InsufficientBalance',
    'ExistentialDeposit',
    'KeepAlive',
    'ExistingVestingSchedule',
    'DeadAccount',
  ],
};

/** The constant that says which part of its weight a call pays in pico-CRU. */
export const weightToFee = (percent: number): ConstantEntry =>
  constant(
    'WeightToFee',
    'Vec<WeightToFeeCoefficient<BalanceOf<T>>>',
    concat('0x04', u128(0), perbill(percent * 10_000_000), bool(false), u8(1)),
  );

export const transactionPayment: PalletTable = {
  name: 'TransactionPayment',
  prefix: 'TransactionPayment',
  storage: [
    value('NextFeeMultiplier', 'Multiplier', u128(10n ** 18n)),
    value('StorageVersion', 'Releases', FIRST_VARIANT),
  ],
  calls: null,
  events: null,
  constants: [constant('TransactionByteFee', 'BalanceOf<T>', u128(MILLICENT / 100n)), weightToFee(30)],
  errors: [],
};
