import { min, perbillFromPercent, perbillMul, perbillRatio, saturatingSub } from './base/perbill';

/**
 * What an order costs and where the money goes (crust-protocol §3.5, §6.1, §6.2; runtime-details §3 rows 16–18; market
 * `split_into_reserved_and_storage_and_staking_pot`). Amounts are pico-CRU, sizes bytes.
 */

/** Four rules in the chain's history. Two builds call themselves spec 4; the August one is the recorded one. */
export type OrderRules = 'SPEC_1_2' | 'SPEC_3_4_JULY' | 'SPEC_4_AUGUST_16' | 'SPEC_17';

export const orderRules = (spec: number, isJulyBuildOf4 = false): OrderRules => {
  if (spec <= 2) return 'SPEC_1_2';
  if (spec === 3 || (spec === 4 && isJulyBuildOf4)) return 'SPEC_3_4_JULY';
  return spec <= 16 ? 'SPEC_4_AUGUST_16' : 'SPEC_17';
};

export const MIB = 1_048_576n;
export const STAKING_PART_PERBILL = perbillFromPercent(72n);
export const STORAGE_PART_PERBILL = perbillFromPercent(18n);
const MAX_DISCOUNT_PERBILL = perbillFromPercent(10n);
const RENEW_REWARD_PERBILL = perbillFromPercent(5n);

/** The largest size an order may have plus one byte (MaximumFileSize): 128 GiB in specs 1–2, 32 GiB in 3–16, then 8 GiB. */
export const maximumFileSize = (spec: number): bigint => (spec <= 2 ? 128n : spec <= 16 ? 32n : 8n) * 1024n * MIB;

export interface OrderFees {
  /** FileBaseFee */
  base: bigint;
  /** per MiB: FileByteFee; FilePrice in specs 1–2 */
  byte: bigint;
  /** FileKeysCountFee; FilesCountPrice in specs 1–2 */
  keys: bigint;
}

export interface OrderLegs {
  /** to the reserved pot */
  reserved: bigint;
  /** to the staking pot */
  staking: bigint;
  /** to the storage pot: what the file's `amount` grows by, tips included */
  storage: bigint;
}

/** Started MiB of a size: what the byte fee counts. */
export const chargedMib = (sizeBytes: bigint): bigint => (sizeBytes + MIB - 1n) / MIB;

/** Byte and keys fee of an order without the base fee. An order for a known file is charged the size stored on chain. */
export const fileValue = (sizeBytes: bigint, fees: OrderFees): bigint => fees.byte * chargedMib(sizeBytes) + fees.keys;

/** A payer's part of all MARKET funds as Perbill: the discount's measure in specs 1–16; 0 without active funds. */
export const marketFundsPerbill = (activeFunds: bigint, totalActiveFunds: bigint): bigint =>
  activeFunds === 0n ? 0n : perbillRatio(activeFunds, totalActiveFunds);

const split = (value: bigint, base: bigint, tips: bigint, fundsPerbill: bigint, rules: OrderRules): OrderLegs => {
  const shared = rules === 'SPEC_1_2' ? value + base : value;
  const staking = perbillMul(STAKING_PART_PERBILL, shared);
  const toStorage = perbillMul(STORAGE_PART_PERBILL, shared);
  const storage = toStorage + tips;
  if (rules === 'SPEC_1_2' || rules === 'SPEC_3_4_JULY') {
    const rest = saturatingSub(shared - staking - toStorage, perbillMul(fundsPerbill, shared));
    return { reserved: rules === 'SPEC_1_2' ? rest : rest + base, staking, storage };
  }
  const total = value + base;
  const discount = rules === 'SPEC_4_AUGUST_16' ? perbillMul(min(fundsPerbill, MAX_DISCOUNT_PERBILL), total) : 0n;
  const reserved = saturatingSub(saturatingSub(saturatingSub(total, staking), toStorage), discount);
  return { reserved, staking, storage };
};

export interface OrderInput {
  /** size charged: as given for a new file, as stored for a known one */
  sizeBytes: bigint;
  fees: OrderFees;
  tips: bigint;
  /** the payer's part of all MARKET funds; counts up to spec 16 only */
  fundsPerbill: bigint;
  rules: OrderRules;
}

/** The three legs of an order, each a Balances.Transfer of the payer when it is not 0. What the payer spends is their sum. */
export const orderLegs = ({ sizeBytes, fees, tips, fundsPerbill, rules }: OrderInput): OrderLegs =>
  split(fileValue(sizeBytes, fees), fees.base, tips, fundsPerbill, rules);

/** What the order costs anybody without MARKET funds: base, byte and keys fee with the tips, whatever the rules. */
export const priceWithoutDiscount = (sizeBytes: bigint, fees: OrderFees, tips: bigint): bigint =>
  fees.base + fileValue(sizeBytes, fees) + tips;

export const sumOfLegs = ({ reserved, staking, storage }: OrderLegs): bigint => reserved + staking + storage;

export interface Renewal {
  /** taken from the file's prepaid */
  cost: bigint;
  /** to the account that called calculate_reward; 0 from spec 17 on */
  callerReward: bigint;
  /** paid by the storage pot; the storage leg stays in it, so it is no transfer */
  legs: OrderLegs;
}

/** Part of a renewal's price that goes on top of it to whoever settles the file. */
export const renewRewardPerbill = (rules: OrderRules): bigint => (rules === 'SPEC_17' ? 0n : RENEW_REWARD_PERBILL);

/**
 * A renewal from prepaid, at the prices of that block. Specs 1–2 charge no keys fee; up to spec 16 the caller gets 5 %
 * on top. The payer is the storage pot, which has no MARKET funds, so there is no discount.
 */
export const renewal = (sizeBytes: bigint, fees: OrderFees, rules: OrderRules): Renewal => {
  const value = rules === 'SPEC_1_2' ? fees.byte * chargedMib(sizeBytes) : fileValue(sizeBytes, fees);
  const price = value + fees.base;
  const callerReward = perbillMul(renewRewardPerbill(rules), price);
  return { cost: price + callerReward, callerReward, legs: split(value, fees.base, 0n, 0n, rules) };
};
