import { POTS } from '@moho/protocol/pots';
import type { ChainEvent } from '../chain-facts';
import type { ItemResult } from '../compare';
import type { BalanceAt } from './pot';
import type { OrderRow } from './sql';

export const ORDERS_ITEM = 'Order legs';
export const DEBITS_ITEM = 'Payer debit';

const LEG_POTS: ReadonlySet<string> = new Set([POTS.reserved, POTS.staking, POTS.storage]);

const isTransfer = ({ pallet, name }: ChainEvent): boolean => pallet === 'balances' && name === 'Transfer';

/** What the payer sent into each pot last before an order's event, since the market's event before it. */
const chainLegs = (events: ChainEvent[], { eventIndex, payer }: OrderRow): bigint => {
  const order = events.find(({ index }) => index === eventIndex);
  const last = new Map<string, bigint>();
  for (const event of events) {
    if (event.index >= eventIndex || event.extrinsic !== order?.extrinsic) continue;
    if (event.pallet === 'market') last.clear();
    const [from, to, amount] = event.args.map(String);
    if (isTransfer(event) && from === payer && to && LEG_POTS.has(to)) last.set(to, BigInt(amount ?? '0'));
  }
  return [...last.values()].reduce((sum, amount) => sum + amount, 0n);
};

/** Every order's legs against the Transfer events of the chain. */
export const compareOrderLegs = (events: ReadonlyMap<number, ChainEvent[]>, orders: OrderRow[]): ItemResult => {
  const result: ItemResult = { item: ORDERS_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  for (const order of orders) {
    result.keysCompared += 1;
    const legs = chainLegs(events.get(order.block) ?? [], order);
    if (String(legs) === order.legs) continue;
    const id = `${order.block}-${order.eventIndex}`;
    const both = { chain: String(legs), index: order.legs };
    result.mismatches.push({ item: ORDERS_ITEM, block: order.block, id, field: 'legs', ...both });
  }
  return result;
};

/** Events of other pallets that name a payer may stand for money that has no Transfer: such a block is left out. */
const SILENT = new Set(['market', 'system', 'utility', 'multisig', 'sudo', 'treasury', 'scheduler', 'balances']);
const KNOWN_BALANCE_EVENTS = new Set(['Transfer', 'Reserved', 'Unreserved', 'Endowed']);

const isSimple = (events: ChainEvent[], payer: string): boolean =>
  events.every(
    ({ pallet, name, args }) =>
      !args.some((arg) => String(arg) === payer) ||
      (pallet === 'balances' ? KNOWN_BALANCE_EVENTS.has(name) : SILENT.has(pallet)),
  );

/** What the events say went out of the payer's free balance, less what came in. */
const spent = (events: ChainEvent[], payer: string): bigint => {
  let sum = 0n;
  for (const { pallet, name, args } of events) {
    if (pallet !== 'balances') continue;
    const [first, second, third] = args.map(String);
    if (name === 'Transfer' && first === payer) sum += BigInt(third ?? '0');
    if (name === 'Transfer' && second === payer) sum -= BigInt(third ?? '0');
    if (name === 'Reserved' && first === payer) sum += BigInt(second ?? '0');
    if (name === 'Unreserved' && first === payer) sum -= BigInt(second ?? '0');
  }
  return sum;
};

const FEE_PARTS_OF_TREASURY = 5n;
const FEE_PARTS = 4n;
/** The treasury's 80 % of a fee and of a tip are rounded apart. */
const ROUNDING = 3n;

export interface DebitFacts {
  events: ReadonlyMap<number, ChainEvent[]>;
  orders: OrderRow[];
  balanceOf(payer: string): BalanceAt;
  /** extrinsics of a block by the account that signed them */
  signedBy(block: number, payer: string): number[];
  /** authors are paid a part of the fees without an event */
  authorOf(block: number): string | null;
  /** the payer's account was set outside any block */
  excused(payer: string, block: number): boolean;
}

/**
 * A payer's debit in a block of its orders is exactly its transfers and reserves, the transaction fees apart; and those are
 * what the treasury's 80 % say. Nothing else is taken for an order.
 */
export const compareDebits = (facts: DebitFacts): ItemResult => {
  const result: ItemResult = { item: DEBITS_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  for (const place of new Set(facts.orders.map(({ block, payer }) => `${block} ${payer}`))) {
    const [at, payer] = place.split(' ') as [string, string];
    const block = Number(at);
    const events = facts.events.get(block) ?? [];
    if (facts.excused(payer, block)) {
      result.overridden += 1;
      continue;
    }
    if (!isSimple(events, payer) || facts.authorOf(block) === payer) continue;
    result.keysCompared += 1;
    const balance = facts.balanceOf(payer);
    const debit = balance(block - 1) - balance(block);
    const fees = debit - spent(events, payer);
    const signed = new Set(facts.signedBy(block, payer));
    const treasury = events
      .filter(
        ({ pallet, name, extrinsic }) => pallet === 'treasury' && name === 'Deposit' && signed.has(extrinsic ?? -1),
      )
      .reduce((sum, { args }) => sum + BigInt(String(args[0])), 0n);
    const off = (fees * FEE_PARTS) / FEE_PARTS_OF_TREASURY - treasury;
    const fits = signed.size === 0 ? fees === 0n : off >= -ROUNDING && off <= ROUNDING * BigInt(signed.size);
    if (fits) continue;
    const both = { chain: String(debit), index: `${debit - fees} and fees of about ${(treasury * 5n) / 4n}` };
    result.mismatches.push({ item: DEBITS_ITEM, block, id: payer, field: 'debit', ...both });
  }
  return result;
};
