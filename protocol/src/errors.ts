import { SWORK_ERRORS, sworkError } from './swork-errors';

/**
 * The chain's errors in words: one plain sentence for each (names of crust-protocol §4.6 and runtime-details §2.5, §2.6).
 * Keys are pallet and error as the metadata spells them, pallet in lower case.
 */
const MODULE_ERRORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  swork: Object.fromEntries(SWORK_ERRORS.map(({ name, sentence }) => [name, sentence])),
  market: {
    InsufficientCurrency: 'The account does not have enough free CRU to pay for this.',
    InsufficientValue: 'The amount is too small.',
    FileSizeNotCorrect: 'The size given is smaller than the size the chain knows for this file.',
    NotInRewardPeriod: 'The file has no replica yet, so there is nothing to settle.',
    NotEnoughReward: 'The account has no file reward to claim.',
    FileTooLarge: 'The file is larger than an order may be.',
    PlaceOrderNotAvailable: 'The storage market is closed at the moment.',
    FileNotExist: 'The chain has no order for this file.',
    SpowerSuperiorNotSet: 'No account has been appointed to update replicas.',
    IllegalSpowerSuperior: 'Only the appointed spower service may do this.',
    ExceedCalculateSpowerFilesLimit: 'The call names more files than one call may.',
    FileFeeAdjustIntervalInvalid: 'The interval between fee steps is not valid.',
    MaxFeeLessThanMinFee: 'The maximum fee would be below the minimum fee.',
    BaseFeeIncreaseThresholdLargerThanDecreaseThreshold:
      'The threshold that raises the base fee would be above the one that lowers it.',
    NotRegister: 'The account is not registered as a merchant.',
    AlreadyRegistered: 'The account is already registered as a merchant.',
    InvalidTip: 'A free order cannot carry a tip.',
    ExceedFreeCountsLimit: 'The number of free orders is above the limit.',
    ExceedTotalFreeFeeLimit: 'The budget for free orders is used up.',
    AlreadyInFreeAccounts: 'The account already has free orders.',
    IllegalFreeOrderAdmin: 'Only the administrator of free orders may do this.',
  },
  staking: {
    NotController: 'The account that signed is not a controller.',
    NotStash: 'The account is not a stash: it has nothing bonded.',
    AlreadyBonded: 'The stash is already bonded.',
    AlreadyPaired: 'The controller already serves another stash.',
    AllGuaranteed: 'All bonded CRU is guaranteed to validators; cut a guarantee first.',
    DuplicateIndex: 'The same slash is named twice.',
    InvalidSlashIndex: 'The slash named does not exist.',
    InvalidTarget: 'The account guaranteed is not a validator candidate.',
    InsufficientValue: 'The amount is too small.',
    NoMoreChunks: 'Too many unbondings are under way; withdraw finished ones first.',
    ExceedGuaranteeLimit: 'Nothing is left to guarantee, or too many validators are guaranteed already.',
    FundedTarget: 'The stash still holds CRU, so it cannot be removed.',
    InvalidEraToReward: 'The era has no payout: it is not finished, or too long ago.',
    AlreadyClaimed: 'The rewards of this validator and era have been paid already.',
    InsufficientCurrency: 'The account does not have enough free CRU.',
    NoUnlockChunk: 'Nothing is being unbonded.',
    InsufficientFrozenBond: 'Locked CRU can only be bonded as a whole.',
  },
  benefits: {
    InsuffientBalance: 'The account does not have enough free CRU.',
    InvalidTarget: 'The account has no benefit funds of this kind.',
    NoMoreChunks: 'Too many withdrawals are under way; withdraw finished ones first.',
    NoUnlockChunk: 'Nothing is being unlocked.',
    InsufficientValue: 'The amount is too small.',
  },
  balances: {
    VestingBalance: 'The CRU is still vesting.',
    LiquidityRestrictions: 'The CRU is locked.',
    Overflow: 'The amount is too large.',
    InsufficientBalance: 'The account does not have enough CRU.',
    ExistentialDeposit: 'The amount is too small to keep the receiving account alive.',
    KeepAlive: 'The transfer would leave too little to keep the account alive.',
    ExistingVestingSchedule: 'The account already has a vesting schedule.',
    DeadAccount: 'The receiving account does not exist.',
  },
};

const DISPATCH_ERRORS: Readonly<Record<string, string>> = {
  BadOrigin: 'The account that signed may not make this call.',
  CannotLookup: 'An account named in the call could not be found.',
  Other: 'The call failed without saying why.',
  ConsumerRemaining: 'The account is still in use and cannot be removed.',
  NoProviders: 'The account would not exist any more.',
};

/** One plain sentence for an error such as "Market.FileTooLarge" or "BadOrigin"; null when none is written for it. */
export const errorSentence = (error: string): string | null => {
  const dot = error.indexOf('.');
  if (dot < 0) return Object.hasOwn(DISPATCH_ERRORS, error) ? (DISPATCH_ERRORS[error] as string) : null;
  const pallet = error.slice(0, dot).toLowerCase();
  const name = error.slice(dot + 1);
  const errors = Object.hasOwn(MODULE_ERRORS, pallet) ? MODULE_ERRORS[pallet] : undefined;
  return errors !== undefined && Object.hasOwn(errors, name) ? (errors[name] as string) : null;
};

/** What the sender of the call does about an error such as "Swork.IllegalReporter"; null where nothing is written. */
export const errorAdvice = (error: string): string | null => {
  const dot = error.indexOf('.');
  return error.slice(0, Math.max(0, dot)).toLowerCase() === 'swork'
    ? (sworkError(error.slice(dot + 1))?.advice ?? null)
    : null;
};

/** Every error that has a sentence, as "pallet.Name". */
export const explainedErrors = (): string[] =>
  Object.entries(MODULE_ERRORS).flatMap(([pallet, errors]) => Object.keys(errors).map((name) => `${pallet}.${name}`));
