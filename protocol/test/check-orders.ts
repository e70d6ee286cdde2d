import type { Codec } from '@polkadot/types/types';
import {
  marketFundsPerbill,
  type OrderFees,
  type OrderLegs,
  orderLegs,
  orderRules,
  POTS,
  type PotName,
  renewal,
} from '../src';
import { feesAfterTicks } from './check-fees';
import { big, type CallRow, callsOf, type EventRow, field, list, type Reader } from './decode';
import { type BlockContext, compare, type Tally } from './tally';

const LEG_POTS: [keyof OrderLegs, PotName][] = [
  ['reserved', 'reserved'],
  ['staking', 'staking'],
  ['storage', 'storage'],
];

/**
 * Size of a stored file; null when there is none, or when its bytes are of an older layout than the runtime's, which
 * the runtime cannot read either: it takes the file for a new one.
 */
const storedSize = (reader: Reader, cid: string): bigint | null => {
  for (const item of ['filesV2', 'files']) {
    if (!reader.has('market', item)) continue;
    const raw = reader.raw('market', item, cid);
    const row = raw === undefined ? null : reader.get('market', item, cid);
    if (row === null || row.toHex() !== raw) continue;
    // specs 1-2 keep a pair of FileInfo and UsedInfo
    return big(field(Array.isArray(row) ? (list(row)[0] as Codec) : row, 'file_size', 'fileSize'));
  }
  return null;
};

/** A payer's part of all MARKET funds; nobody pays for an order that is free of charge. */
const fundsOf = (reader: Reader, payer: string | null): bigint => {
  if (payer === null) return 0n;
  const own = reader.get('benefits', 'marketBenefits', payer);
  if (own === null || own.isEmpty) return 0n;
  const all = reader.get('benefits', 'currentBenefits');
  return marketFundsPerbill(big(field(own, 'active_funds')), big(field(all, 'total_market_active_funds')));
};

/** The legs that a Transfer event tells of: those that are not 0, and not the storage pot's transfer to itself. */
const movingLegs = (legs: OrderLegs, isRenewal: boolean): [keyof OrderLegs, PotName][] =>
  LEG_POTS.filter(([leg]) => legs[leg] > 0n && !(isRenewal && leg === 'storage'));

const legsText = (legs: OrderLegs, isRenewal: boolean): string =>
  movingLegs(legs, isRenewal)
    .map(([leg, pot]) => `${POTS[pot]}=${legs[leg]}`)
    .join(' ');

const transferText = (transfer: EventRow | undefined): string =>
  transfer === undefined ? 'no transfer' : `${transfer.args[1]}=${big(transfer.args[2] ?? null)}`;

/** The last transfers before an event, as many as there are legs that move money. */
const movedText = (transfers: EventRow[], legs: OrderLegs, isRenewal: boolean): string =>
  transfers
    .slice(transfers.length - movingLegs(legs, isRenewal).length)
    .map(transferText)
    .join(' ');

interface Walk {
  context: BlockContext;
  legs: Tally;
  fees: OrderFees;
  /** sizes written by orders earlier in this block */
  sizes: Map<string, bigint>;
  calls: CallRow[];
  /** transfers since the last event that used some */
  transfers: EventRow[];
}

const checkOrder = (walk: Walk, cid: string): void => {
  const { context, legs: tally, fees, sizes, calls, transfers } = walk;
  const at = calls.findIndex(({ name, args }) => /^market\.placeStorageOrder/.test(name) && args[0]?.toHex() === cid);
  if (at < 0) {
    tally.withoutInput += 1;
    return;
  }
  const [{ args }] = calls.splice(at, 1) as [CallRow];
  const given = big(args[1] ?? null);
  const sizeBytes = sizes.get(cid) ?? storedSize(context.before, cid) ?? given;
  sizes.set(cid, sizeBytes);
  const payer = transfers[transfers.length - 1]?.args[0]?.toString() ?? null;
  const rules = orderRules(context.spec, context.isJulyBuildOf4);
  const compute = (fundsPerbill: bigint): OrderLegs =>
    orderLegs({ sizeBytes, fees, tips: big(args[2] ?? null), fundsPerbill, rules });
  const first = compute(fundsOf(context.before, payer));
  const second = compute(fundsOf(context.after, payer));
  // funds may have moved earlier or later in this very block: then either state's discount is right
  const isSecond = movedText(transfers, second, false) === legsText(second, false);
  const chosen = isSecond ? second : first;
  const recorded = movedText(transfers, chosen, false);
  compare(tally, context, `legs of the order of ${cid}`, legsText(chosen, false), recorded);
  tally.compared += movingLegs(chosen, false).length - 1;
};

const checkRenewal = (walk: Walk, cid: string, caller: string): void => {
  const { context, legs: tally, fees, transfers } = walk;
  const size = walk.sizes.get(cid) ?? storedSize(context.before, cid);
  if (size === null) throw new Error(`block ${context.block.number}: a renewed file is not stored: ${cid}`);
  const { legs, callerReward } = renewal(size, fees, orderRules(context.spec, context.isJulyBuildOf4));
  const recorded = movedText(transfers, legs, true);
  compare(tally, context, `legs of the renewal of ${cid}`, legsText(legs, true), recorded);
  const moving = movingLegs(legs, true).length;
  tally.compared += moving - 1;
  if (callerReward === 0n || caller === POTS.storage) return;
  const paid = transferText(transfers[transfers.length - moving - 1]);
  compare(tally, context, `reward for the renewal of ${cid}`, `${caller}=${callerReward}`, paid);
};

/** Every leg of every order and renewal, recomputed from size, fees, tips and funds, against the Transfer events. */
export const orderChecker = (legs: Tally) => (context: BlockContext) => {
  const isOrder = ({ name }: EventRow) => name === 'market.FileSuccess' || name === 'market.RenewFileSuccess';
  if (!context.events.some(isOrder)) return;
  const walk: Walk = {
    context,
    legs,
    fees: feesAfterTicks(context).fees,
    sizes: new Map(),
    calls: [],
    transfers: [],
  };
  let extrinsic: number | null = null;
  for (const event of context.events) {
    if (event.extrinsic !== extrinsic) {
      extrinsic = event.extrinsic;
      walk.transfers = [];
      const bytes = extrinsic === null ? undefined : context.block.extrinsics[extrinsic];
      walk.calls = bytes === undefined ? [] : callsOf(context.runtime, bytes);
    }
    if (event.name === 'balances.Transfer') walk.transfers.push(event);
    if (event.name === 'market.SetBaseFeeSuccess') walk.fees.base = big(event.args[0] ?? null);
    if (event.name === 'market.FileSuccess') checkOrder(walk, (event.args[1] as Codec).toHex());
    if (event.name === 'market.RenewFileSuccess') {
      checkRenewal(walk, (event.args[1] as Codec).toHex(), String(event.args[0]));
    }
    if (event.name.startsWith('market.')) walk.transfers = [];
  }
};
