import { call, constant, map, OPTIONAL, type PalletTable, twox64, value } from '../table';
import { bool, EMPTY, u32, u64, zeros } from '../values';

export const babe: PalletTable = {
  name: 'Babe',
  prefix: 'Babe',
  storage: [
    value('EpochIndex', 'u64', u64(0)),
    value('Authorities', 'Vec<(AuthorityId, BabeAuthorityWeight)>', EMPTY),
    value('GenesisSlot', 'Slot', u64(0)),
    value('CurrentSlot', 'Slot', u64(0)),
    value('Randomness', 'schnorrkel::Randomness', zeros(32)),
    value('NextEpochConfig', 'NextConfigDescriptor', OPTIONAL),
    value('NextRandomness', 'schnorrkel::Randomness', zeros(32)),
    value('NextAuthorities', 'Vec<(AuthorityId, BabeAuthorityWeight)>', EMPTY),
    value('SegmentIndex', 'u32', u32(0)),
    map('UnderConstruction', twox64('u32'), 'Vec<schnorrkel::Randomness>', EMPTY),
    value('Initialized', 'MaybeRandomness', OPTIONAL),
    value('AuthorVrfRandomness', 'MaybeRandomness', EMPTY),
    value('Lateness', 'T::BlockNumber', u32(0)),
  ],
  calls: [
    call('report_equivocation', {
      equivocation_proof: 'EquivocationProof<T::Header>',
      key_owner_proof: 'T::KeyOwnerProof',
    }),
    call('report_equivocation_unsigned', {
      equivocation_proof: 'EquivocationProof<T::Header>',
      key_owner_proof: 'T::KeyOwnerProof',
    }),
  ],
  events: null,
  constants: [
    constant('EpochDuration', 'u64', (p) => u64(p.sessionBlocks)),
    constant('ExpectedBlockTime', 'T::Moment', (p) => u64(p.blockTimeMs)),
  ],
  errors: [],
};

export const timestamp: PalletTable = {
  name: 'Timestamp',
  prefix: 'Timestamp',
  storage: [value('Now', 'T::Moment', u64(0)), value('DidUpdate', 'bool', bool(false))],
  calls: [call('set', { now: 'Compact<T::Moment>' })],
  events: null,
  constants: [constant('MinimumPeriod', 'T::Moment', (p) => u64(Math.floor(p.blockTimeMs / 2)))],
  errors: [],
};
