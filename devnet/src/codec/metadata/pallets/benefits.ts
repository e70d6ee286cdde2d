import { blake2, call, event, map, OPTIONAL, type PalletTable, value } from '../table';
import { zeros } from '../values';

export const benefits: PalletTable = {
  name: 'Benefits',
  prefix: 'Benefits',
  storage: [
    value('CurrentBenefits', 'EraBenefits<BalanceOf<T>>', zeros(4)),
    map('MarketBenefits', blake2('T::AccountId'), 'MarketBenefit<BalanceOf<T>>', zeros(6)),
    map('SworkBenefits', blake2('T::AccountId'), 'SworkBenefit<BalanceOf<T>>', zeros(12)),
  ],
  calls: [
    call('add_benefit_funds', { value: 'Compact<BalanceOf<T>>', funds_type: 'FundsType' }),
    call('cut_benefit_funds', { value: 'Compact<BalanceOf<T>>', funds_type: 'FundsType' }),
    call('withdraw_benefit_funds'),
    call('rebond_benefit_funds', { value: 'Compact<BalanceOf<T>>', funds_type: 'FundsType' }),
  ],
  events: [
    event('AddBenefitFundsSuccess', 'AccountId', 'Balance', 'FundsType'),
    event('CutBenefitFundsSuccess', 'AccountId', 'Balance', 'FundsType'),
    event('RebondBenefitFundsSuccess', 'AccountId', 'Balance', 'FundsType'),
    event('WithdrawBenefitFundsSuccess', 'AccountId', 'Balance'),
  ],
  constants: [],
  errors: ['InsuffientBalance', 'InvalidTarget', 'NoMoreChunks', 'NoUnlockChunk', 'InsufficientValue'],
};

export const locks: PalletTable = {
  name: 'Locks',
  prefix: 'Claims',
  storage: [
    map('Locks', blake2('T::AccountId'), 'Lock<BalanceOf<T>>', OPTIONAL),
    value('UnlockFrom', 'BlockNumber', OPTIONAL),
  ],
  calls: [call('set_unlock_from', { date: 'BlockNumber' }), call('unlock')],
  events: [event('UnlockStartedFrom', 'BlockNumber'), event('UnlockSuccess', 'AccountId', 'BlockNumber')],
  constants: [],
  errors: ['AlreadyStarted', 'NotStarted', 'LockNotExist', 'TimeIsNotEnough'],
};
