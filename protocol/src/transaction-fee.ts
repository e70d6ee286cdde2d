import { perbillFromPercent, perbillMul } from './base/perbill';

/**
 * What a signed transaction pays (runtime-details §2.4, §2.9; crust runtime `WeightToFee`, `TransactionByteFee`): a base, a
 * price for each byte, and a price for its weight that the fullness of the blocks before it moves. Fees are pico-CRU,
 * weights picoseconds.
 */

const EXTRINSIC_BASE_WEIGHT = 125_000_000n;
const BYTE_FEE = 100_000n;
/** `NextFeeMultiplier` is a number with 18 decimals */
export const MULTIPLIER_ONE = 10n ** 18n;
/** the runtime that raised the price of weight from 10 % to 30 %, and made orders and settlements lighter */
const DEARER_SPEC = 18;

const weightFee = (weight: bigint, spec: number): bigint =>
  perbillMul(perbillFromPercent(spec < DEARER_SPEC ? 10n : 30n), weight);

/** Weights of the market's calls that every wallet makes; the same in all specs of one side of the raise. */
export const settleWeight = (spec: number): bigint => (spec < DEARER_SPEC ? 2_897_000_000n : 2_647_000_000n);
export const orderWeight = (spec: number): bigint => (spec < DEARER_SPEC ? 3_019_000_000n : 2_019_000_000n);

export interface FeeInput {
  spec: number;
  /** of the call, the extrinsic's base weight apart */
  weight: bigint;
  /** of the whole encoded extrinsic, its length prefix included */
  lengthBytes: number;
  /** TransactionPayment.NextFeeMultiplier as the block before left it */
  multiplier: bigint;
}

/** The three parts of a fee: what every transaction pays, what each byte of it costs, and what the call's weight costs. */
export const transactionFeeParts = (
  spec: number,
  weight: bigint,
  multiplier: bigint,
): { base: bigint; perByte: bigint; weight: bigint } => ({
  base: weightFee(EXTRINSIC_BASE_WEIGHT, spec),
  perByte: BYTE_FEE,
  weight: (multiplier * weightFee(weight, spec)) / MULTIPLIER_ONE,
});

/** The fee without a tip. */
export const transactionFee = ({ spec, weight, lengthBytes, multiplier }: FeeInput): bigint => {
  const parts = transactionFeeParts(spec, weight, multiplier);
  return parts.base + parts.perByte * BigInt(lengthBytes) + parts.weight;
};

/** The smallest multiplier at which a call of this weight pays this fee: the other way round. Null when none does. */
export const multiplierOfFee = (fee: bigint, { spec, weight, lengthBytes }: Omit<FeeInput, 'multiplier'>) => {
  const whole = weightFee(weight, spec);
  const part = fee - transactionFee({ spec, weight, lengthBytes, multiplier: 0n });
  return part < 0n || whole === 0n ? null : (part * MULTIPLIER_ONE + whole - 1n) / whole;
};

/** Bytes of a number in SCALE's compact form, up to 2^30. */
export const compactBytes = (value: number): number => (value < 64 ? 1 : value < 16_384 ? 2 : 4);

export interface Signing {
  /** transactions the account has sent before */
  nonce: number;
  /** valid for some minutes only, as wallets make them */
  mortal: boolean;
}

/** What wallets send, and a nonce below 64: each further byte of the nonce costs 100,000 pico. */
export const USUAL_SIGNING: Signing = { nonce: 0, mortal: true };

const VERSION_BYTES = 1;
const ACCOUNT_BYTES = 32;
/** its kind and 64 bytes: sr25519 and ed25519; ecdsa has one more */
const SIGNATURE_BYTES = 65;
const TIP_BYTES = 1;

/** Length of a signed extrinsic without a tip, its length prefix included. */
export const signedBytes = (callBytes: number, { nonce, mortal }: Signing): number => {
  const era = mortal ? 2 : 1;
  const body = VERSION_BYTES + ACCOUNT_BYTES + SIGNATURE_BYTES + era + compactBytes(nonce) + TIP_BYTES + callBytes;
  return compactBytes(body) + body;
};

/** Length of the call `market.calculate_reward` for a CID of so many bytes. */
export const settleCallBytes = (cidBytes: number): number => 2 + compactBytes(cidBytes) + cidBytes;

/**
 * The fee of settling a file with a CID of so many bytes, as the outermost call of a transaction. A caller with MARKET
 * funds may be spared all of it out of its share of the era's quota (runtime-details §1 I17).
 */
export const settlementFee = (
  cidBytes: number,
  spec: number,
  multiplier: bigint,
  signing: Signing = USUAL_SIGNING,
): bigint =>
  transactionFee({
    spec,
    weight: settleWeight(spec),
    lengthBytes: signedBytes(settleCallBytes(cidBytes), signing),
    multiplier,
  });
