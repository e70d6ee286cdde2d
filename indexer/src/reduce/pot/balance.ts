import { type EventFact, type Json, toBigInt } from '../../decode/facts';
import { STORAGE_POT } from '../market/pots';

/** What one event of the balances pallet did to the pot's free balance. */
export interface BalanceChange {
  name: 'Transfer' | 'Endowed' | 'Deposit' | 'Reserved' | 'DustLost';
  /** into the pot positive */
  amount: bigint;
  /** the other side of a transfer */
  account: string | null;
}

/** An event that states the free balance instead of changing it by an amount. */
export interface BalanceSet {
  name: 'BalanceSet';
  free: bigint;
}

/** A fresh account's Endowed is followed by the Transfer that endowed it, with the same amount: told once. */
const endowedByTransfer = (events: EventFact[], at: number): boolean => {
  for (let i = at + 1; i < events.length; i++) {
    const { pallet, name, args } = events[i] as EventFact;
    if (pallet !== 'balances') return false;
    if (name !== 'Transfer') continue;
    return args[1] === STORAGE_POT && toBigInt(args[2]) === toBigInt((events[at] as EventFact).args[1]);
  }
  return false;
};

const isFree = (status: Json | undefined): boolean => String(status).toLowerCase() === 'free';

/** What `events[at]` did to the free balance of the storage pot; null when it left it alone. */
export const balanceChange = (events: EventFact[], at: number): BalanceChange | BalanceSet | null => {
  const { pallet, name, args } = events[at] as EventFact;
  if (pallet !== 'balances') return null;
  const [first, second] = args;
  if (name === 'Transfer') {
    const amount = toBigInt(args[2]);
    if (first === second) return null;
    if (second === STORAGE_POT) return { name, amount, account: String(first) };
    return first === STORAGE_POT ? { name, amount: -amount, account: String(second) } : null;
  }
  if (name === 'ReserveRepatriated') {
    const arrives = second === STORAGE_POT && isFree(args[3]);
    return arrives ? { name: 'Reserved', amount: toBigInt(args[2]), account: String(first) } : null;
  }
  if (first !== STORAGE_POT) return null;
  switch (name) {
    case 'Endowed':
      return endowedByTransfer(events, at) ? null : { name, amount: toBigInt(second), account: null };
    case 'Deposit':
      return { name, amount: toBigInt(second), account: null };
    case 'Reserved':
      return { name, amount: -toBigInt(second), account: null };
    case 'Unreserved':
      return { name: 'Reserved', amount: toBigInt(second), account: null };
    case 'DustLost':
      return { name, amount: -toBigInt(second), account: null };
    case 'BalanceSet':
      return { name, free: toBigInt(second) };
    default:
      return null;
  }
};
