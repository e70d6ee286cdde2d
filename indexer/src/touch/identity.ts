import type { CallFact, EventFact } from '../decode/facts';
import { SUPER_OF, superOfKey } from '../mirror/identity';
import { accountsIn, type TouchPlan } from './plan';

/** These drop sub-accounts that neither the call nor an event names. */
const DROPS_SUBS = new Set(['set_subs', 'clear_identity', 'kill_identity']);

const addAccounts = (accounts: Iterable<string>, plan: TouchPlan): void => {
  for (const account of accounts) plan.keys.add(superOfKey(account));
};

/** Setting and renaming sub-accounts has no event, so the calls tell. */
export const touchIdentityCall = (call: CallFact, plan: TouchPlan): void => {
  if (call.origin !== null) addAccounts([call.origin], plan);
  addAccounts(accountsIn(call.args), plan);
  if (DROPS_SUBS.has(call.call)) plan.rescans.add(SUPER_OF);
};

export const touchIdentityEvent = (event: EventFact, plan: TouchPlan): void =>
  addAccounts(accountsIn(event.args), plan);
