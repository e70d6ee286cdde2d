import type { ChainProfile } from '../base/profile';

/** The active era and when it began, ms since 1970. */
export interface ActiveEra {
  era: number;
  startMs: number;
}

/**
 * When CurrentEra becomes this era, were every era as long as the profile says: its snapshot is taken one session before
 * it becomes active.
 */
export const eraPlannedMs = (era: number, active: ActiveEra, profile: ChainProfile): number => {
  const sessions = (era - active.era) * profile.sessionsPerEra - 1;
  return active.startMs + sessions * profile.sessionBlocks * profile.blockTimeMs;
};
