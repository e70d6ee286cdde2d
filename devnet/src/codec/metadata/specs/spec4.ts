import { constant } from '../table';
import { CENT, concat, DAYS, MILLICENT, u32, u64, u128 } from '../values';
import { changed, replaced, without } from './edit';
import { SPEC17_PALLETS } from './spec17';

/**
 * Spec 4, the build of August 2021 (the one of July, also called 4, still had `payee`). Later came the bridge (6), eras
 * without reward (8), whitelisted validators (9), governance (15) and files by owner (17).
 */
export const SPEC4_PALLETS = changed(
  without(
    SPEC17_PALLETS,
    'Tips',
    'Council',
    'TechnicalCommittee',
    'TechnicalMembership',
    'Democracy',
    'Elections',
    'ChainBridge',
    'BridgeTransfer',
  ),
  {
    Staking: ({ storage, calls, constants, errors }) => ({
      storage: without(storage, 'ValidatorsWhitelist', 'ForceSelection'),
      calls: without(calls, 'cancel_era_reward', 'set_validators_whitelist', 'force_validators_whitelist'),
      constants: without(constants, 'UncheckedFrozenBondFund'),
      errors: without(errors, 'InsufficientFrozenBond'),
    }),
    Treasury: ({ constants }) => ({
      constants: replaced(constants, constant('SpendPeriod', 'T::BlockNumber', u32(6 * DAYS))),
    }),
    Swork: ({ constants }) => ({ constants: replaced(constants, constant('MaxGroupSize', 'u32', u32(100))) }),
    Market: ({ storage, calls, constants }) => ({
      storage: without(storage, 'FilesV2'),
      calls: without(calls, 'do_file_migration'),
      constants: replaced(
        constants,
        constant('StorageReferenceRatio', '(u128, u128)', concat(u128(25), u128(100))),
        constant('MaximumFileSize', 'u64', u64(32n * 1024n ** 3n)),
      ),
    }),
    Claims: ({ storage, calls, events }) => ({
      storage: without(storage, 'CRU18Claimed'),
      calls: without(calls, 'claim_cru18'),
      events: without(events, 'CRU18Claimed'),
    }),
    // a row in storage cost 20 CRU, later 10
    Multisig: ({ constants }) => ({
      constants: replaced(
        constants,
        constant('DepositBase', 'BalanceOf<T>', u128(2000n * CENT + 88n * 100n * MILLICENT)),
      ),
    }),
  },
);
