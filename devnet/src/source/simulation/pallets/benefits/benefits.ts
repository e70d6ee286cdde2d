import { accountId, compact, type Hex, u128 } from '../../../../codec/scale';
import { maxOf, perbillOf, perbillRatio, saturatingSub } from '../../framework/arithmetic';
import { type DispatchFailure, ensure, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { runtimeValues } from '../runtime-values';
import type { FeeWaiver } from '../transaction-payment';
import { type Funds, fundsRules } from './funds';
import { benefitsStorage, fundsType, type MarketBenefit, type SworkBenefit } from './storage';

/** funds for one free work report per era */
const REPORT_COST = 3_000_000_000_000n;

export type Benefits = ReturnType<typeof benefitsPallet>;

/** Locked CRU that buys free reports (SWORK) or collateral and free settlements (MARKET). */
export function benefitsPallet(rt: Runtime) {
  const { feeQuotaPerbill } = runtimeValues(rt.spec);
  const { current, market, swork } = benefitsStorage(rt);
  const { cutFunds, rebondFunds, repaired, consolidated } = fundsRules(rt, () => current.get().activeEra);
  const emit = rt.emitters('Benefits', {
    AddBenefitFundsSuccess: [accountId, u128, fundsType],
    CutBenefitFundsSuccess: [accountId, u128, fundsType],
    RebondBenefitFundsSuccess: [accountId, u128, fundsType],
    WithdrawBenefitFundsSuccess: [accountId, u128],
  });
  const E = rt.errors('Benefits', 'InsuffientBalance', 'InvalidTarget');

  const counted = (benefit: SworkBenefit): SworkBenefit => ({
    ...benefit,
    totalFeeReductionCount: Number(benefit.activeFunds / REPORT_COST),
  });
  const moveMarketActive = (from: bigint, to: bigint) =>
    current.set({
      ...current.get(),
      totalMarketActiveFunds: saturatingSub(current.get().totalMarketActiveFunds + to, from),
    });
  const setMarket = (who: Hex, old: MarketBenefit, next: MarketBenefit) => {
    if (next.unlockingFunds.length === 0 && next.activeFunds === 0n && next.fileReward === 0n) market.remove(who);
    else market.set(who, next);
    if (old.activeFunds !== next.activeFunds) moveMarketActive(old.activeFunds, next.activeFunds);
  };

  const fields = { value: compact, fundsType };
  const calls = {
    addBenefitFunds: rt.call(
      'Benefits',
      'add_benefit_funds',
      fields,
      { weight: 759_000_000 },
      (origin, { value, fundsType: kind }) => {
        const who = ensureSigned(origin);
        reserveOr(E.InsuffientBalance, () => rt.pallets.balances.reserve(who, value));
        if (kind === 'SWORK') {
          const old = swork.get(who);
          swork.set(who, counted({ ...old, totalFunds: old.totalFunds + value, activeFunds: old.activeFunds + value }));
        } else {
          const old = market.get(who);
          market.set(who, { ...old, totalFunds: old.totalFunds + value, activeFunds: old.activeFunds + value });
          moveMarketActive(0n, value);
        }
        emit.AddBenefitFundsSuccess(who, value, kind);
      },
    ),
    cutBenefitFunds: rt.call(
      'Benefits',
      'cut_benefit_funds',
      fields,
      { weight: 613_000_000 },
      (origin, { value, fundsType: kind }) => {
        const who = ensureSigned(origin);
        if (kind === 'SWORK') {
          ensure(swork.has(who), E.InvalidTarget);
          swork.set(who, counted(cutFunds(swork.get(who), value)));
        } else {
          ensure(market.has(who), E.InvalidTarget);
          const old = market.get(who);
          const next = cutFunds(old, value);
          market.set(who, next);
          moveMarketActive(old.activeFunds, next.activeFunds);
        }
        emit.CutBenefitFundsSuccess(who, value, kind);
      },
    ),
    rebondBenefitFunds: rt.call(
      'Benefits',
      'rebond_benefit_funds',
      fields,
      { weight: 621_000_000 },
      (origin, { value, fundsType: kind }) => {
        const who = ensureSigned(origin);
        if (kind === 'SWORK') {
          ensure(swork.has(who), E.InvalidTarget);
          swork.set(who, counted(rebondFunds(swork.get(who), value)));
        } else {
          ensure(market.has(who), E.InvalidTarget);
          const old = market.get(who);
          const next = rebondFunds(old, value);
          market.set(who, next);
          moveMarketActive(old.activeFunds, next.activeFunds);
        }
        emit.RebondBenefitFundsSuccess(who, value, kind);
      },
    ),
    withdrawBenefitFunds: rt.call('Benefits', 'withdraw_benefit_funds', {}, { weight: 714_000_000 }, (origin) => {
      const who = ensureSigned(origin);
      let freed = 0n;
      if (swork.has(who)) {
        const before = counted(repaired(who, swork.get(who)));
        const after = consolidated(before);
        freed += release(who, before, after);
        if (after.unlockingFunds.length === 0 && after.activeFunds === 0n) swork.remove(who);
        else swork.set(who, after);
      }
      if (market.has(who)) {
        const old = market.get(who);
        const before = repaired(who, old);
        const after = consolidated(before);
        freed += release(who, before, after);
        setMarket(who, old, after);
      }
      emit.WithdrawBenefitFundsSuccess(who, freed);
    }),
  };

  function release(who: Hex, before: Funds, after: Funds): bigint {
    const freed = saturatingSub(before.totalFunds, after.totalFunds);
    rt.pallets.balances.unreserve(who, freed);
    return freed;
  }

  const refreshedMarket = (who: Hex): MarketBenefit => {
    const row = market.get(who);
    const { activeEra } = current.get();
    return row.refreshedAt < activeEra ? { ...row, refreshedAt: activeEra, usedFeeReductionQuota: 0n } : row;
  };

  /** A settlement's whole fee out of the payer's share of the era's quota; only when it is the outermost call. */
  const waiver: FeeWaiver = ({ call, signer }, fee) => {
    if (call.def.pallet !== 'Market' || call.def.name !== 'calculate_reward') return undefined;
    const era = current.get();
    const row = refreshedMarket(signer);
    const share = perbillRatio(row.activeFunds, maxOf(era.totalMarketActiveFunds, 1n));
    const own = perbillOf(share, era.totalFeeReductionQuota);
    if (row.usedFeeReductionQuota + fee > own) return undefined;
    if (era.usedFeeReductionQuota + fee > era.totalFeeReductionQuota) return undefined;
    return {
      take() {
        market.set(signer, { ...row, usedFeeReductionQuota: row.usedFeeReductionQuota + fee });
        current.set({ ...era, usedFeeReductionQuota: era.usedFeeReductionQuota + fee });
      },
    };
  };

  return {
    calls,
    current,
    market,
    swork,
    waiver,
    /** Uses one of the era's free reports of `who`, if there is one left. */
    takeFreeReport(who: Hex): boolean {
      const row = swork.get(who);
      const { activeEra } = current.get();
      const fresh = row.refreshedAt < activeEra ? { ...row, refreshedAt: activeEra, usedFeeReductionCount: 0 } : row;
      if (fresh.usedFeeReductionCount >= fresh.totalFeeReductionCount) return false;
      swork.set(who, { ...fresh, usedFeeReductionCount: fresh.usedFeeReductionCount + 1 });
      return true;
    },
    collateralAndReward: (who: Hex) => {
      const { activeFunds, fileReward } = market.get(who);
      return { collateral: activeFunds, reward: fileReward };
    },
    setFileReward(who: Hex, fileReward: bigint): void {
      const old = market.get(who);
      setMarket(who, old, { ...old, fileReward });
    },
    /** Opens the next era's quota; returns what the ending era used of its own. */
    updateEraBenefit(nextEra: number, reward: bigint): bigint {
      const ending = current.get();
      current.set({
        ...ending,
        activeEra: nextEra,
        totalFeeReductionQuota: perbillOf(feeQuotaPerbill, reward),
        usedFeeReductionQuota: 0n,
      });
      return ending.usedFeeReductionQuota;
    },
  };
}

function reserveOr(error: () => DispatchFailure, reserve: () => void): void {
  try {
    reserve();
  } catch (cause) {
    throw Object.assign(error(), { cause });
  }
}
