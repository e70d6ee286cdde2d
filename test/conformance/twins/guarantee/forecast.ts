import type { Chain } from '@moho/devnet/source/simulation/chain';
import type { EraBasis } from '@moho/protocol/era-recount';
import { stakesNow } from '../watch';

type Staking = Chain['runtime']['pallets']['staking']['storage'];

/**
 * The next era as somebody would guess it now: stakes, limits and fees as they stand, and pool and authors' parts of the era
 * that ended last. Null while only era 0 has, which is short and pays next to nothing.
 */
export const forecastBasis = (storage: Staking): EraBasis<`0x${string}`> | null => {
  const last = (storage.activeEra.get()?.index ?? 0) - 1;
  const stakingPayout = storage.erasStakingPayout.get(last);
  if (stakingPayout === undefined || last < 1) return null;
  const { candidates, fees } = stakesNow(storage);
  return {
    totalWorkload: 0n,
    limitOfAll: 1n,
    stakingPayout,
    candidates: candidates.map((one) => ({
      ...one,
      // its limit is taken as it stands
      workload: null,
      guaranteeFeePerbill: fees.get(one.stash) ?? 0n,
      authoringPayout: storage.erasAuthoringPayout.get(last, one.stash) ?? null,
    })),
  };
};
