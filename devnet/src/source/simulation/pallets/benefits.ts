import {
  accountId,
  compact,
  compact32,
  type Hex,
  names,
  struct,
  u32,
  u128,
  type Value,
  vec,
} from '../../../codec/scale';
import { maxOf, minOf, perbillOf, perbillRatio, saturatingSub } from '../framework/arithmetic';
import { type DispatchFailure, ensure, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat } from '../framework/storage';
import { EXISTENTIAL_DEPOSIT } from './balances';
import type { FeeWaiver } from './transaction-payment';

/** funds for one free work report per era */
const REPORT_COST = 3_000_000_000_000n;
/** the era's fee-reduction quota: 0.2 % of its reward */
const QUOTA_PERBILL = 2_000_000n;
const BONDING_ERAS = 112;
const MAX_CHUNKS = 16;

export const fundsType = names('SWORK', 'MARKET');
const chunk = struct({ value: compact, era: compact32 });
type Chunk = Value<typeof chunk>;
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
type MarketBenefit = Value<typeof marketBenefit>;
type SworkBenefit = Value<typeof sworkBenefit>;
interface Funds {
  readonly totalFunds: bigint;
  readonly activeFunds: bigint;
  readonly unlockingFunds: readonly Chunk[];
}

const NO_FUNDS = { totalFunds: 0n, activeFunds: 0n, refreshedAt: 0, unlockingFunds: [] };
const NO_MARKET: MarketBenefit = { ...NO_FUNDS, usedFeeReductionQuota: 0n, fileReward: 0n };
const NO_SWORK: SworkBenefit = { ...NO_FUNDS, totalFeeReductionCount: 0, usedFeeReductionCount: 0 };

export type Benefits = ReturnType<typeof benefitsPallet>;

/** Locked CRU that buys free reports (SWORK) or collateral and free settlements (MARKET). */
export function benefitsPallet(rt: Runtime) {
  const store = rt.storage('Benefits');
  const byAccount = blake2_128Concat(accountId);
  const current = store.value('CurrentBenefits', eraBenefits, {
    totalFeeReductionQuota: 0n,
    totalMarketActiveFunds: 0n,
    usedFeeReductionQuota: 0n,
    activeEra: 0,
  });
  const market = store.map('MarketBenefits', byAccount, marketBenefit, NO_MARKET);
  const swork = store.map('SworkBenefits', byAccount, sworkBenefit, NO_SWORK);
  const emit = rt.emitters('Benefits', {
    AddBenefitFundsSuccess: [accountId, u128, fundsType],
    CutBenefitFundsSuccess: [accountId, u128, fundsType],
    RebondBenefitFundsSuccess: [accountId, u128, fundsType],
    WithdrawBenefitFundsSuccess: [accountId, u128],
  });
  const E = rt.errors(
    'Benefits',
    'InsuffientBalance',
    'InvalidTarget',
    'NoMoreChunks',
    'NoUnlockChunk',
    'InsufficientValue',
  );

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

  /** Moves up to `value` from active to a new chunk; a rest below the existential deposit goes with it. */
  function cutFunds<F extends Funds>(funds: F, value: bigint): F {
    ensure(funds.unlockingFunds.length < MAX_CHUNKS, E.NoMoreChunks);
    const cut = minOf(value, funds.activeFunds);
    if (cut === 0n) return funds;
    const rest = funds.activeFunds - cut;
    const swept = rest < EXISTENTIAL_DEPOSIT ? rest : 0n;
    const era = current.get().activeEra + BONDING_ERAS;
    return {
      ...funds,
      activeFunds: rest - swept,
      unlockingFunds: [...funds.unlockingFunds, { value: cut + swept, era }],
    };
  }
  /** Takes chunks back into active, newest first. */
  function rebondFunds<F extends Funds>(funds: F, value: bigint): F {
    ensure(funds.unlockingFunds.length > 0, E.NoUnlockChunk);
    const left = [...funds.unlockingFunds];
    let moved = 0n;
    while (left.length > 0 && moved < value) {
      const last = left.pop() as Chunk;
      const take = minOf(last.value, value - moved);
      moved += take;
      if (take < last.value) left.push({ ...last, value: last.value - take });
    }
    const next = { ...funds, activeFunds: funds.activeFunds + moved, unlockingFunds: left };
    ensure(next.activeFunds >= EXISTENTIAL_DEPOSIT, E.InsufficientValue);
    return next;
  }
  /** Funds can not exceed what is still reserved (something else may have taken it). */
  function repaired<F extends Funds>(who: Hex, funds: F): F {
    const reserved = rt.pallets.balances.reserved(who);
    if (funds.totalFunds <= reserved) return funds;
    return {
      ...funds,
      totalFunds: reserved,
      activeFunds: saturatingSub(funds.activeFunds + reserved, funds.totalFunds),
    };
  }
  function consolidated<F extends Funds>(funds: F): F {
    const era = current.get().activeEra;
    const due = funds.unlockingFunds.filter((c) => c.era <= era).reduce((sum, c) => sum + c.value, 0n);
    return {
      ...funds,
      totalFunds: saturatingSub(funds.totalFunds, due),
      unlockingFunds: funds.unlockingFunds.filter((c) => c.era > era),
    };
  }

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
        totalFeeReductionQuota: perbillOf(QUOTA_PERBILL, reward),
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
