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

const storedSize = (reader: Reader, cid: string): bigint | null => {
  for (const item of ['filesV2', 'files']) {
    if (!reader.has('market', item)) continue;
    const row = reader.get('market', item, cid);
    if (row === null || row.isEmpty || !reader.exists('market', item, cid)) continue;
    const pair = list(row);
    // specs 1-2 keep a pair of FileInfo and UsedInfo
    return big(field(Array.isArray(row) ? (pair[0] as Codec) : row, 'file_size', 'fileSize'));
  }
  return null;
};

const fundsOf = (reader: Reader, payer: string): bigint => {
  const own = reader.get('benefits', 'marketBenefits', payer);
  if (own === null || own.isEmpty) return 0n;
  const all = reader.get('benefits', 'currentBenefits');
  return marketFundsPerbill(big(field(own, 'active_funds')), big(field(all, 'total_market_active_funds')));
};

/** The last transfers before an event of the same extrinsic, as many as there are legs that move money. */
const movedLegs = (transfers: EventRow[], legs: OrderLegs, skipStorage: boolean): string => {
  const moving = LEG_POTS.filter(([leg]) => legs[leg] > 0n && !(skipStorage && leg === 'storage')).length;
  return transfers
    .slice(transfers.length - moving)
    .map(({ args }) => `${args[1]}=${big(args[2] ?? null)}`)
    .join(' ');
};

const legsText = (legs: OrderLegs, skipStorage: boolean): string =>
  LEG_POTS.filter(([leg]) => legs[leg] > 0n && !(skipStorage && leg === 'storage'))
    .map(([leg, pot]) => `${POTS[pot]}=${legs[leg]}`)
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
  const payer = transfers[transfers.length - 1]?.args[0]?.toString() ?? '';
  const rules = orderRules(context.spec, context.isJulyBuildOf4);
  const compute = (fundsPerbill: bigint): OrderLegs =>
    orderLegs({ sizeBytes, fees, tips: big(args[2] ?? null), fundsPerbill, rules });
  const first = compute(fundsOf(context.before, payer));
  const second = compute(fundsOf(context.after, payer));
  // funds may have moved earlier or later in this very block: then either state's discount is right
  const isSecond = movedLegs(transfers, second, false) === legsText(second, false);
  const chosen = isSecond ? second : first;
  const recorded = movedLegs(transfers, chosen, false);
  compare(tally, context, `legs of the order of ${cid}`, legsText(chosen, false), recorded);
  tally.compared += LEG_POTS.filter(([leg]) => chosen[leg] > 0n).length - 1;
};

const checkRenewal = (walk: Walk, cid: string, caller: string): void => {
  const { context, legs: tally, fees, transfers } = walk;
  const size = walk.sizes.get(cid) ?? storedSize(context.before, cid);
  if (size === null) throw new Error(`block ${context.block.number}: a renewed file is not stored: ${cid}`);
  const { legs, callerReward } = renewal(size, fees, orderRules(context.spec, context.isJulyBuildOf4));
  const recorded = movedLegs(transfers, legs, true);
  compare(tally, context, `legs of the renewal of ${cid}`, legsText(legs, true), recorded);
  tally.compared += 1;
  if (callerReward === 0n || caller === POTS.storage) return;
  const paid = transfers[transfers.length - 3];
  const paidText = paid === undefined ? 'no transfer' : `${paid.args[1]}=${big(paid.args[2] ?? null)}`;
  compare(tally, context, `reward for the renewal of ${cid}`, `${caller}=${callerReward}`, paidText);
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
