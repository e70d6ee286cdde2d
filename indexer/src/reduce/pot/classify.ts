import { type CallFact, type EventFact, toBigInt, toText } from '../../decode/facts';
import { BETWEEN, legsBefore, type OrderLegs } from '../market/legs';
import { fitsLegs, type OrderCall, takeOrderCall } from '../market/orders';
import { RESERVED_POT, STAKING_POT, STORAGE_POT } from '../market/pots';

/**
 * What a transfer into or out of the storage pot was for (crust-protocol §3.5, runtime-details §2.5). Every rule of the
 * market announces itself with an event right after its transfers; a call that failed after it paid has none, and is told
 * by the call itself (errors keep what was written before them, runtime-details §2.4).
 */
export type TransferKind =
  | 'ORDER'
  | 'TIP'
  | 'PREPAID'
  | 'MERCHANT'
  | 'LIQUIDATOR'
  | 'RENEWAL'
  | 'RENEWAL_REWARD'
  | 'PREPAID_TO_RESERVED'
  | 'ILLEGAL_TO_RESERVED'
  | 'TRANSFER';

export interface Part {
  kind: TransferKind;
  amount: bigint;
  cidHex: string | null;
}

/** What is known of the extrinsic whose events are read; used up from the front as events name its calls. */
export interface Surroundings {
  spec: number;
  orders: OrderCall[];
  /** `calculate_reward` calls not matched with a CalculateSuccess yet */
  settlements: CallFact[];
  /** transfers called on behalf of the pot itself (sudo_as) */
  ofPot: CallFact[];
  /** tips in the storage leg of an order whose call is not in the block; null when not knowable */
  unseenTips(order: EventFact, legs: OrderLegs): bigint | null;
}

const ran = (calls: CallFact[], pallet: string, name: string): CallFact[] =>
  calls.filter((call) => call.pallet === pallet && call.call.startsWith(name) && !call.deferred);

export const surroundings = (
  calls: CallFact[],
  orders: OrderCall[],
  spec: number,
  unseenTips: Surroundings['unseenTips'],
): Surroundings => ({
  spec,
  orders,
  settlements: ran(calls, 'market', 'calculate_reward'),
  ofPot: ran(calls, 'balances', 'transfer').filter((call) => call.origin === STORAGE_POT),
  unseenTips,
});

const ENDINGS = new Set(['ExtrinsicSuccess', 'ExtrinsicFailed']);

/** The market's event that a transfer belongs to: the next one, unless another pallet's comes first. */
const announcedBy = (events: EventFact[], at: number): number => {
  for (let i = at + 1; i < events.length; i++) {
    const { pallet, name } = events[i] as EventFact;
    if (pallet === 'market') return i;
    if (!BETWEEN.has(pallet) || (pallet === 'system' && ENDINGS.has(name))) return -1;
  }
  return -1;
};

const isTransfer = ({ pallet, name }: EventFact): boolean => pallet === 'balances' && name === 'Transfer';

/** Whether a transfer between two positions fits. */
const someTransfer = (
  events: EventFact[],
  from: number,
  to: number,
  fits: (sender: unknown, receiver: unknown) => boolean,
): boolean => events.slice(from + 1, to).some((event) => isTransfer(event) && fits(event.args[0], event.args[1]));

const cidOf = (event: EventFact): string =>
  toText(
    event.args[
      event.name === 'FileSuccess' || event.name.startsWith('Renew') || event.name === 'AddPrepaidSuccess' ? 1 : 0
    ],
  );

const whole = (kind: TransferKind, amount: bigint, cidHex: string | null = null): Part[] => [{ kind, amount, cidHex }];

const into = (events: EventFact[], at: number, end: number, amount: bigint, about: Surroundings): Part[] => {
  const announced = events[end];
  if (announced?.name === 'AddPrepaidSuccess') {
    const isLast = !someTransfer(events, at, end, (_, to) => to === STORAGE_POT);
    if (isLast && toBigInt(announced.args[2]) === amount) return whole('PREPAID', amount, cidOf(announced));
  }
  if (announced?.name === 'FileSuccess') {
    const legs = legsBefore(events, end);
    const payer = String((events[at] as EventFact).args[0]);
    // the storage leg is the last of the three (runtime-details §2.5)
    const isLast = !someTransfer(events, at, end, () => true);
    if (isLast && legs.payer === payer && legs.storage === amount) {
      const cidHex = cidOf(announced);
      const call = takeOrderCall(about.orders, cidHex, toText(announced.args[0]), legs);
      // an order whose legs are all 0 has none: what stands before it is somebody's gift
      if (call && !fitsLegs(call.tips, legs)) return whole('TRANSFER', amount);
      const tips = call?.tips ?? about.unseenTips(announced, legs) ?? 0n;
      const parts: Part[] = [
        { kind: 'ORDER', amount: amount - tips, cidHex },
        { kind: 'TIP', amount: tips, cidHex },
      ];
      return parts.filter((part) => part.amount !== 0n);
    }
  }
  return whole('TRANSFER', amount);
};

const toAccount = (events: EventFact[], at: number, end: number, amount: bigint, about: Surroundings): Part[] => {
  const announced = events[end] as EventFact;
  const to = (events[at] as EventFact).args[1];
  switch (announced.name) {
    case 'RewardMerchantSuccess':
    // specs 1-2: the ledger from before the benefits pallet is paid out
    case 'CutCollateralSuccess':
      return whole(announced.args[0] === to ? 'MERCHANT' : 'TRANSFER', amount);
    case 'RenewFileSuccess': {
      // up to spec 16 the 5 % come after what a liquidator gets; later there are none
      const isLast = !someTransfer(events, at, end, (from, other) => from === STORAGE_POT && other === to);
      return whole(about.spec < 17 && isLast ? 'RENEWAL_REWARD' : 'LIQUIDATOR', amount, cidOf(announced));
    }
    case 'CalculateSuccess':
    case 'FileClosed':
      return whole('LIQUIDATOR', amount, cidOf(announced));
    default:
      return whole('TRANSFER', amount);
  }
};

const toReserved = (announced: EventFact, amount: bigint): Part[] => {
  switch (announced.name) {
    case 'RenewFileSuccess':
      return whole('RENEWAL', amount, cidOf(announced));
    case 'IllegalFileClosed':
      return whole('ILLEGAL_TO_RESERVED', amount, cidOf(announced));
    case 'CalculateSuccess':
    case 'FileClosed':
      return whole('PREPAID_TO_RESERVED', amount, cidOf(announced));
    default:
      return whole('TRANSFER', amount);
  }
};

/** Out of the pot without an announcement: a settlement that failed after it had paid something. */
const unannounced = (to: unknown, amount: bigint, { settlements }: Surroundings): Part[] => {
  const isPot = to === RESERVED_POT || to === STAKING_POT;
  const call = settlements.find((one) => isPot || one.origin === to || one.origin === null);
  if (!call) return whole('TRANSFER', amount);
  return whole(isPot ? 'RENEWAL' : 'LIQUIDATOR', amount, toText(call.args.cid));
};

const takeOwnTransfer = (to: unknown, amount: bigint, { ofPot }: Surroundings): boolean => {
  const at = ofPot.findIndex(({ args }) => args.dest === to && toBigInt(args.value) === amount);
  if (at >= 0) ofPot.splice(at, 1);
  return at >= 0;
};

/** The parts of the transfer `events[at]`, which goes into or out of the storage pot; their amounts are positive. */
export const transferParts = (events: EventFact[], at: number, about: Surroundings): Part[] => {
  const [, to, value] = (events[at] as EventFact).args;
  const amount = toBigInt(value);
  const end = announcedBy(events, at);
  const announced = events[end];
  if (to === STORAGE_POT) return into(events, at, end, amount, about);
  // root acting as the pot is told by an event of sudo, never by one of the market
  if (!announced)
    return takeOwnTransfer(to, amount, about) ? whole('TRANSFER', amount) : unannounced(to, amount, about);
  if (to === RESERVED_POT) return toReserved(announced, amount);
  if (to === STAKING_POT)
    return announced.name === 'RenewFileSuccess'
      ? whole('RENEWAL', amount, cidOf(announced))
      : whole('TRANSFER', amount);
  return toAccount(events, at, end, amount, about);
};

/** A settlement that succeeded is no longer a candidate for transfers without an announcement. */
export const noteSettled = (event: EventFact, { settlements }: Surroundings): void => {
  if (event.pallet !== 'market' || event.name !== 'CalculateSuccess') return;
  const at = settlements.findIndex(({ args }) => args.cid === event.args[0]);
  if (at >= 0) settlements.splice(at, 1);
};
