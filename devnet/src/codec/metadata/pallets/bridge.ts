import { call, constant, doubleMap, event, map, OPTIONAL, opaqueBlake2, type PalletTable, value } from '../table';
import { ascii, bool, concat, u8, u32, zeros } from '../values';

/** the account a module id owns: `modl`, the id, zeros */
const moduleAccount = (id: string) => concat(ascii(`modl${id}`), zeros(32 - 4 - id.length));

export const chainBridge: PalletTable = {
  name: 'ChainBridge',
  prefix: 'ChainBridge',
  storage: [
    map('ChainNonces', opaqueBlake2('u8'), 'u64', OPTIONAL),
    value('RelayerThreshold', 'u32', u32(1)),
    map('Relayers', opaqueBlake2('T::AccountId'), 'bool', bool(false)),
    value('RelayerCount', 'u32', u32(0)),
    doubleMap(
      'Votes',
      opaqueBlake2('u8'),
      opaqueBlake2('(u64, T::Proposal)'),
      'ProposalVotes<T::AccountId, T::BlockNumber>',
      OPTIONAL,
    ),
    map('Resources', opaqueBlake2('[u8; 32]'), 'Vec<u8>', OPTIONAL),
  ],
  calls: [
    call('set_threshold', { threshold: 'u32' }),
    call('set_resource', { id: '[u8; 32]', method: 'Vec<u8>' }),
    call('remove_resource', { id: '[u8; 32]' }),
    call('whitelist_chain', { id: 'u8' }),
    call('add_relayer', { v: 'T::AccountId' }),
    call('remove_relayer', { v: 'T::AccountId' }),
    call('acknowledge_proposal', {
      nonce: 'u64',
      src_id: 'u8',
      r_id: '[u8; 32]',
      call: 'Box<<T as Config>::Proposal>',
    }),
    call('reject_proposal', { nonce: 'u64', src_id: 'u8', r_id: '[u8; 32]', call: 'Box<<T as Config>::Proposal>' }),
    call('eval_vote_state', { nonce: 'u64', src_id: 'u8', prop: 'Box<<T as Config>::Proposal>' }),
  ],
  events: [
    event('RelayerThresholdChanged', 'u32'),
    event('ChainWhitelisted', 'u8'),
    event('RelayerAdded', 'AccountId'),
    event('RelayerRemoved', 'AccountId'),
    event('FungibleTransfer', 'u8', 'u64', 'ResourceId', 'U256', 'Vec<u8>'),
    event('NonFungibleTransfer', 'u8', 'u64', 'ResourceId', 'Vec<u8>', 'Vec<u8>', 'Vec<u8>'),
    event('GenericTransfer', 'u8', 'u64', 'ResourceId', 'Vec<u8>'),
    event('VoteFor', 'u8', 'u64', 'AccountId'),
    event('VoteAgainst', 'u8', 'u64', 'AccountId'),
    event('ProposalApproved', 'u8', 'u64'),
    event('ProposalRejected', 'u8', 'u64'),
    event('ProposalSucceeded', 'u8', 'u64'),
    event('ProposalFailed', 'u8', 'u64'),
  ],
  constants: [
    constant('ChainIdentity', 'u8', u8(1)),
    constant('ProposalLifetime', 'T::BlockNumber', u32(50_400)),
    constant('BridgeAccountId', 'T::AccountId', moduleAccount('crust/bg')),
    constant('ElrondAccountId', 'T::AccountId', moduleAccount('elrondbg')),
    constant('PolkadotParachainAccountId', 'T::AccountId', moduleAccount('parac/bg')),
  ],
  errors: [
    'ThresholdNotSet',
    'InvalidChainId',
    'InvalidThreshold',
    'ChainNotWhitelisted',
    'ChainAlreadyWhitelisted',
    'ResourceDoesNotExist',
    'RelayerAlreadyExists',
    'RelayerInvalid',
    'MustBeRelayer',
    'RelayerAlreadyVoted',
    'ProposalAlreadyExists',
    'ProposalDoesNotExist',
    'ProposalNotComplete',
    'ProposalAlreadyComplete',
    'ProposalExpired',
  ],
};

export const bridgeTransfer: PalletTable = {
  name: 'BridgeTransfer',
  prefix: 'BridgeTransfer',
  storage: [map('BridgeFee', opaqueBlake2('u8'), '(BalanceOf<T>, u32)', zeros(20))],
  calls: [
    call('sudo_change_fee', { min_fee: 'BalanceOf<T>', fee_scale: 'u32', dest_id: 'u8' }),
    call('transfer_native', { amount: 'BalanceOf<T>', recipient: 'Vec<u8>', dest_id: 'u8' }),
    call('transfer_to_elrond', { amount: 'BalanceOf<T>', recipient: 'Vec<u8>' }),
    call('transfer_to_polkadot_parachain', { amount: 'BalanceOf<T>', recipient: 'Vec<u8>' }),
    call('transfer', { to: 'T::AccountId', amount: 'BalanceOf<T>', _rid: '[u8; 32]' }),
    call('transfer_from_elrond', { to: 'T::AccountId', amount: 'BalanceOf<T>', _rid: '[u8; 32]' }),
    call('transfer_from_polkadot_parachain', { to: 'T::AccountId', amount: 'BalanceOf<T>', _rid: '[u8; 32]' }),
  ],
  events: [event('FeeUpdated', 'u8', 'Balance', 'u32')],
  constants: [],
  errors: [
    'InvalidTransfer',
    'InvalidCommand',
    'InvalidPayload',
    'InvalidFeeOption',
    'FeeOptionsMissiing',
    'LessThanFee',
  ],
};
