import { call, doubleMap, event, map, OPTIONAL, type PalletTable, twox64, value } from '../table';
import { EMPTY, FIRST_VARIANT, u32, u64 } from '../values';

export const grandpa: PalletTable = {
  name: 'Grandpa',
  prefix: 'GrandpaFinality',
  storage: [
    value('State', 'StoredState<T::BlockNumber>', FIRST_VARIANT),
    value('PendingChange', 'StoredPendingChange<T::BlockNumber>', OPTIONAL),
    value('NextForced', 'T::BlockNumber', OPTIONAL),
    value('Stalled', '(T::BlockNumber, T::BlockNumber)', OPTIONAL),
    value('CurrentSetId', 'SetId', u64(0)),
    map('SetIdSession', twox64('SetId'), 'SessionIndex', OPTIONAL),
  ],
  calls: [
    call('report_equivocation', {
      equivocation_proof: 'EquivocationProof<T::Hash, T::BlockNumber>',
      key_owner_proof: 'T::KeyOwnerProof',
    }),
    call('report_equivocation_unsigned', {
      equivocation_proof: 'EquivocationProof<T::Hash, T::BlockNumber>',
      key_owner_proof: 'T::KeyOwnerProof',
    }),
    call('note_stalled', { delay: 'T::BlockNumber', best_finalized_block_number: 'T::BlockNumber' }),
  ],
  events: [event('NewAuthorities', 'AuthorityList'), event('Paused'), event('Resumed')],
  constants: [],
  errors: [
    'PauseFailed',
    'ResumeFailed',
    'ChangePending',
    'TooSoon',
    'InvalidKeyOwnershipProof',
    'InvalidEquivocationProof',
    'DuplicateOffenceReport',
  ],
};

export const imOnline: PalletTable = {
  name: 'ImOnline',
  prefix: 'ImOnline',
  storage: [
    value('HeartbeatAfter', 'T::BlockNumber', u32(0)),
    value('Keys', 'Vec<T::AuthorityId>', EMPTY),
    doubleMap('ReceivedHeartbeats', twox64('SessionIndex'), twox64('AuthIndex'), 'Vec<u8>', OPTIONAL),
    doubleMap('AuthoredBlocks', twox64('SessionIndex'), twox64('ValidatorId<T>'), 'u32', u32(0)),
  ],
  calls: [
    call('heartbeat', {
      heartbeat: 'Heartbeat<T::BlockNumber>',
      _signature: '<T::AuthorityId as RuntimeAppPublic>::Signature',
    }),
  ],
  events: [
    event('HeartbeatReceived', 'AuthorityId'),
    event('AllGood'),
    event('SomeOffline', 'Vec<IdentificationTuple>'),
  ],
  constants: [],
  errors: ['InvalidKey', 'DuplicatedHeartbeat'],
};

export const offences: PalletTable = {
  name: 'Offences',
  prefix: 'Offences',
  storage: [
    map('Reports', twox64('ReportIdOf<T>'), 'OffenceDetails<T::AccountId, T::IdentificationTuple>', OPTIONAL),
    value('DeferredOffences', 'Vec<DeferredOffenceOf<T>>', EMPTY),
    doubleMap('ConcurrentReportsIndex', twox64('Kind'), twox64('OpaqueTimeSlot'), 'Vec<ReportIdOf<T>>', EMPTY),
    map('ReportsByKindIndex', twox64('Kind'), 'Vec<u8>', EMPTY),
  ],
  calls: [],
  events: [event('Offence', 'Kind', 'OpaqueTimeSlot', 'bool')],
  constants: [],
  errors: [],
};
