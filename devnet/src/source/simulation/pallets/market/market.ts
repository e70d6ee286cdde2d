import type { Hex } from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import { runtimeValues } from '../runtime-values';
import { allFiles } from './all-files';
import { type MarketContext, marketEvents } from './context';
import { feeTicks } from './fees';
import { firstMarket } from './first/market';
import { migrationCall } from './migration';
import { orderCalls } from './orders';
import { sweepPending } from './pending';
import { reportedReplicas } from './reported-replicas';
import { hasFirstMarket, marketRules } from './rules';
import { serviceCalls } from './service-calls';
import { setterCalls } from './setters';
import { settleCalls } from './settle';
import { listedShelf, ownedShelf, type Shelf } from './shelf';
import { type FileHead, marketStorage, POTS } from './storage';

export type Market = ReturnType<typeof marketPallet>;

/** The storage market: orders, replicas, spower, settlement and prices. */
export function marketPallet(rt: Runtime) {
  const rules = marketRules(rt.spec.version);
  const isFirst = hasFirstMarket(rt.spec.version);
  const s = marketStorage(rt, isFirst);
  const context: MarketContext = { rt, s, emit: marketEvents(rt), rules };

  function fileCalls<F extends FileHead>(shelf: Shelf<F>) {
    const settlement = rules.settlement(context);
    const settle = rules.ordersSettle ? settlement.refresh : () => undefined;
    return { ...orderCalls(context, shelf, settle), ...settleCalls(context, shelf, settlement) };
  }
  const modern = {
    ...(rules.ordersByOwner ? fileCalls(ownedShelf(s)) : fileCalls(listedShelf(s))),
    ...migrationCall(context),
    ...serviceCalls(context),
    ...setterCalls(context),
  };

  // declared last, so that its calls hold where both have one of the same name
  const first = isFirst ? firstMarket(context) : undefined;
  const calls = { ...modern, ...first?.calls };
  const replicas = first ?? reportedReplicas(context);

  rt.hooks('Market', {
    onInitialize(block) {
      if (first !== undefined) return first.onInitialize(block);
      const ticks = feeTicks(rt, s, rules, block);
      return rules.sweepsPending ? ticks + sweepPending(context, block) : ticks;
    },
  });

  return {
    calls,
    storage: s,
    pots: POTS,
    allFiles: allFiles(context, first?.files),
    addReplica: replicas.addReplica,
    removeReplica: replicas.removeReplica,
    /** Pots begin with the existential deposit, and the profile's shorter spower clock stands in storage. */
    genesis(): void {
      const { free, ...lasting } = POTS;
      const pots = isFirst ? [...Object.values(lasting), free] : Object.values(lasting);
      for (const pot of pots) rt.pallets.balances.endow(pot, runtimeValues(rt.spec).existentialDeposit);
      if (isFirst) return;
      if (rt.profile.spowerReadyBlocks !== 1_296_000) s.spowerReadyPeriod.set(rt.profile.spowerReadyBlocks);
    },
    /** swork.update_spower's half that concerns files: the service's own figures, taken as they are. */
    applySpowers(
      list: readonly (readonly [Hex, bigint, readonly (readonly [Hex, Hex, Hex, number | null])[]])[],
    ): void {
      for (const [cid, spower, changed] of list) {
        const file = s.files.get(cid);
        if (file === undefined) continue;
        const replicas = new Map(file.replicas);
        for (const [owner, who, anchor, createdAt] of changed) {
          const row = replicas.get(owner);
          if (row?.who === who && row.anchor === anchor) replicas.set(owner, { ...row, createdAt });
        }
        s.files.set(cid, { ...file, spower, replicas });
      }
    },
  };
}
