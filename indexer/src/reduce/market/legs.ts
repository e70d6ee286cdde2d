import { type EventFact, toBigInt } from '../../decode/facts';
import { RESERVED_POT, STAKING_POT, STORAGE_POT } from './pots';

/** The three transfers an order or renewal makes before its event (crust-protocol §3.5). Legs of 0 emit nothing. */
export interface OrderLegs {
  reserved: bigint;
  staking: bigint;
  storage: bigint;
  /** sender of the legs; null when there was none */
  payer: string | null;
}

/** Pallets whose events may stand between a call's transfers and its own event: fresh or dying accounts, dust. */
export const BETWEEN = new Set(['balances', 'system', 'treasury']);

/** Legs of the order whose event is `events[at]`: the nearest transfer into each pot before it, back to the last order. */
export const legsBefore = (events: EventFact[], at: number): OrderLegs => {
  const legs: OrderLegs = { reserved: 0n, staking: 0n, storage: 0n, payer: null };
  const seen = new Set<string>();
  for (let i = at - 1; i >= 0; i--) {
    const event = events[i] as EventFact;
    if (!BETWEEN.has(event.pallet)) break;
    if (event.pallet !== 'balances' || event.name !== 'Transfer') continue;
    const [from, to, amount] = event.args;
    const leg =
      to === RESERVED_POT ? 'reserved' : to === STAKING_POT ? 'staking' : to === STORAGE_POT ? 'storage' : null;
    // a transfer elsewhere or a second one into the same pot belongs to something before this order
    if (leg === null || seen.has(leg) || (legs.payer !== null && legs.payer !== from)) break;
    seen.add(leg);
    legs[leg] = toBigInt(amount);
    legs.payer = String(from);
  }
  return legs;
};

/** What the storage pot paid to an account just before `events[at]` (a liquidator's or merchant's money). */
export const paidFromStorage = (events: EventFact[], at: number): { to: string; amount: bigint } | null => {
  for (let i = at - 1; i >= 0; i--) {
    const event = events[i] as EventFact;
    if (event.pallet === 'market' && event.name !== 'RenewFileSuccess' && event.name !== 'FileClosed') return null;
    if (event.pallet !== 'balances' || event.name !== 'Transfer') continue;
    const [from, to, amount] = event.args;
    if (from === STORAGE_POT && to !== RESERVED_POT && to !== STAKING_POT)
      return { to: String(to), amount: toBigInt(amount) };
  }
  return null;
};
