import type { ChainProfile } from '@moho/protocol/base';
import type { Hex } from '../../../../codec/scale';
import { BILLION, perbillOf, perbillRatio, permillOf, permillRatio, saturatingSub } from '../../framework/arithmetic';
import type { StakingContext } from './storage';

/** "modl" ++ "crmarket" ++ compact length 4 ++ "stak": what orders pay for staking gathers here until the era ends. */
export const STAKING_POT: Hex = `0x${Buffer.from('modlcrmarket\x10stak'.padEnd(32, '\0'), 'latin1').toString('hex')}`;

const CRU = 1_000_000_000_000n;
const FIRST_YEAR_REWARDS = 5_000_000n * CRU;
const JULIAN_YEAR_MS = 31_557_600_000;
/** Eras in a Julian year, as the runtime derives it from its own lengths: 1461 on mainnet. */
export const erasPerYear = ({ blockTimeMs, sessionBlocks, sessionsPerEra }: ChainProfile): bigint =>
  BigInt(Math.floor(Math.floor(JULIAN_YEAR_MS / blockTimeMs) / (sessionBlocks * sessionsPerEra)));
const EXTRA_REWARD_START_YEAR = 4;
/** from here on nothing is added for how little is staked */
const ENOUGH_STAKED_PERMILL = 300_000n;
const MARKET_POT_ERAS = 60;

/** What inflation gives an era, in pico CRU; `yearNumber` counts from StartRewardEra. */
export function gposReward(yearNumber: number, erasInYear: bigint, issuance: bigint, staked: bigint): bigint {
  let yearly = FIRST_YEAR_REWARDS;
  for (let year = 0; year < yearNumber; year++) {
    yearly = (yearly * 88n) / 100n;
    const least = (issuance / 1000n) * 28n;
    if (yearly <= least) {
      yearly = least;
      break;
    }
  }
  if (yearNumber >= EXTRA_REWARD_START_YEAR) {
    const share = permillRatio(staked, issuance);
    if (share < ENOUGH_STAKED_PERMILL)
      yearly += saturatingSub((issuance / 100n) * 8n, (permillOf(share, issuance) / 30n) * 8n);
  }
  return yearly / erasInYear;
}

/** Share of the pool that goes to block authors, by the number of elected validators. */
export function authoringPerbill(elected: number): bigint {
  const percent = elected <= 500 ? 20n : elected <= 1000 ? 25n : elected <= 2500 ? 30n : elected <= 5000 ? 40n : 50n;
  return (percent * BILLION) / 100n;
}

export function endEraPart({ rt, s, emit }: StakingContext) {
  /** Burns what the staking pot gathered and spreads it over this era and the 59 after it. */
  function burnMarketPot(era: number): bigint {
    const { balances } = rt.pallets;
    const gathered = saturatingSub(balances.free(STAKING_POT), rt.pallets.balances.existentialDeposit);
    if (gathered > 0n) {
      balances.debit(STAKING_POT, gathered);
      balances.burn(gathered);
    }
    const part = perbillOf(perbillRatio(1n, BigInt(MARKET_POT_ERAS)), gathered);
    for (let e = era; e < era + MARKET_POT_ERAS; e++)
      s.erasMarketPayout.set(e, (s.erasMarketPayout.get(e) ?? 0n) + part);
    return s.erasMarketPayout.get(era) ?? 0n;
  }

  return {
    endEra(era: number): void {
      const start = s.activeEra.get()?.start ?? null;
      if (start === null || rt.pallets.timestamp.now() <= start) return;
      const from = s.startRewardEra.get();
      const issuance = rt.pallets.balances.totalIssuance();
      const perYear = erasPerYear(rt.profile);
      const year = Math.floor((era - from) / Number(perYear));
      const gpos = era < from ? 0n : gposReward(year, perYear, issuance, s.erasTotalStakes.get(era));
      const market = burnMarketPot(era);
      const used = rt.pallets.benefits.updateEraBenefit(era + 1, gpos + market);
      const pool = saturatingSub(gpos + market, used);
      const authoring = perbillOf(authoringPerbill(s.currentElected.get().length), pool);
      const staking = pool - authoring;
      const points = s.erasRewardPoints.get(era);
      for (const [stash, own] of points.individual) {
        s.erasAuthoringPayout.set(era, stash, perbillOf(perbillRatio(BigInt(own), BigInt(points.total)), authoring));
      }
      s.erasStakingPayout.set(era, staking);
      emit.EraReward(era, authoring, staking);
    },
  };
}
