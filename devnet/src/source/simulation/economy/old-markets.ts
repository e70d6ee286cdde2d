import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { Call } from '../framework/dispatch';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Signer } from '../framework/keys';
import type { Runtime } from '../framework/runtime';
import { firstStorage } from '../pallets/market/first/storage';
import { hasFirstMarket } from '../pallets/market/rules';
import { type Cast, CRU } from './cast';

/** What merchants of the market before the first one still have in it: income not cashed, and collateral. */
const OLD_LEDGERS = [
  { reward: 3n * CRU + 7n, collateral: 20n * CRU },
  { reward: 1n, collateral: 5n * CRU },
  { reward: CRU / 3n, collateral: CRU },
] as const;
/** blocks at which the first two of them take it back; the third never does */
const RETRIEVED_AT: readonly number[] = [350, 700];
const FREE_ORDERS = { count: 3, fee: CRU / 100n, limit: 10n * CRU, givenAt: 30 } as const;
const BONDS_FROM = 60;
const MIGRATION = { everyBlocks: 2, files: 20 } as const;

/** Money and rights of block 0 that only the market of specs 1 and 2 knows. */
export function oldMarketGenesis(rt: Runtime, cast: Cast): void {
  if (!hasFirstMarket(rt.spec.version)) return;
  const { balances, market } = rt.pallets;
  const first = firstStorage(rt);
  OLD_LEDGERS.forEach((ledger, i) => {
    const house = cast.houses[i];
    if (house === undefined) return;
    first.ledgers.set(house.stash.account, ledger);
    balances.endow(market.pots.storage, ledger.reward);
    balances.endow(market.pots.collateral, ledger.collateral);
  });
  first.freeAdmin.set(cast.superior.account);
  first.freeFee.set(FREE_ORDERS.fee);
  first.totalFreeFeeLimit.set(FREE_ORDERS.limit);
  balances.endow(market.pots.free, FREE_ORDERS.limit);
}

/** What people do on chains of older runtimes alone. */
export function oldMarketLife(cast: Cast) {
  function firstMarket(ctx: EconomyContext): SignedExtrinsic[] {
    const { calls } = ctx.pallets.market;
    const signed = (who: Signer | undefined, call: Call | undefined) => (who && call ? [ctx.sign(who, call)] : []);
    const retrieving = cast.houses[RETRIEVED_AT.indexOf(ctx.block)];
    const machine = cast.machines[ctx.block - BONDS_FROM];
    const owner = machine?.house?.stash.account;
    return [
      ...(retrieving ? signed(retrieving.stash, calls.retrieveOldCollateral?.({})) : []),
      // a reporter names who is paid for its replicas
      ...(owner === undefined ? [] : signed(machine?.account, calls.bond?.({ owner }))),
      ...(ctx.block === FREE_ORDERS.givenAt ? signed(cast.superior, freeOrders(ctx)) : []),
    ];
  }
  function freeOrders(ctx: EconomyContext): Call | undefined {
    const target: Hex | undefined = cast.clients[0]?.account;
    if (target === undefined) return undefined;
    return ctx.pallets.market.calls.addFreeAccount?.({ target, freeCounts: FREE_ORDERS.count });
  }
  /** Spec 17: files move to the map by owner a few at a time, since spec 18 does not know the old one. */
  function migrate(ctx: EconomyContext): SignedExtrinsic[] {
    const { storage, calls } = ctx.pallets.market;
    if (ctx.block % MIGRATION.everyBlocks !== 0 || storage.listed.size() === 0) return [];
    return [ctx.sign(cast.liquidator, calls.doFileMigration({ filesCount: MIGRATION.files }))];
  }

  return {
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const { version } = ctx.runtime.spec;
      if (hasFirstMarket(version)) return firstMarket(ctx);
      return version === 17 ? migrate(ctx) : [];
    },
  };
}
