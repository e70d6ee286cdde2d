import { call, event, map, OPTIONAL, type PalletTable, twox64, value } from '../table';
import { bool, EMPTY, u32 } from '../values';

export const authorship: PalletTable = {
  name: 'Authorship',
  prefix: 'Authorship',
  storage: [
    value('Uncles', 'Vec<UncleEntryItem<T::BlockNumber, T::Hash, T::AccountId>>', EMPTY),
    value('Author', 'T::AccountId', OPTIONAL),
    value('DidSetUncles', 'bool', bool(false)),
  ],
  calls: [call('set_uncles', { new_uncles: 'Vec<T::Header>' })],
  events: null,
  constants: [],
  errors: [
    'InvalidUncleParent',
    'UnclesAlreadySet',
    'TooManyUncles',
    'GenesisUncle',
    'TooHighUncle',
    'UncleAlreadyIncluded',
    'OldUncle',
  ],
};

export const historical: PalletTable = {
  name: 'Historical',
  prefix: null,
  storage: [],
  calls: null,
  events: null,
  constants: [],
  errors: [],
};

export const session: PalletTable = {
  name: 'Session',
  prefix: 'Session',
  storage: [
    value('Validators', 'Vec<T::ValidatorId>', EMPTY),
    value('CurrentIndex', 'SessionIndex', u32(0)),
    value('QueuedChanged', 'bool', bool(false)),
    value('QueuedKeys', 'Vec<(T::ValidatorId, T::Keys)>', EMPTY),
    value('DisabledValidators', 'Vec<u32>', EMPTY),
    map('NextKeys', twox64('T::ValidatorId'), 'T::Keys', OPTIONAL),
    map('KeyOwner', twox64('(KeyTypeId, Vec<u8>)'), 'T::ValidatorId', OPTIONAL),
  ],
  calls: [call('set_keys', { keys: 'T::Keys', proof: 'Vec<u8>' }), call('purge_keys')],
  events: [event('NewSession', 'SessionIndex')],
  constants: [],
  errors: ['InvalidProof', 'NoAssociatedValidatorId', 'DuplicatedKey', 'NoKeys', 'NoAccount'],
};

export const authorityDiscovery: PalletTable = {
  name: 'AuthorityDiscovery',
  prefix: null,
  storage: [],
  calls: [],
  events: null,
  constants: [],
  errors: [],
};
