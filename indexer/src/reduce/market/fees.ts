import { orderLegs, orderRules, renewal as renewalOf } from '@moho/protocol/order-price';
import { mayWriteRaw } from '../../touch/unseen';
import type { RecordContext } from '../context';
import { type Prices, readPrices, readPricesBefore } from '../prices';
import type { OrderLegs } from './legs';

interface Charged {
  legs: OrderLegs;
  /** size the order was charged for */
  charged: bigint;
  renewal?: boolean;
}

type Facts = Pick<RecordContext, 'facts' | 'reader'>;

/** Fees step as a block begins, so within it only root moves them (crust-protocol §6.3). */
const mayHaveSetFees = ({ facts }: Facts): boolean =>
  mayWriteRaw(facts) ||
  facts.events.some(({ pallet, name }) => pallet === 'market' && name === 'SetBaseFeeSuccess') ||
  facts.extrinsics.some(({ calls }) =>
    calls.some(({ pallet, call, deferred }) => pallet === 'market' && call.startsWith('set_') && !deferred),
  );

/** The legs of an order or renewal at these prices, tips and the discounts of the first specs apart. */
const legsAt = ({ charged, renewal }: Charged, { baseFee, byteFee, keysFee }: Prices, spec: number) => {
  const fees = { base: baseFee, byte: byteFee, keys: keysFee };
  const rules = orderRules(spec);
  return renewal
    ? renewalOf(charged, fees, rules).legs
    : orderLegs({ sizeBytes: charged, fees, tips: 0n, fundsPerbill: 0n, rules });
};

/** The three fees at the moment of an order; undefined where root moved them in its block and its legs fit neither side. */
export const feesOfOrder = (order: Charged, context: Facts): Prices | undefined => {
  const now = readPrices(context);
  if (!now || !mayHaveSetFees(context)) return now;
  const fits = (prices: Prices): boolean => {
    const { reserved, staking } = legsAt(order, prices, context.facts.spec);
    return reserved === order.legs.reserved && staking === order.legs.staking;
  };
  return [now, readPricesBefore(context)].find((prices) => prices !== undefined && fits(prices));
};

/** Tips of an order whose call is not in the block: what the storage leg has beyond its 18 %; null when not knowable. */
export const unseenTips = (order: Charged, context: Facts): bigint | null => {
  const fees = feesOfOrder(order, context);
  if (!fees) return null;
  const { staking, storage } = legsAt(order, fees, context.facts.spec);
  return staking === order.legs.staking && storage <= order.legs.storage ? order.legs.storage - storage : null;
};
