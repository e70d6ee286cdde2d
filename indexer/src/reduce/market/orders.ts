import { hexToBytes, perbillMul, utf8ToText } from '@moho/protocol/base';
import type { CallFact, EventFact, ExtrinsicFact, Json } from '../../decode/facts';
import { toBigInt } from '../../decode/facts';
import type { Prices } from '../prices';
import type { OrderLegs } from './legs';

/** One `place_storage_order` that may have run. */
export interface OrderCall {
  cidHex: string;
  givenSizeBytes: bigint;
  tips: bigint;
  memo: string | null;
  origin: string | null;
  wrapped: boolean;
}

const memoText = (value: Json | undefined): string | null => {
  if (typeof value !== 'string' || value === '0x') return null;
  return value.startsWith('0x') ? (utf8ToText(hexToBytes(value)) ?? value) : value;
};

const isOrder = (call: CallFact): boolean =>
  call.pallet === 'market' && call.call.startsWith('place_storage_order') && !call.deferred;

/** The order calls of an extrinsic in the order they run. */
export const orderCalls = (extrinsic: ExtrinsicFact | undefined): OrderCall[] =>
  (extrinsic?.calls ?? []).filter(isOrder).map(({ args, origin, wrapped }) => ({
    cidHex: String(args.cid),
    givenSizeBytes: toBigInt(args.reported_file_size),
    tips: toBigInt(args.tips),
    memo: memoText(args._memo ?? args.memo),
    origin,
    wrapped,
  }));

const LARGEST_ROUNDING = 2n;

/** Whether these legs can be the call's: without its tips the storage leg (18 %) is a quarter of the staking leg (72 %). */
export const fitsLegs = (tips: bigint, { staking, storage }: Pick<OrderLegs, 'staking' | 'storage'>): boolean => {
  const off = storage - tips - staking / 4n;
  return off >= -LARGEST_ROUNDING && off <= LARGEST_ROUNDING;
};

/**
 * Takes the call that made a FileSuccess event out of the calls not matched yet: same CID, and the event's account where
 * the caller is known; in an interrupted batch only the first calls ran, so the first that fits is the one. A call that
 * failed before (sudo_as lets those behind it run) is told by legs that do not fit its tips.
 */
export const takeOrderCall = (
  calls: OrderCall[],
  cidHex: string,
  account: string,
  legs?: Pick<OrderLegs, 'staking' | 'storage'>,
): OrderCall | undefined => {
  const sameFile = (call: OrderCall) => call.cidHex === cidHex;
  const sameCaller = (call: OrderCall) => sameFile(call) && call.origin === account;
  let at = legs ? calls.findIndex((call) => sameCaller(call) && fitsLegs(call.tips, legs)) : -1;
  if (at < 0) at = calls.findIndex(sameCaller);
  if (at < 0) at = calls.findIndex(sameFile);
  return at < 0 ? undefined : calls.splice(at, 1)[0];
};

const MEBIBYTE = 1_048_576n;
const STORAGE_SHARE = 180_000_000n;

/**
 * Storage part of a renewal. The pot pays itself, so no transfer shows it: 18 % of the value at the prices of the moment
 * (crust-protocol §3.5, §6.2; runtime-details §3 rows 16 and 18: up to spec 2 the base fee is part of the value and the
 * keys fee is not).
 */
export const renewalStoragePart = (sizeBytes: bigint, prices: Prices, spec: number): bigint => {
  const bytes = prices.byteFee * ((sizeBytes + MEBIBYTE - 1n) / MEBIBYTE);
  return perbillMul(STORAGE_SHARE, spec < 3 ? prices.baseFee + bytes : bytes + prices.keysFee);
};

/** Events of one extrinsic, or those outside extrinsics, in order. */
export const groupEvents = (events: EventFact[]): Map<number | null, EventFact[]> => {
  const groups = new Map<number | null, EventFact[]>();
  for (const event of events) {
    const group = groups.get(event.extrinsicIndex);
    if (group) group.push(event);
    else groups.set(event.extrinsicIndex, [event]);
  }
  return groups;
};
