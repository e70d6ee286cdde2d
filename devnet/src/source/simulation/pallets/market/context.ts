import { accountId, bool, bytes, type Hex, u32, u128 } from '../../../../codec/scale';
import { succeeds } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import type { MarketRules } from './rules';
import { type MarketStorage, POTS } from './storage';

export type MarketEvents = ReturnType<typeof marketEvents>;
export const marketEvents = (rt: Runtime) =>
  rt.emitters('Market', {
    FileSuccess: [accountId, bytes],
    RenewFileSuccess: [accountId, bytes],
    AddPrepaidSuccess: [accountId, bytes, u128],
    CalculateSuccess: [bytes],
    IllegalFileClosed: [bytes],
    RewardMerchantSuccess: [accountId],
    SetEnableMarketSuccess: [bool],
    SetBaseFeeSuccess: [u128],
    SetSpowerSuperiorSuccess: [accountId],
    UpdateReplicasSuccess: [accountId, u32, u32, u32],
    FileClosed: [bytes],
    CalculateSpowersSuccess: [accountId, u32, u32, u32],
    SetSpowerReadyPeriodSuccess: [u32],
  });

/** What every part of the market works with. */
export interface MarketContext {
  readonly rt: Runtime;
  readonly s: MarketStorage;
  readonly emit: MarketEvents;
  readonly rules: MarketRules;
}

/**
 * Credits income to a merchant whose collateral covers what it has not yet cashed, so many times over in the oldest specs;
 * false when it does not.
 */
export function creditMerchant(rt: Runtime, owner: Hex, amount: bigint, times = 1n): boolean {
  const { collateral, reward } = rt.pallets.benefits.collateralAndReward(owner);
  if ((reward + amount) * times > collateral) return false;
  rt.pallets.benefits.setFileReward(owner, reward + amount);
  return true;
}

/** The runtime looks away when this transfer fails; so does the simulation, for dispatch failures alone. */
export function toReserved(rt: Runtime, money: bigint): void {
  succeeds(() => rt.pallets.balances.transfer(POTS.storage, POTS.reserved, money, 'KeepAlive'));
}
