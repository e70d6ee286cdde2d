import {
  blake2,
  call,
  constant,
  doubleMap,
  event,
  identity,
  map,
  OPTIONAL,
  type PalletTable,
  twox64,
  value,
} from '../table';
import { deposit, EMPTY, FIRST_VARIANT, u16 } from '../values';

export const scheduler: PalletTable = {
  name: 'Scheduler',
  prefix: 'Scheduler',
  storage: [
    map(
      'Agenda',
      twox64('T::BlockNumber'),
      'Vec<Option<Scheduled<<T as Config>::Call, T::BlockNumber, T::PalletsOrigin, T::AccountId>>>',
      EMPTY,
    ),
    map('Lookup', twox64('Vec<u8>'), 'TaskAddress<T::BlockNumber>', OPTIONAL),
    value('StorageVersion', 'Releases', FIRST_VARIANT),
  ],
  calls: [
    call('schedule', {
      when: 'T::BlockNumber',
      maybe_periodic: 'Option<schedule::Period<T::BlockNumber>>',
      priority: 'schedule::Priority',
      call: 'Box<<T as Config>::Call>',
    }),
    call('cancel', { when: 'T::BlockNumber', index: 'u32' }),
    call('schedule_named', {
      id: 'Vec<u8>',
      when: 'T::BlockNumber',
      maybe_periodic: 'Option<schedule::Period<T::BlockNumber>>',
      priority: 'schedule::Priority',
      call: 'Box<<T as Config>::Call>',
    }),
    call('cancel_named', { id: 'Vec<u8>' }),
    call('schedule_after', {
      after: 'T::BlockNumber',
      maybe_periodic: 'Option<schedule::Period<T::BlockNumber>>',
      priority: 'schedule::Priority',
      call: 'Box<<T as Config>::Call>',
    }),
    call('schedule_named_after', {
      id: 'Vec<u8>',
      after: 'T::BlockNumber',
      maybe_periodic: 'Option<schedule::Period<T::BlockNumber>>',
      priority: 'schedule::Priority',
      call: 'Box<<T as Config>::Call>',
    }),
  ],
  events: [
    event('Scheduled', 'BlockNumber', 'u32'),
    event('Canceled', 'BlockNumber', 'u32'),
    event('Dispatched', 'TaskAddress<BlockNumber>', 'Option<Vec<u8>>', 'DispatchResult'),
  ],
  constants: [],
  errors: ['FailedToSchedule', 'NotFound', 'TargetBlockNumberInPast', 'RescheduleNoChange'],
};

export const utility: PalletTable = {
  name: 'Utility',
  prefix: null,
  storage: [],
  calls: [
    call('batch', { calls: 'Vec<<T as Config>::Call>' }),
    call('as_derivative', { index: 'u16', call: 'Box<<T as Config>::Call>' }),
    call('batch_all', { calls: 'Vec<<T as Config>::Call>' }),
  ],
  events: [event('BatchInterrupted', 'u32', 'DispatchError'), event('BatchCompleted')],
  constants: [],
  errors: [],
};

export const multisig: PalletTable = {
  name: 'Multisig',
  prefix: 'Multisig',
  storage: [
    doubleMap(
      'Multisigs',
      twox64('T::AccountId'),
      blake2('[u8; 32]'),
      'Multisig<T::BlockNumber, BalanceOf<T>, T::AccountId>',
      OPTIONAL,
    ),
    map('Calls', identity('[u8; 32]'), '(OpaqueCall, T::AccountId, BalanceOf<T>)', OPTIONAL),
  ],
  calls: [
    call('as_multi_threshold_1', { other_signatories: 'Vec<T::AccountId>', call: 'Box<<T as Config>::Call>' }),
    call('as_multi', {
      threshold: 'u16',
      other_signatories: 'Vec<T::AccountId>',
      maybe_timepoint: 'Option<Timepoint<T::BlockNumber>>',
      call: 'OpaqueCall',
      store_call: 'bool',
      max_weight: 'Weight',
    }),
    call('approve_as_multi', {
      threshold: 'u16',
      other_signatories: 'Vec<T::AccountId>',
      maybe_timepoint: 'Option<Timepoint<T::BlockNumber>>',
      call_hash: '[u8; 32]',
      max_weight: 'Weight',
    }),
    call('cancel_as_multi', {
      threshold: 'u16',
      other_signatories: 'Vec<T::AccountId>',
      timepoint: 'Timepoint<T::BlockNumber>',
      call_hash: '[u8; 32]',
    }),
  ],
  events: [
    event('NewMultisig', 'AccountId', 'AccountId', 'CallHash'),
    event('MultisigApproval', 'AccountId', 'Timepoint<BlockNumber>', 'AccountId', 'CallHash'),
    event('MultisigExecuted', 'AccountId', 'Timepoint<BlockNumber>', 'AccountId', 'CallHash', 'DispatchResult'),
    event('MultisigCancelled', 'AccountId', 'Timepoint<BlockNumber>', 'AccountId', 'CallHash'),
  ],
  constants: [
    constant('DepositBase', 'BalanceOf<T>', deposit(1, 88)),
    constant('DepositFactor', 'BalanceOf<T>', deposit(0, 32)),
    constant('MaxSignatories', 'u16', u16(100)),
  ],
  errors: [
    'MinimumThreshold',
    'AlreadyApproved',
    'NoApprovalsNeeded',
    'TooFewSignatories',
    'TooManySignatories',
    'SignatoriesOutOfOrder',
    'SenderInSignatories',
    'NotFound',
    'NotOwner',
    'NoTimepoint',
    'WrongTimepoint',
    'UnexpectedTimepoint',
    'WeightTooLow',
    'AlreadyStored',
  ],
};
