import type { ChainProfile } from '@moho/protocol/base';
import type { MarketStorage } from './storage';

/** A change of a fee in parts of 10^9, down where negative. */
export type Step = number;

/** How the three fees move by themselves. */
export interface FeeSteps {
  /** blocks between two steps of the byte and keys fees */
  readonly everyBlocks: number;
  /** share of the capacity that files may take before bytes grow dearer */
  readonly referencePercent: bigint;
  readonly byte: { readonly up: number; readonly down: number };
  readonly keys: { readonly up: number; readonly down: number; readonly threshold: number };
  /** step of the base fee by files added per order of the period; undefined: there was no order. None in specs 1 and 2 */
  base?(addedPerOrder: number | undefined): Step;
  /** no bound before spec 25 */
  readonly most?: { readonly base: bigint; readonly byte: bigint; readonly keys: bigint };
}

const PERCENT = 10_000_000;

/** A ladder of steps: the first row that reaches `addedPerOrder` holds; beyond all, and without orders, `else`. */
const ladder =
  (rows: readonly (readonly [upTo: number, percent: number])[], otherwisePercent: number) =>
  (addedPerOrder: number | undefined): Step => {
    const row = addedPerOrder === undefined ? undefined : rows.find(([upTo]) => addedPerOrder <= upTo);
    return (row?.[1] ?? otherwisePercent) * PERCENT;
  };

/** spec 3 (and, with another row at its end, the July build of 4) */
export const LADDER_OF_SPEC_3 = ladder(
  [
    [5, 30],
    [6, 25],
    [7, 21],
    [8, 18],
    [9, 16],
    [10, 15],
    [11, 13],
    [12, 12],
    [13, 11],
    [15, 10],
    [16, 9],
    [18, 8],
    [21, 7],
    [25, 6],
    [30, 5],
    [37, 4],
    [49, 3],
    [100, 0],
  ],
  -3,
);

/** specs 4 (August) to 12 */
export const LADDER_OF_SPEC_4 = ladder(
  [
    [3, 9],
    [4, 7],
    [5, 6],
    [6, 5],
    [7, 4],
    [9, 3],
    [30, 0],
  ],
  -3,
);

/** specs 13 to 24 */
export const LADDER_OF_SPEC_13 = ladder(
  [
    [1, 20],
    [2, 18],
    [3, 15],
    [4, 12],
    [5, 10],
    [6, 8],
    [7, 6],
    [8, 4],
    [9, 2],
    [30, 0],
    [50, -3],
  ],
  -5,
);

/** Spec 25 keeps every knob in storage. */
export function storedSteps(s: MarketStorage, profile: ChainProfile): FeeSteps {
  return {
    everyBlocks: s.feeAdjustInterval.get() * profile.slotBlocks,
    referencePercent: 50n,
    byte: { up: s.byteIncreaseRatio.get(), down: s.byteDecreaseRatio.get() },
    keys: { up: s.keysIncreaseRatio.get(), down: s.keysDecreaseRatio.get(), threshold: s.keysThreshold.get() },
    base(addedPerOrder) {
      if (addedPerOrder === undefined || addedPerOrder > s.baseDecreaseThreshold.get())
        return -s.baseDecreaseRatio.get();
      return addedPerOrder < s.baseIncreaseThreshold.get() ? s.baseIncreaseRatio.get() : 0;
    },
    most: { base: s.maxBaseFee.get(), byte: s.maxByteFee.get(), keys: s.maxKeysFee.get() },
  };
}
