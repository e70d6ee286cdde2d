import type { ChainProfile } from '@moho/protocol/base';
import { InputError } from '../../../../input-error';
import { abUpgrade } from './ab-upgrade';
import { batchInterrupted } from './batch-interrupted';
import { batchedReport } from './batched-report';
import { clip64 } from './clip-64';
import { codeExpiry } from './code-expiry';
import { dust } from './dust';
import { expiry } from './expiry';
import { feeDrop } from './fee-drop';
import { freeReport } from './free-report';
import { freeSettlement } from './free-settlement';
import { fullBlock } from './full-block';
import { fundsRepair } from './funds-repair';
import { heartbeats } from './heartbeats';
import { hostileNames } from './hostile-names';
import { illegalLiveFile } from './illegal-live-file';
import { judgedAnew } from './judged-anew';
import { killStash } from './kill-stash';
import { limitCauses } from './limit-causes';
import { liquidation } from './liquidation';
import { marketClosed } from './market-closed';
import { marketKnobs } from './market-knobs';
import { merchantLimit } from './merchant-limit';
import { missedSlot } from './missed-slot';
import { multisigOrder } from './multisig-order';
import { multisigStored } from './multisig-stored';
import { offline } from './offline';
import { orderHalfPaid } from './order-half-paid';
import { punishmentSwitch } from './punishment-switch';
import { reRegister } from './re-register';
import { renewalFromPrepaid } from './renewal-from-prepaid';
import { replicaCap } from './replica-cap';
import { reportRejections } from './report-rejections';
import { roleChange } from './role-change';
import { sameOwnerDuplicates } from './same-owner-duplicates';
import type { Scenario } from './scenario';
import { scheduledCall } from './scheduled-call';
import { setSuperior } from './set-superior';
import { sharedLimit } from './shared-limit';
import { slash } from './slash';
import { slashCancelled } from './slash-cancelled';
import { spowerServiceDown } from './spower-service-down';
import { stageChanges } from './stage-changes';
import { sweepCutShort } from './sweep-cut-short';
import { unclaimed84 } from './unclaimed-84';
import { whitelist } from './whitelist';

export type { Scenario } from './scenario';

/** Every scenario there is. */
export const SCENARIOS: readonly Scenario[] = [
  batchInterrupted,
  multisigOrder,
  multisigStored,
  hostileNames,
  dust,
  fullBlock,
  scheduledCall,
  setSuperior,
  fundsRepair,
  marketClosed,
  orderHalfPaid,
  abUpgrade,
  codeExpiry,
  reportRejections,
  missedSlot,
  reRegister,
  judgedAnew,
  sameOwnerDuplicates,
  illegalLiveFile,
  merchantLimit,
  freeReport,
  freeSettlement,
  spowerServiceDown,
  roleChange,
  feeDrop,
  clip64,
  expiry,
  liquidation,
  renewalFromPrepaid,
  punishmentSwitch,
  whitelist,
  offline,
  slashCancelled,
  marketKnobs,
  replicaCap,
  sharedLimit,
  limitCauses,
  stageChanges,
  heartbeats,
  sweepCutShort,
  killStash,
  slash,
  unclaimed84,
  batchedReport,
];

/** Those that are played on every local chain, beside everything else. */
export const EVERYDAY_SCENARIOS = SCENARIOS.filter(({ profile, alone }) => profile === undefined && alone !== true);

/** The scenarios of these names; an unknown one is told together with those there are. */
export function scenariosNamed(names: readonly string[]): Scenario[] {
  return names.map((name) => {
    const found = SCENARIOS.find((scenario) => scenario.name === name);
    if (found !== undefined) return found;
    const known = SCENARIOS.map((scenario) => scenario.name).join(', ');
    throw new InputError(`there is no scenario ${name}; there are ${known}`);
  });
}

/** The lengths of a chain on which these scenarios are played; two that need different ones cannot share a chain. */
export function profileFor(profile: ChainProfile, scenarios: readonly Scenario[]): ChainProfile {
  const own = scenarios.flatMap((scenario) => (scenario.profile === undefined ? [] : [scenario.profile]));
  const [first] = own;
  if (first === undefined) return profile;
  const other = scenarios.find((s) => s.profile !== undefined && s.profile.name !== first.name);
  if (other !== undefined)
    throw new InputError(`${other.name} needs other lengths than the scenarios before it: name it alone`);
  return { ...profile, ...first };
}
