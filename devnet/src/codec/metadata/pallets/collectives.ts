import { call, event, identity, map, OPTIONAL, type PalletTable, value } from '../table';
import { EMPTY, u32 } from '../values';

/** Both bodies are the same pallet in two instances. */
const collective = (name: string, prefix: string): PalletTable => ({
  name,
  prefix,
  storage: [
    value('Proposals', 'Vec<T::Hash>', EMPTY),
    map('ProposalOf', identity('T::Hash'), '<T as Config<I>>::Proposal', OPTIONAL),
    map('Voting', identity('T::Hash'), 'Votes<T::AccountId, T::BlockNumber>', OPTIONAL),
    value('ProposalCount', 'u32', u32(0)),
    value('Members', 'Vec<T::AccountId>', EMPTY),
    value('Prime', 'T::AccountId', OPTIONAL),
  ],
  calls: [
    call('set_members', { new_members: 'Vec<T::AccountId>', prime: 'Option<T::AccountId>', old_count: 'MemberCount' }),
    call('execute', { proposal: 'Box<<T as Config<I>>::Proposal>', length_bound: 'Compact<u32>' }),
    call('propose', {
      threshold: 'Compact<MemberCount>',
      proposal: 'Box<<T as Config<I>>::Proposal>',
      length_bound: 'Compact<u32>',
    }),
    call('vote', { proposal: 'T::Hash', index: 'Compact<ProposalIndex>', approve: 'bool' }),
    call('close', {
      proposal_hash: 'T::Hash',
      index: 'Compact<ProposalIndex>',
      proposal_weight_bound: 'Compact<Weight>',
      length_bound: 'Compact<u32>',
    }),
    call('disapprove_proposal', { proposal_hash: 'T::Hash' }),
  ],
  events: [
    event('Proposed', 'AccountId', 'ProposalIndex', 'Hash', 'MemberCount'),
    event('Voted', 'AccountId', 'Hash', 'bool', 'MemberCount', 'MemberCount'),
    event('Approved', 'Hash'),
    event('Disapproved', 'Hash'),
    event('Executed', 'Hash', 'DispatchResult'),
    event('MemberExecuted', 'Hash', 'DispatchResult'),
    event('Closed', 'Hash', 'MemberCount', 'MemberCount'),
  ],
  constants: [],
  errors: [
    'NotMember',
    'DuplicateProposal',
    'ProposalMissing',
    'WrongIndex',
    'DuplicateVote',
    'AlreadyInitialized',
    'TooEarly',
    'TooManyProposals',
    'WrongProposalWeight',
    'WrongProposalLength',
  ],
});

export const council = collective('Council', 'Instance1Collective');
export const technicalCommittee = collective('TechnicalCommittee', 'Instance2Collective');

export const technicalMembership: PalletTable = {
  name: 'TechnicalMembership',
  prefix: 'Instance1Membership',
  storage: [value('Members', 'Vec<T::AccountId>', EMPTY), value('Prime', 'T::AccountId', OPTIONAL)],
  calls: [
    call('add_member', { who: 'T::AccountId' }),
    call('remove_member', { who: 'T::AccountId' }),
    call('swap_member', { remove: 'T::AccountId', add: 'T::AccountId' }),
    call('reset_members', { members: 'Vec<T::AccountId>' }),
    call('change_key', { new: 'T::AccountId' }),
    call('set_prime', { who: 'T::AccountId' }),
    call('clear_prime'),
  ],
  events: [
    event('MemberAdded'),
    event('MemberRemoved'),
    event('MembersSwapped'),
    event('MembersReset'),
    event('KeyChanged'),
    event('Dummy', 'sp_std::marker::PhantomData<(AccountId, Event)>'),
  ],
  constants: [],
  errors: [],
};
