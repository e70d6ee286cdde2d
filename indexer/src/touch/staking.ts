import type { CallFact, EventFact } from '../decode/facts';
import { UNAPPLIED_SLASHES } from '../mirror/slashes';
import {
  bondedKey,
  GUARANTORS,
  guarantorKey,
  ledgerKey,
  STAKE_LIMIT,
  stakeLimitKey,
  VALIDATORS,
  validatorKey,
} from '../mirror/staking';
import { accountsIn, type TouchPlan } from './plan';

/** An account named by a staking call or event may be a stash, a controller or a target: all its rows are read. */
const addAccount = (plan: TouchPlan, account: string): void => {
  plan.keys.add(bondedKey(account));
  plan.keys.add(ledgerKey(account));
  plan.keys.add(validatorKey(account));
  plan.keys.add(guarantorKey(account));
  plan.keys.add(stakeLimitKey(account));
};

export const touchStakingCall = (call: CallFact, plan: TouchPlan): void => {
  if (call.call === 'reward_stakers') {
    // the ledger of the validator is marked even when nobody is paid; those who are paid have an event
    for (const account of accountsIn(call.args)) plan.keys.add(bondedKey(account));
    return;
  }
  if (call.call === 'cancel_deferred_slash') {
    plan.rescans.add(UNAPPLIED_SLASHES);
    return;
  }
  if (call.origin !== null) addAccount(plan, call.origin);
  for (const account of accountsIn(call.args)) addAccount(plan, account);
  // lowering the fee writes 100 % into the prefs of the running era (crust-protocol §5.1)
  if (call.call === 'validate' && call.origin !== null) plan.validating.add(call.origin);
};

export const touchStakingEvent = (event: EventFact, plan: TouchPlan): void => {
  if (event.name === 'UpdateStakeLimitSuccess') {
    plan.present.add(STAKE_LIMIT);
    return;
  }
  // the next era begins in the same block, and takes what is due
  if (event.name === 'EraReward' || event.name === 'Slash') plan.rescans.add(UNAPPLIED_SLASHES);
  if (event.name === 'ValidateSuccess') for (const account of accountsIn(event.args)) plan.validating.add(account);
  for (const account of accountsIn(event.args)) {
    if (event.name === 'Reward') plan.keys.add(bondedKey(account));
    else addAccount(plan, account);
  }
};

/**
 * Offences chill without an event of their own, only im-online names the offenders (crust-protocol §5.7), and what they cost
 * waits.
 */
export const touchOffence = (plan: TouchPlan): void => {
  for (const prefix of [VALIDATORS, GUARANTORS, STAKE_LIMIT, UNAPPLIED_SLASHES]) plan.rescans.add(prefix);
};
