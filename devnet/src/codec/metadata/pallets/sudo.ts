import { call, event, type PalletTable, value } from '../table';
import { zeros } from '../values';

/** Root's key, up to spec 19. */
export const sudo: PalletTable = {
  name: 'Sudo',
  prefix: 'Sudo',
  storage: [value('Key', 'T::AccountId', zeros(32))],
  calls: [
    call('sudo', { call: 'Box<<T as Config>::Call>' }),
    call('sudo_unchecked_weight', { call: 'Box<<T as Config>::Call>', _weight: 'Weight' }),
    call('set_key', { new: '<T::Lookup as StaticLookup>::Source' }),
    call('sudo_as', { who: '<T::Lookup as StaticLookup>::Source', call: 'Box<<T as Config>::Call>' }),
  ],
  events: [event('Sudid', 'DispatchResult'), event('KeyChanged', 'AccountId'), event('SudoAsDone', 'DispatchResult')],
  constants: [],
  errors: ['RequireSudo'],
};
