import type { BlockFacts, CallFact } from '../decode/facts';
import { MIRRORS } from '../mirror';
import { MARKET_BENEFITS, marketBenefitKey, sworkBenefitKey } from '../mirror/benefits';
import { FILES, FILES_V2 } from '../mirror/market';
import { WORK_REPORTS } from '../mirror/swork';
import { touchIdentityCall, touchIdentityEvent } from './identity';
import { touchMarketCall, touchMarketEvent } from './market';
import { accountsIn, emptyPlan, type TouchPlan } from './plan';
import { touchRawWrites } from './raw-writes';
import { touchPendingFiles } from './slots';
import { touchOffence, touchStakingCall, touchStakingEvent } from './staking';
import { touchSworkCall, touchSworkEvent } from './swork';
import { runsUnseenCall } from './unseen';

const touchBenefits = (accounts: Iterable<string>, plan: TouchPlan): void => {
  for (const account of accounts) {
    plan.keys.add(marketBenefitKey(account));
    plan.keys.add(sworkBenefitKey(account));
  }
};

const touchCall = (call: CallFact, spec: number, plan: TouchPlan): void => {
  if (call.deferred) return;
  switch (call.pallet) {
    case 'staking':
      touchStakingCall(call, plan);
      break;
    case 'swork':
      touchSworkCall(call, spec, plan);
      break;
    case 'market':
      touchMarketCall(call, spec, plan);
      break;
    case 'benefits':
      if (call.origin !== null) touchBenefits([call.origin], plan);
      break;
    case 'identity':
      touchIdentityCall(call, plan);
      break;
    case 'system':
      touchRawWrites(call, plan);
      break;
  }
};

/**
 * What this block may have changed, from its calls and events alone; nothing at all for an ordinary block. Calls of failed
 * extrinsics count too: in these runtimes an error keeps what was written before it (runtime-details §2.4).
 */
export const touchBlock = (facts: BlockFacts, pendingFiles: string[]): TouchPlan => {
  const { spec } = facts;
  const plan = emptyPlan();
  let seesMultisigCall = false;
  for (const extrinsic of facts.extrinsics) {
    for (const call of extrinsic.calls) {
      touchCall(call, spec, plan);
      if (call.pallet === 'multisig' && call.call === 'as_multi' && extrinsic.calls.length > 1) seesMultisigCall = true;
    }
  }
  for (const event of facts.events) {
    switch (event.pallet) {
      case 'staking':
        touchStakingEvent(event, plan);
        break;
      case 'swork':
        touchSworkEvent(event, plan);
        break;
      case 'market':
        touchMarketEvent(event, spec, plan);
        break;
      case 'benefits':
        touchBenefits(accountsIn(event.args), plan);
        break;
      case 'identity':
        touchIdentityEvent(event, plan);
        break;
      case 'offences':
        touchOffence(plan);
        break;
    }
    if (runsUnseenCall(event) && !(event.pallet === 'multisig' && seesMultisigCall)) {
      // what such a call does to files always has an event with the CID
      for (const { prefix } of MIRRORS) if (prefix !== FILES && prefix !== FILES_V2) plan.rescans.add(prefix);
    }
  }
  touchPendingFiles(facts.number, spec, pendingFiles, plan);
  if (spec < 3 && plan.deepFiles.size > 0) {
    // before the DSM a settlement also moves nodes and owners that no row of the file names: those of its used-info in the
    // trash, and owners by Market.Bonded (runtime-details §3 rows 20, 21). The maps were small then.
    plan.present.add(WORK_REPORTS);
    plan.present.add(MARKET_BENEFITS);
  }
  return plan;
};
