import { max, min, perbillFromPercent, perbillMul, saturatingSub } from './base/perbill';
import type { ChainProfile } from './base/profile';

/**
 * The automatic steps of the three order fees (crust-protocol §6.3, §6.4; runtime-details §1 I7, §3 rows 2, 23–25; market
 * `update_file_byte_fee`, `update_file_keys_count_fee`, `update_base_fee`). They run first in a block, so their inputs
 * are the state at the parent block. No event tells of them. Fees are pico-CRU.
 */

/** Up to spec 17 the byte and keys fees step every 10 blocks, at block ≡ 7 (mod 10), whatever the length of a slot. */
const EARLY_TICK_BLOCKS = 10;
const EARLY_TICK_OFFSET = 7;

/** The spec from which min fees exist and the byte and keys fees step once a slot. */
const SLOT_TICK_SPEC = 18;

const isTick = (block: number, offset: number, intervalSlots: number, profile: ChainProfile): boolean =>
  (block + profile.slotBlocks - offset) % (intervalSlots * profile.slotBlocks) === 0;

/**
 * Whether byte and keys fee step in this block, if an order or renewal came since the last tick (HasNewOrder).
 * `intervalSlots` is Market.FileFeeAdjustInterval, 1 before spec 25.
 */
export const isFeeTick = (block: number, spec: number, profile: ChainProfile, intervalSlots = 1): boolean =>
  spec < SLOT_TICK_SPEC
    ? block % EARLY_TICK_BLOCKS === EARLY_TICK_OFFSET
    : isTick(block, profile.feeTickOffset, intervalSlots, profile);

/** Whether the base fee steps in this block: from spec 3 on, always, also without orders. */
export const isBaseFeeTick = (block: number, spec: number, profile: ChainProfile, intervalSlots = 1): boolean =>
  spec >= 3 && isTick(block, profile.baseTickOffset, intervalSlots, profile);

/** The step a base fee takes for one range of α; `upTo` is the last α of the range, null = no end. */
export interface BaseFeeStep {
  upTo: number | null;
  direction: 'UP' | 'DOWN' | 'NONE';
  ratioPerbill: bigint;
}

export interface FeeRules {
  byteIncreasePerbill: bigint;
  byteDecreasePerbill: bigint;
  keysIncreasePerbill: bigint;
  keysDecreasePerbill: bigint;
  /** byte fee falls while files ÷ (files + free) is at most this many percent */
  storageReferencePercent: bigint;
  /** keys fee rises while there are more files than this */
  keysThreshold: number;
  /** steps of the base fee by α = added files ÷ orders, ascending; the last is also the step without orders */
  baseSteps: readonly BaseFeeStep[];
}

const up = (upTo: number, percent: number): BaseFeeStep => ({
  upTo,
  direction: 'UP',
  ratioPerbill: perbillFromPercent(BigInt(percent)),
});
const flat = (upTo: number): BaseFeeStep => ({ upTo, direction: 'NONE', ratioPerbill: 0n });
const down = (upTo: number | null, percent: number): BaseFeeStep => ({
  upTo,
  direction: 'DOWN',
  ratioPerbill: perbillFromPercent(BigInt(percent)),
});

const LADDER_3 = (flatUpTo: number): BaseFeeStep[] => [
  up(5, 30),
  up(6, 25),
  up(7, 21),
  up(8, 18),
  up(9, 16),
  up(10, 15),
  up(11, 13),
  up(12, 12),
  up(13, 11),
  up(15, 10),
  up(16, 9),
  up(18, 8),
  up(21, 7),
  up(25, 6),
  up(30, 5),
  up(37, 4),
  up(49, 3),
  flat(flatUpTo),
  down(null, 3),
];
const LADDER_4_AUGUST = [up(3, 9), up(4, 7), up(5, 6), up(6, 5), up(7, 4), up(9, 3), flat(30), down(null, 3)];
const LADDER_13 = [
  up(1, 20),
  up(2, 18),
  up(3, 15),
  up(4, 12),
  up(5, 10),
  up(6, 8),
  up(7, 6),
  up(8, 4),
  up(9, 2),
  flat(30),
  down(50, 3),
  down(null, 5),
];

const baseStepsOf = (spec: number, isJulyBuildOf4: boolean): BaseFeeStep[] => {
  if (spec <= 3) return LADDER_3(100);
  if (spec === 4 && isJulyBuildOf4) return LADDER_3(80);
  return spec <= 12 ? LADDER_4_AUGUST : LADDER_13;
};

/** The rules built into a runtime, specs 1–24. From spec 25 on they are storage: `feeRulesFromKnobs`. */
export const feeRules = (spec: number, isJulyBuildOf4 = false): FeeRules => {
  const increase = spec < SLOT_TICK_SPEC ? 60_000n : 3_300_000n;
  const decrease = spec < SLOT_TICK_SPEC ? 50_000n : 3_000_000n;
  return {
    byteIncreasePerbill: increase,
    byteDecreasePerbill: decrease,
    keysIncreasePerbill: increase,
    keysDecreasePerbill: decrease,
    storageReferencePercent: spec < 5 ? 25n : 50n,
    keysThreshold: spec < SLOT_TICK_SPEC ? 20_000_000 : 2_000_000,
    baseSteps: baseStepsOf(spec, isJulyBuildOf4),
  };
};

/** The storage values of spec 25 that replace the constants; their defaults are `DEFAULT_FEE_KNOBS`. */
export interface FeeKnobs {
  byteIncreasePerbill: bigint;
  byteDecreasePerbill: bigint;
  keysIncreasePerbill: bigint;
  keysDecreasePerbill: bigint;
  keysThreshold: number;
  baseIncreaseThreshold: number;
  baseDecreaseThreshold: number;
  baseIncreasePerbill: bigint;
  baseDecreasePerbill: bigint;
}

export const DEFAULT_FEE_KNOBS: FeeKnobs = {
  byteIncreasePerbill: 3_300_000n,
  byteDecreasePerbill: 3_000_000n,
  keysIncreasePerbill: 3_300_000n,
  keysDecreasePerbill: 3_000_000n,
  keysThreshold: 5_000_000,
  baseIncreaseThreshold: 10,
  baseDecreaseThreshold: 30,
  baseIncreasePerbill: 3_300_000n,
  baseDecreasePerbill: 3_000_000n,
};

/** Spec 25: α under the lower threshold raises the base fee, above the upper one or without orders it falls. */
export const feeRulesFromKnobs = (knobs: FeeKnobs): FeeRules => ({
  byteIncreasePerbill: knobs.byteIncreasePerbill,
  byteDecreasePerbill: knobs.byteDecreasePerbill,
  keysIncreasePerbill: knobs.keysIncreasePerbill,
  keysDecreasePerbill: knobs.keysDecreasePerbill,
  storageReferencePercent: 50n,
  keysThreshold: knobs.keysThreshold,
  baseSteps: [
    { upTo: knobs.baseIncreaseThreshold - 1, direction: 'UP', ratioPerbill: knobs.baseIncreasePerbill },
    { upTo: knobs.baseDecreaseThreshold, direction: 'NONE', ratioPerbill: 0n },
    { upTo: null, direction: 'DOWN', ratioPerbill: knobs.baseDecreasePerbill },
  ],
});

/** Limits of a fee: Min* since spec 18, Max* since 25. Where both disagree the maximum wins. */
export interface FeeBounds {
  minimum: bigint;
  /** null = no upper limit */
  maximum: bigint | null;
}

export const NO_BOUNDS: FeeBounds = { minimum: 0n, maximum: null };

const clamp = (fee: bigint, { minimum, maximum }: FeeBounds): bigint => {
  const raised = max(fee, minimum);
  return maximum === null ? raised : min(raised, maximum);
};

const raise = (fee: bigint, ratioPerbill: bigint): bigint => fee + max(perbillMul(ratioPerbill, fee), 1n);
const lower = (fee: bigint, ratioPerbill: bigint): bigint => saturatingSub(fee, perbillMul(ratioPerbill, fee));

/**
 * The byte fee after a tick: down while files are at most the reference share of all storage, else up by at least
 * 1 pico. −0.005 % of 10,000 is exactly half a pico and rounds to 0, so early chains stay at 10,000.
 */
export const nextByteFee = (
  fee: bigint,
  storage: { filesSize: bigint; free: bigint },
  rules: FeeRules,
  bounds: FeeBounds = NO_BOUNDS,
): bigint => {
  const { filesSize, free } = storage;
  const isIdle = filesSize * 100n <= (filesSize + free) * rules.storageReferencePercent;
  return clamp(isIdle ? lower(fee, rules.byteDecreasePerbill) : raise(fee, rules.byteIncreasePerbill), bounds);
};

/** The keys-count fee after a tick: up by at least 1 pico while there are more files than the threshold, else down. */
export const nextKeysFee = (fee: bigint, fileCount: number, rules: FeeRules, bounds: FeeBounds = NO_BOUNDS): bigint =>
  clamp(
    fileCount > rules.keysThreshold ? raise(fee, rules.keysIncreasePerbill) : lower(fee, rules.keysDecreasePerbill),
    bounds,
  );

/** Which step the base fee takes for the counters of the ended period (AddedFilesCount, OrdersCount). */
export const baseFeeStep = (addedFiles: number, orders: number, rules: FeeRules): BaseFeeStep => {
  const last = rules.baseSteps[rules.baseSteps.length - 1];
  if (last === undefined) throw new Error('base fee rules without steps');
  if (orders === 0) return last;
  const alpha = Math.floor(addedFiles / orders);
  return rules.baseSteps.find(({ upTo }) => upTo === null || alpha <= upTo) ?? last;
};

/** The base fee after a tick. It has no smallest step: a base fee of 0 stays 0 unless a minimum is set. */
export const nextBaseFee = (
  fee: bigint,
  counters: { addedFiles: number; orders: number },
  rules: FeeRules,
  bounds: FeeBounds = NO_BOUNDS,
): bigint => {
  const { direction, ratioPerbill } = baseFeeStep(counters.addedFiles, counters.orders, rules);
  const gap = perbillMul(ratioPerbill, fee);
  return clamp(direction === 'DOWN' ? saturatingSub(fee, gap) : fee + gap, bounds);
};
