import { accountId, compact, compact32, names, struct, u32, type Value, vec } from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import { blake2_128Concat } from '../../framework/storage';

export const fundsType = names('SWORK', 'MARKET');
const chunk = struct({ value: compact, era: compact32 });
export type Chunk = Value<typeof chunk>;
const eraBenefits = struct({
  totalFeeReductionQuota: compact,
  totalMarketActiveFunds: compact,
  usedFeeReductionQuota: compact,
  activeEra: compact32,
});
const marketBenefit = struct({
  totalFunds: compact,
  activeFunds: compact,
  usedFeeReductionQuota: compact,
  fileReward: compact,
  refreshedAt: compact32,
  unlockingFunds: vec(chunk),
});
const sworkBenefit = struct({
  totalFunds: compact,
  activeFunds: compact,
  totalFeeReductionCount: u32,
  usedFeeReductionCount: u32,
  refreshedAt: compact32,
  unlockingFunds: vec(chunk),
});
export type MarketBenefit = Value<typeof marketBenefit>;
export type SworkBenefit = Value<typeof sworkBenefit>;

const NO_FUNDS = { totalFunds: 0n, activeFunds: 0n, refreshedAt: 0, unlockingFunds: [] };
const NO_MARKET: MarketBenefit = { ...NO_FUNDS, usedFeeReductionQuota: 0n, fileReward: 0n };
const NO_SWORK: SworkBenefit = { ...NO_FUNDS, totalFeeReductionCount: 0, usedFeeReductionCount: 0 };

export type BenefitsStorage = ReturnType<typeof benefitsStorage>;

/** Storage items of Benefits; an absent row reads as one without funds. */
export function benefitsStorage(rt: Runtime) {
  const store = rt.storage('Benefits');
  const byAccount = blake2_128Concat(accountId);
  return {
    current: store.value('CurrentBenefits', eraBenefits, {
      totalFeeReductionQuota: 0n,
      totalMarketActiveFunds: 0n,
      usedFeeReductionQuota: 0n,
      activeEra: 0,
    }),
    market: store.map('MarketBenefits', byAccount, marketBenefit, NO_MARKET),
    swork: store.map('SworkBenefits', byAccount, sworkBenefit, NO_SWORK),
  };
}
