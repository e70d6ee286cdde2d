import { bytesToHex, type Hex } from './base/hex';
import { asciiToBytes, textToUtf8 } from './base/text';
import { maximumFileSize } from './order-price';

/**
 * The bytes of market.place_storage_order, to be signed in any wallet. A call begins with the place of its pallet in the
 * runtime and of its name in the pallet, and both moved (crust-protocol §0 and §2.2; construct_runtime and decl_module of
 * each mainnet spec): Market is 20 up to spec 14 and 26 since governance came in 15; the call is 2, without a memo, in
 * specs 1–2 (3 is its sister with one), and 0 with a memo since the market was written anew in 3.
 */
export interface OrderCall {
  /** SCALE bytes of the call, without signature */
  callData: Hex;
  palletIndex: number;
  callIndex: number;
  /** name in the runtime's metadata */
  name: 'place_storage_order' | 'place_storage_order_with_memo';
}

export interface OrderArguments {
  /** ASCII text of the CID, which is what the chain keeps */
  cid: string;
  /** size of the file in bytes */
  sizeBytes: bigint;
  /** pico-CRU on top of the price, for the owners that store the file */
  tips: bigint;
  /** free text; the chain does not keep it outside the block */
  memo: string;
}

const U64 = 1n << 64n;
const U128 = 1n << 128n;

const littleEndian = (value: bigint, length: number): number[] =>
  Array.from({ length }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));

/** SCALE's compact integer: the two lowest bits of the first byte tell the length. */
const compact = (value: bigint): number[] => {
  if (value < 1n << 6n) return littleEndian(value << 2n, 1);
  if (value < 1n << 14n) return littleEndian((value << 2n) | 1n, 2);
  if (value < 1n << 30n) return littleEndian((value << 2n) | 2n, 4);
  const length = Math.ceil(value.toString(16).length / 2);
  return [((length - 4) << 2) | 3, ...littleEndian(value, length)];
};

/** SCALE's bytes: their number, then they themselves. */
export const encodeBytes = (content: Uint8Array): number[] => [...compact(BigInt(content.length)), ...content];

/** Place of the Market pallet in the runtime of a spec. */
export const marketPalletIndex = (spec: number): number => (spec < 15 ? 20 : 26);

/**
 * Call data of an order for the runtime of that spec. Throws one sentence on a size the market refuses (not below
 * MaximumFileSize), on amounts that do not fit their types, and on a CID that is not ASCII.
 */
export const orderCall = (spec: number, { cid, sizeBytes, tips, memo }: OrderArguments): OrderCall => {
  const most = maximumFileSize(spec);
  if (sizeBytes < 0n || sizeBytes >= most || sizeBytes >= U64) {
    throw new RangeError(`the size of an order is from 0 to ${most - 1n} bytes, not ${sizeBytes}`);
  }
  if (tips < 0n || tips >= U128) throw new RangeError(`tips are from 0 to ${U128 - 1n} pico-CRU, not ${tips}`);
  const old = spec <= 2;
  const withMemo = !old || memo !== '';
  const palletIndex = marketPalletIndex(spec);
  const callIndex = old ? (withMemo ? 3 : 2) : 0;
  const call = [
    palletIndex,
    callIndex,
    ...encodeBytes(asciiToBytes(cid)),
    ...littleEndian(sizeBytes, 8),
    ...compact(tips),
    ...(withMemo ? encodeBytes(textToUtf8(memo)) : []),
  ];
  return {
    callData: bytesToHex(Uint8Array.from(call)),
    palletIndex,
    callIndex,
    name: old && withMemo ? 'place_storage_order_with_memo' : 'place_storage_order',
  };
};
