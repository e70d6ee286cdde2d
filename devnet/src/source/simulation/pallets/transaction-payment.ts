import { names, u128 } from '../../../codec/scale';
import { minOf, perbillOf, saturatingSub } from '../framework/arithmetic';
import type { Call } from '../framework/dispatch';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Outcome, Runtime } from '../framework/runtime';
import { runtimeValues } from './runtime-values';
import { EXTRINSIC_BASE_WEIGHT, MAX_BLOCK_WEIGHT } from './system';

const FIXED_ONE = 10n ** 18n;
/** pico CRU per byte of an encoded extrinsic */
const BYTE_FEE = 100_000n;
const NORMAL_MAX_WEIGHT = (BigInt(MAX_BLOCK_WEIGHT) * 75n) / 100n;
/** AdjustmentVariable 1/100 000 and the smallest multiplier 1/10^9 */
const ADJUSTMENT = FIXED_ONE / 100_000n;
const MIN_MULTIPLIER = FIXED_ONE / 1_000_000_000n;

export interface Paid {
  readonly fee: bigint;
}
/** Somebody else paying a fee (Benefits' MARKET quota): the fee is then minted instead of taken. */
export type FeeWaiver = (extrinsic: SignedExtrinsic, fee: bigint) => { take(): void } | undefined;

const mulFixed = (a: bigint, b: bigint) => (a * b) / FIXED_ONE;

export type TransactionPayment = ReturnType<typeof transactionPaymentPallet>;

/** Fees: withdrawn before the call, corrected after it, 80 % to the treasury and the rest to the author. */
export function transactionPaymentPallet(rt: Runtime) {
  const { weightFeePerbill } = runtimeValues(rt.spec);
  const store = rt.storage('TransactionPayment');
  const multiplier = store.value('NextFeeMultiplier', u128, FIXED_ONE);
  const version = store.value('StorageVersion', names('V1Ancient', 'V2'));
  let waiver: FeeWaiver = () => undefined;

  /** fee without the tip, for `length` encoded bytes and `weight` beyond the extrinsic base weight */
  function fee(length: number, weight: number): bigint {
    const capped = BigInt(Math.min(weight, MAX_BLOCK_WEIGHT));
    const base = perbillOf(weightFeePerbill, BigInt(EXTRINSIC_BASE_WEIGHT));
    return base + BYTE_FEE * BigInt(length) + mulFixed(multiplier.get(), perbillOf(weightFeePerbill, capped));
  }
  const announced = (call: Call, length: number) => (call.def.paysFee ? fee(length, call.def.weight(call.args)) : 0n);

  rt.hooks('TransactionPayment', {
    onFinalize: () => multiplier.set(nextMultiplier(multiplier.get(), BigInt(rt.pallets.system.normalWeight()))),
  });

  return {
    multiplier: () => multiplier.get(),
    genesis: () => {
      multiplier.set(FIXED_ONE);
      version.set('V2');
    },
    /** Lets a pallet pay fees for others; one such pallet at most. */
    waiveWith: (given: FeeWaiver) => {
      waiver = given;
    },
    announcedFee: announced,
    canPay(extrinsic: SignedExtrinsic): boolean {
      const due = announced(extrinsic.call, extrinsic.length) + extrinsic.tip;
      return (
        due === 0n ||
        waiver(extrinsic, due) !== undefined ||
        rt.pallets.balances.feeProblem(extrinsic.signer, due, extrinsic.tip > 0n) === undefined
      );
    },
    withdraw(extrinsic: SignedExtrinsic): Paid {
      const due = announced(extrinsic.call, extrinsic.length) + extrinsic.tip;
      if (due === 0n) return { fee: 0n };
      const paidByOther = waiver(extrinsic, due);
      if (paidByOther) {
        paidByOther.take();
        rt.pallets.balances.issue(due);
      } else rt.pallets.balances.debit(extrinsic.signer, due);
      return { fee: due };
    },
    /** Refunds what was announced too much, then splits the rest. */
    settle(extrinsic: SignedExtrinsic, paid: Paid, outcome: Outcome): void {
      const { call, length, signer, tip } = extrinsic;
      const weight = Math.min(outcome.post.weight ?? Number.MAX_SAFE_INTEGER, call.def.weight(call.args));
      const free = !call.def.paysFee || (outcome.ok && outcome.post.waiveFee === true);
      const due = (free ? 0n : fee(length, weight)) + tip;
      let kept = paid.fee;
      const refund = saturatingSub(paid.fee, due);
      const { free: left, reserved } = rt.pallets.balances.account(signer);
      if (refund > 0n && left + reserved > 0n) {
        rt.pallets.balances.credit(signer, refund);
        kept -= refund;
      }
      split(minOf(kept, tip), saturatingSub(kept, tip));
    },
  };

  function split(tip: bigint, rest: bigint): void {
    const treasury = (tip * 80n) / 100n + (rest * 80n) / 100n;
    rt.pallets.treasury.deposit(treasury);
    const toAuthor = tip + rest - treasury;
    const author = rt.pallets.authorship.author();
    if (!rt.pallets.balances.credit(author, toAuthor)) rt.pallets.balances.burn(toAuthor);
  }
}

/** TargetedFeeAdjustment: towards blocks a quarter full. `normalWeight` in pico seconds. */
export function nextMultiplier(previous: bigint, normalWeight: bigint): bigint {
  const weight = normalWeight < NORMAL_MAX_WEIGHT ? normalWeight : NORMAL_MAX_WEIGHT;
  const target = NORMAL_MAX_WEIGHT / 4n;
  const above = weight >= target;
  const diff = ((above ? weight - target : target - weight) * FIXED_ONE) / NORMAL_MAX_WEIGHT;
  const first = mulFixed(ADJUSTMENT, diff);
  const second = mulFixed(mulFixed(ADJUSTMENT, ADJUSTMENT) / 2n, mulFixed(diff, diff));
  const next = above ? previous + mulFixed(first + second, previous) : previous - mulFixed(first - second, previous);
  return next > MIN_MULTIPLIER ? next : MIN_MULTIPLIER;
}
