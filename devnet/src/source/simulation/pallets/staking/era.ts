import type { Hex } from '../../../../codec/scale';
import type { endEraPart } from './end-era';
import type { SlashingPart } from './slashing';
import type { snapshotPart } from './snapshot';
import type { StakingContext } from './storage';

const POINTS_PER_BLOCK = 20;

/** The session manager's side of staking: which sessions begin and end eras. */
export function eraPart(
  { rt, s, values }: StakingContext,
  parts: { end: ReturnType<typeof endEraPart>; snapshot: ReturnType<typeof snapshotPart>; slashing: SlashingPart },
) {
  function newEra(startSession: number): Hex[] | undefined {
    const previous = s.currentEra.get();
    const era = previous === undefined ? 0 : previous + 1;
    s.currentEra.set(era);
    s.erasStartSessionIndex.set(era, startSession);
    const old = era - s.historyDepth.get() - 1;
    if (old >= 0) dropHistory(old);
    return parts.snapshot.select(era);
  }
  function dropHistory(era: number): void {
    s.erasStakers.removePrefix(era);
    s.erasStakersClipped.removePrefix(era);
    s.erasValidatorPrefs.removePrefix(era);
    s.erasStakingPayout.remove(era);
    s.erasMarketPayout.remove(era);
    s.erasAuthoringPayout.removePrefix(era);
    s.erasTotalStakes.remove(era);
    s.erasRewardPoints.remove(era);
    s.erasStartSessionIndex.remove(era);
  }
  function startEra(session: number): void {
    const index = (s.activeEra.get()?.index ?? -1) + 1;
    s.activeEra.set({ index, start: null });
    const bonded = [...s.bondedEras.get(), [index, session] as const];
    const firstKept = index - values.bondingEras;
    s.bondedEras.set(bonded.filter(([era]) => era >= firstKept));
    for (const [era] of bonded) if (era < firstKept) parts.slashing.clearEra(era);
    parts.slashing.applyDeferred(index);
  }

  rt.hooks('Staking', {
    onFinalize() {
      const active = s.activeEra.get();
      if (active?.start === null) s.activeEra.set({ index: active.index, start: rt.pallets.timestamp.now() });
    },
  });

  return {
    /** the validators of `session` if an era begins with it */
    newSession(session: number): Hex[] | undefined {
      const current = s.currentEra.get();
      if (current === undefined) return newEra(session);
      const length = session - (s.erasStartSessionIndex.get(current) ?? 0);
      const force = s.forceEra.get();
      if (force === 'ForceNew') s.forceEra.kill();
      else if (force === 'ForceNone') return undefined;
      else if (force === 'NotForcing' && length < rt.profile.sessionsPerEra) return undefined;
      return newEra(session);
    },
    startSession(session: number): void {
      const start = s.erasStartSessionIndex.get((s.activeEra.get()?.index ?? -1) + 1);
      if (start !== undefined && start <= session) startEra(session);
    },
    endSession(session: number): void {
      const active = s.activeEra.get();
      if (active !== undefined && s.erasStartSessionIndex.get(active.index + 1) === session + 1)
        parts.end.endEra(active.index);
    },
    /** 20 points for the author of a block, in the active era */
    noteAuthor(author: Hex): void {
      const era = s.activeEra.get()?.index;
      if (era === undefined) return;
      const points = s.erasRewardPoints.get(era);
      const individual = new Map(points.individual).set(
        author,
        (points.individual.get(author) ?? 0) + POINTS_PER_BLOCK,
      );
      s.erasRewardPoints.set(era, { total: points.total + POINTS_PER_BLOCK, individual });
    },
  };
}
