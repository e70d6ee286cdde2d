import type { FileStatus } from '@moho/protocol/file-status';

export type StepState = 'done' | 'now' | 'waiting' | 'ahead' | 'trouble';

export interface StepStates {
  add: StepState;
  order: StepState;
  success: StepState;
}

const STATES: Record<FileStatus, StepStates> = {
  // that a file lies on IPFS the chain cannot see, until a machine has fetched it
  NEVER_ORDERED: { add: 'now', order: 'now', success: 'ahead' },
  WAITING: { add: 'now', order: 'done', success: 'waiting' },
  AT_RISK: { add: 'done', order: 'done', success: 'waiting' },
  STORED: { add: 'done', order: 'done', success: 'done' },
  UNREACHABLE: { add: 'trouble', order: 'done', success: 'trouble' },
  EXPIRED: { add: 'done', order: 'trouble', success: 'ahead' },
  CLOSED: { add: 'now', order: 'now', success: 'ahead' },
  ILLEGAL: { add: 'now', order: 'trouble', success: 'ahead' },
};

/** How far a file is on its way, as the chain knows it. */
export const stepStates = (status: FileStatus): StepStates => STATES[status];
