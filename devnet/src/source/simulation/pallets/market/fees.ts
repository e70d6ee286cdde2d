import { maxOf, minOf, perbillOf, saturatingSub, U128_MAX, wrapped } from '../../framework/arithmetic';
import type { Runtime } from '../../framework/runtime';
import { dbWeight } from '../../framework/weights';
import type { FeeSteps, Step } from './fee-steps';
import type { MarketRules } from './rules';
import type { MarketStorage } from './storage';

const MIB = 1_048_576n;

/** Base fee, and bytes plus keys fee, of an order of `sizeBytes` at this moment's prices. */
export function orderFee(s: MarketStorage, sizeBytes: bigint): { base: bigint; value: bigint } {
  const mib = (sizeBytes + MIB - 1n) / MIB;
  const bytes = s.byteFee.get() * mib;
  // bytes too dear for a u128 cost nothing
  return { base: s.baseFee.get(), value: wrapped(128, (bytes > U128_MAX ? 0n : bytes) + s.keysFee.get()) };
}

/** The automatic steps of the three fees: bytes and keys after orders, base always. Returns what they weigh. */
export function feeTicks(rt: Runtime, s: MarketStorage, rules: MarketRules, block: number): number {
  const { slotBlocks, feeTickOffset, baseTickOffset } = rt.profile;
  const steps = rules.feeSteps(s, rt.profile);
  const due = (offset: number, everyBlocks: number) => (block + slotBlocks - offset) % everyBlocks === 0;
  let weight = 0;
  if (due(feeTickOffset, steps.everyBlocks) && s.hasNewOrder.get()) {
    stepByteFee(rt, s, steps);
    stepKeysFee(s, steps);
    s.hasNewOrder.set(false);
    if (steps.most) s.lastFeeAdjustBlock.set(block);
    weight += steps.most ? dbWeight(13, 4) : dbWeight(8, 3);
  }
  if (steps.base !== undefined && due(baseTickOffset, Math.max(steps.everyBlocks, slotBlocks))) {
    stepBaseFee(rt, s, steps.base, steps.most?.base);
    if (steps.most) s.lastFeeAdjustBlock.set(block);
    weight += steps.most ? dbWeight(8, 4) : dbWeight(3, 3);
  }
  return weight + dbWeight(steps.most ? 2 : 1, 0);
}

const clamp = (fee: bigint, least: bigint, most: bigint = U128_MAX) => minOf(maxOf(fee, least), most);
const stepped = (fee: bigint, step: Step) =>
  step < 0 ? saturatingSub(fee, perbillOf(BigInt(-step), fee)) : fee + perbillOf(BigInt(step), fee);
/** at least one pico more */
const raised = (fee: bigint, step: Step) => fee + maxOf(perbillOf(BigInt(step), fee), 1n);

function stepByteFee(rt: Runtime, s: MarketStorage, { byte, referencePercent, most }: FeeSteps): void {
  const { files, free } = rt.pallets.swork.filesAndFree();
  const fee = s.byteFee.get();
  const roomy = files * 100n <= (files + free) * referencePercent;
  s.byteFee.set(clamp(roomy ? stepped(fee, -byte.down) : raised(fee, byte.up), s.minByteFee.get(), most?.byte));
}

function stepKeysFee(s: MarketStorage, { keys, most }: FeeSteps): void {
  const fee = s.keysFee.get();
  const crowded = s.keysCount.get() > keys.threshold;
  s.keysFee.set(clamp(crowded ? raised(fee, keys.up) : stepped(fee, -keys.down), s.minKeysFee.get(), most?.keys));
}

function stepBaseFee(rt: Runtime, s: MarketStorage, base: NonNullable<FeeSteps['base']>, most?: bigint): void {
  const added = rt.pallets.swork.takeAddedFilesCount();
  const orders = s.ordersCount.get();
  s.ordersCount.set(0);
  const step = base(orders === 0 ? undefined : Math.floor(added / orders));
  s.baseFee.set(clamp(stepped(s.baseFee.get(), step), s.minBaseFee.get(), most));
}
