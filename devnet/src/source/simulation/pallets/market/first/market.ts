import type { MarketContext } from '../context';
import { feeTicks } from '../fees';
import { type FirstContext, firstEvents } from './context';
import { freeOrderCalls } from './free-orders';
import { firstOrders } from './orders';
import { firstReplicas } from './replicas';
import { firstSettlement } from './settle';
import { firstStorage } from './storage';
import { usedPart } from './used';

/** The market of specs 1 and 2, before it was written anew. */
export function firstMarket(modern: MarketContext) {
  const { rt, s, rules } = modern;
  const context: FirstContext = { ...modern, f: firstStorage(rt), say: firstEvents(rt) };
  const used = usedPart(context);
  const { settle, calculateReward } = firstSettlement(context, used);
  return {
    files: context.f.files,
    calls: { ...firstOrders(context, used, settle), calculateReward, ...freeOrderCalls(context) },
    ...firstReplicas(context, used),
    onInitialize: (block: number): number => feeTicks(rt, s, rules, block) + used.sweep(block),
  };
}
