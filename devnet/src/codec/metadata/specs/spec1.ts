import { call, constant, value } from '../table';
import { MILLICENT, u32, u128 } from '../values';
import { changed, replaced, withBehind, without } from './edit';
import { firstMarket } from './first-market';
import { SPEC4_PALLETS } from './spec4';

/** Spec 1, mainnet's genesis: nobody may transfer, files are weighed by `used` bytes, and the market is the first one. */
export const SPEC1_PALLETS = changed(without(SPEC4_PALLETS, 'Multisig'), {
  Balances: ({ constants }) => ({
    calls: [
      call('set_balance', {
        who: '<T::Lookup as StaticLookup>::Source',
        new_free: 'Compact<T::Balance>',
        new_reserved: 'Compact<T::Balance>',
      }),
      call('force_transfer', {
        source: '<T::Lookup as StaticLookup>::Source',
        dest: '<T::Lookup as StaticLookup>::Source',
        value: 'Compact<T::Balance>',
      }),
    ],
    constants: replaced(constants, constant('ExistentialDeposit', 'T::Balance', u128(MILLICENT))),
  }),
  Staking: ({ calls, constants }) => ({
    calls: withBehind(
      replaced(
        calls,
        call('bond', {
          controller: '<T::Lookup as StaticLookup>::Source',
          value: 'Compact<BalanceOf<T>>',
          payee: 'RewardDestination<T::AccountId>',
        }),
      ),
      'chill',
      call('set_payee', { payee: 'RewardDestination<T::AccountId>' }),
    ),
    constants: replaced(
      constants,
      constant('BondingDuration', 'EraIndex', u32(60)),
      constant('SlashDeferDuration', 'EraIndex', u32(27)),
    ),
  }),
  Swork: ({ storage, calls, events, errors }) => ({
    storage: without(withBehind(storage, 'Spower', value('Used', 'u128', u128(0))), 'Spower', 'AddedFilesCount'),
    calls: withBehind(
      without(calls, 'clear_expired_code'),
      'kick_out',
      call('cancel_punishment', { target: '<T::Lookup as StaticLookup>::Source' }),
    ),
    events: without(events, 'RemoveCodeSuccess'),
    errors: without(withBehind(errors, 'IllegalSpower', 'IllegalUsed'), 'IllegalSpower', 'CodeNotExpired'),
  }),
  Market: () => firstMarket,
  Claims: ({ events, constants }) => ({
    events: without(events, 'InitPot'),
    constants: without(constants, 'ModuleId'),
  }),
});
