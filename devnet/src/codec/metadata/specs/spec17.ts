import { weightToFee } from '../pallets/money';
import { sudo } from '../pallets/sudo';
import { call, constant, map, OPTIONAL, twox64 } from '../table';
import { CENT, DAYS, perbill, u32, u128 } from '../values';
import { changed, replaced, withBehind, without } from './edit';
import { SPEC22_PALLETS } from './spec22';

/**
 * Spec 17: files lie by owner, those of older specs still in the old map until somebody migrates them. Later came the
 * smallest fees and larger fee steps (18), enclaves vouched for by others (19), the end of sudo (20), the bridge to the
 * Polkadot parachain (21) and the spower superior (22).
 */
const CHANGED = changed(SPEC22_PALLETS, {
  TransactionPayment: ({ constants }) => ({ constants: replaced(constants, weightToFee(10)) }),
  Democracy: ({ constants }) => ({
    constants: replaced(
      constants,
      constant('LaunchPeriod', 'T::BlockNumber', u32(7 * DAYS)),
      constant('PreimageByteDeposit', 'BalanceOf<T>', u128(CENT)),
    ),
  }),
  Swork: ({ storage, calls, events, errors }) => ({
    storage: without(storage, 'SpowerSuperior', 'AllowedTeePublicKeys'),
    calls: without(calls, 'register_new_tee_pubkey', 'register_with_deauth_chain', 'set_spower_superior'),
    events: without(events, 'SetSpowerSuperiorSuccess'),
    errors: without(errors, 'InvalidTeeSignature'),
  }),
  Market: ({ storage, calls, events, constants }) => ({
    storage: withBehind(
      without(storage, 'MinFileBaseFee', 'MinFileByteFee', 'MinFileKeysCountFee', 'SpowerSuperior'),
      'FileKeysCountFee',
      map('Files', twox64('MerkleRoot'), 'FileInfo<T::AccountId, BalanceOf<T>>', OPTIONAL),
    ),
    calls: withBehind(
      without(
        calls,
        'set_spower_superior',
        'set_byte_fee',
        'set_key_count_fee',
        'set_min_base_fee',
        'set_min_byte_fee',
        'set_min_key_count_fee',
      ),
      'reward_merchant',
      call('do_file_migration', { files_count: 'u32' }),
    ),
    events: without(events, 'SetSpowerSuperiorSuccess'),
    constants: replaced(
      constants,
      constant('StorageIncreaseRatio', 'Perbill', perbill(60_000)),
      constant('StorageDecreaseRatio', 'Perbill', perbill(50_000)),
    ),
  }),
  ChainBridge: ({ constants }) => ({ constants: without(constants, 'PolkadotParachainAccountId') }),
  BridgeTransfer: ({ calls }) => ({
    calls: without(calls, 'transfer_to_polkadot_parachain', 'transfer_from_polkadot_parachain'),
  }),
});

export const SPEC17_PALLETS = withBehind(CHANGED, 'Locks', sudo);
