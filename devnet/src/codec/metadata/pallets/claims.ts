import { call, constant, event, identity, map, OPTIONAL, type PalletTable, twox64, value } from '../table';
import { ascii, bool, concat, u128 } from '../values';

export const claims: PalletTable = {
  name: 'Claims',
  prefix: 'Claims',
  storage: [
    value('ClaimLimit', 'BalanceOf<T>', u128(0)),
    map('Claims', identity('EthereumTxHash'), '(EthereumAddress, BalanceOf<T>)', OPTIONAL),
    map('Claimed', identity('EthereumTxHash'), 'bool', bool(false)),
    value('Superior', 'T::AccountId', OPTIONAL),
    value('Miner', 'T::AccountId', OPTIONAL),
    map('CRU18Claimed', twox64('T::AccountId'), 'bool', bool(false)),
  ],
  calls: [
    call('change_superior', { new_superior: '<T::Lookup as StaticLookup>::Source' }),
    call('change_miner', { new_miner: '<T::Lookup as StaticLookup>::Source' }),
    call('set_claim_limit', { limit: 'BalanceOf<T>' }),
    call('mint_claim', { tx: 'EthereumTxHash', who: 'EthereumAddress', value: 'BalanceOf<T>' }),
    call('claim', { dest: 'T::AccountId', tx: 'EthereumTxHash', sig: 'EcdsaSignature' }),
    call('claim_cru18', { dest: 'T::AccountId', amount: 'BalanceOf<T>' }),
  ],
  events: [
    event('InitPot', 'AccountId', 'Balance'),
    event('SuperiorChanged', 'AccountId'),
    event('MinerChanged', 'AccountId'),
    event('SetLimitSuccess', 'Balance'),
    event('MintSuccess', 'EthereumTxHash', 'EthereumAddress', 'Balance'),
    event('Claimed', 'AccountId', 'EthereumAddress', 'Balance'),
    event('BondEthSuccess', 'AccountId', 'EthereumAddress'),
    event('CRU18Claimed', 'AccountId', 'Balance'),
  ],
  constants: [
    constant('Prefix', '&[u8]', concat('0x78', ascii('Pay CRUs to the Crust account:'))),
    constant('ModuleId', 'ModuleId', ascii('crclaims')),
  ],
  errors: [
    'IllegalSuperior',
    'MinerNotExist',
    'IllegalMiner',
    'AlreadyBeMint',
    'AlreadyBeClaimed',
    'InvalidEthereumSignature',
    'SignerHasNoClaim',
    'SignatureNotMatch',
    'ExceedClaimLimit',
  ],
};
