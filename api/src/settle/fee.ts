import {
  compactBytes,
  MULTIPLIER_ONE,
  multiplierOfFee,
  orderWeight,
  settlementFee,
  settleWeight,
} from '@moho/protocol';
import { wholeFee } from '../block/fee';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { Scope } from '../database/sql';
import type { View } from '../database/view';
import { type PaidCallRow, paidCalls } from './sql';

/** From what the fees of settlements are told. */
export interface FeeBasis {
  /** number with 18 decimals that a call's weight is priced with; 1 when nobody has paid for one of these calls yet */
  multiplier: bigint;
  /** the paid call it is read from */
  paid: PaidCallRow | null;
}

const weightOf = ({ call, specVersion }: PaidCallRow): bigint =>
  call === 'calculate_reward' ? settleWeight(specVersion) : orderWeight(specVersion);

const multiplierOf = (paid: PaidCallRow): bigint => {
  const fee = wholeFee(BigInt(paid.treasuryFee)) - BigInt(paid.tip ?? 0);
  const of = { spec: paid.specVersion, weight: weightOf(paid), lengthBytes: paid.lengthBytes };
  const found = multiplierOfFee(fee, of);
  if (found === null) throw new Error(`extrinsic ${paid.id} paid ${fee} pico, less than its bytes cost`);
  return found;
};

/** The multiplier that the last paid order or settlement shows; the chain moves it by at most 0.00075 % a block. */
export const loadFeeBasis = async (ctx: Context, view: View): Promise<FeeBasis> => {
  const paid = await loadKeyed(ctx, 'paidCall', view, 'last', async (scope: Scope) => {
    const rows = await paidCalls(scope);
    return new Map(rows.map((row) => ['last', row]));
  });
  return { multiplier: paid === null ? MULTIPLIER_ONE : multiplierOf(paid), paid };
};

/** From this length on each byte more of a CID costs the same: all prefixes have grown. */
const LONG_CID_BYTES = 128;

export interface FeeTable {
  /** fee by the CID's length in bytes, from 0 on; beyond the last one `perByte` each */
  fees: bigint[];
  perByte: bigint;
}

/** Fees of settlements for SQL, which sorts by what is left of them. */
export const feeTable = (spec: number, multiplier: bigint): FeeTable => {
  const fees = Array.from({ length: LONG_CID_BYTES + 1 }, (_, length) => settlementFee(length, spec, multiplier));
  const [last, before] = [fees.at(-1) as bigint, fees.at(-2) as bigint];
  if (compactBytes(LONG_CID_BYTES) !== 2) throw new Error('the last length of the table is not a long one');
  return { fees, perByte: last - before };
};
