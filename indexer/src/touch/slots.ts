import type { ChainProfile } from '@moho/protocol/base';
import { pendingTurn } from '@moho/protocol/pending-files';
import { prefixOf } from '../scale/keys';
import type { TouchPlan } from './plan';
import { addFile } from './swork';

/** State that moves with the slot clock, without an event (crust-protocol §4.2, §6.3, §6.4; runtime-details §2.3). */

/** Up to spec 17 the byte and keys fees step every ten blocks. */
const OLD_FEE_PERIOD = 10;
const OLD_FEE_OFFSET = 7;

export const PENDING_FILES = prefixOf('Market', 'PendingFiles');
export const SWEEP_CURSOR = prefixOf('Swork', 'IdentityPreviousKey');

/** True where a sweep over the identities begins. */
export const startsSweep = (block: number, spec: number, profile: ChainProfile): boolean =>
  block % profile.slotBlocks === (spec >= 23 ? profile.sweepOffset : profile.sweepOffsetBefore23);

/** True where a fee may step by itself. */
export const mayStepFees = (block: number, spec: number, profile: ChainProfile): boolean => {
  const offset = block % profile.slotBlocks;
  if (spec >= 3 && offset === profile.baseTickOffset) return true;
  return spec >= 18 ? offset === profile.feeTickOffset : block % OLD_FEE_PERIOD === OLD_FEE_OFFSET;
};

/** The files whose spower this block may settle, out of those known to be pending. */
export const touchPendingFiles = (block: number, spec: number, pending: string[], plan: TouchPlan): void => {
  if (pendingTurn(pending, block, spec).length === 0) return;
  plan.values.add(PENDING_FILES);
  for (const cid of pending) addFile(plan, cid, spec, true);
};
