import type { EraRow } from './sql';

export type EraPhase = 'FUTURE' | 'PLANNED' | 'ACTIVE' | 'ENDED' | 'PRUNED';

/** Where an era stands: only scheduled payouts, snapshot taken, under way, closed, or forgotten by the chain. */
export const eraPhase = (
  era: Pick<EraRow, 'prunedAtBlock' | 'endBlock' | 'startBlock' | 'plannedAtBlock'>,
): EraPhase => {
  if (era.prunedAtBlock !== null) return 'PRUNED';
  if (era.endBlock !== null) return 'ENDED';
  if (era.startBlock !== null) return 'ACTIVE';
  return era.plannedAtBlock === null ? 'FUTURE' : 'PLANNED';
};
