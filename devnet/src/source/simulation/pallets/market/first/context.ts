import { accountId, bool, type Hex, u32, u128 } from '../../../../../codec/scale';
import type { Runtime } from '../../../framework/runtime';
import { creditMerchant, type MarketContext } from '../context';
import type { FirstStorage } from './storage';

/** What only the first market announced. */
export const firstEvents = (rt: Runtime) =>
  rt.emitters('Market', {
    CutCollateralSuccess: [accountId, u128],
    SetMarketSwitchSuccess: [bool],
    SetFreeOrderAdminSuccess: [accountId],
    NewFreeAccount: [accountId],
    SetFreeFeeSuccess: [u128],
    FreeAccountRemoved: [accountId],
    SetFreeCountsLimitSuccess: [u32],
    SetTotalFreeFeeLimitSuccess: [u128],
  });

/** The market of specs 1 and 2: its own files and accounts beside fees and pots, which later ones kept. */
export interface FirstContext extends MarketContext {
  readonly f: FirstStorage;
  readonly say: ReturnType<typeof firstEvents>;
}

/** Credits income to the owner that a reporter named by `bond`, if the collateral allows. */
export function creditOwner({ rt, f, rules }: FirstContext, reporter: Hex, amount: bigint): boolean {
  const owner = f.bonded.get(reporter);
  return owner !== undefined && creditMerchant(rt, owner, amount, rules.collateralTimes);
}
