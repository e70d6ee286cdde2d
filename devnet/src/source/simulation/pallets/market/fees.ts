import { maxOf, minOf, perbillOf, saturatingSub } from '../../framework/arithmetic';
import type { Runtime } from '../../framework/runtime';
import type { MarketStorage } from './storage';

const MIB = 1_048_576n;

/** Base fee, and bytes plus keys fee, of an order of `sizeBytes` at this moment's prices. */
export function orderFee(s: MarketStorage, sizeBytes: bigint): { base: bigint; value: bigint } {
  const mib = (sizeBytes + MIB - 1n) / MIB;
  return { base: s.baseFee.get(), value: s.byteFee.get() * mib + s.keysFee.get() };
}

/** The automatic steps of the three fees: bytes and keys after orders, base always, each once an interval. */
export function feeTicks(rt: Runtime, s: MarketStorage, block: number): void {
  const { slotBlocks, feeTickOffset, baseTickOffset } = rt.profile;
  const interval = s.feeAdjustInterval.get() * slotBlocks;
  const due = (offset: number) => (block + slotBlocks - offset) % interval === 0;
  if (due(feeTickOffset) && s.hasNewOrder.get()) {
    stepByteFee(rt, s);
    stepKeysFee(s);
    s.hasNewOrder.set(false);
    s.lastFeeAdjustBlock.set(block);
  }
  if (due(baseTickOffset)) {
    stepBaseFee(rt, s);
    s.lastFeeAdjustBlock.set(block);
  }
}

const clamp = (fee: bigint, min: bigint, max: bigint) => minOf(maxOf(fee, min), max);
const lower = (fee: bigint, ratio: number) => saturatingSub(fee, perbillOf(BigInt(ratio), fee));
/** at least one pico more */
const raise = (fee: bigint, ratio: number) => fee + maxOf(perbillOf(BigInt(ratio), fee), 1n);

function stepByteFee(rt: Runtime, s: MarketStorage): void {
  const { files, free } = rt.pallets.swork.filesAndFree();
  const fee = s.byteFee.get();
  // half of the network's capacity is the reference
  const next =
    files * 100n <= (files + free) * 50n
      ? lower(fee, s.byteDecreaseRatio.get())
      : raise(fee, s.byteIncreaseRatio.get());
  s.byteFee.set(clamp(next, s.minByteFee.get(), s.maxByteFee.get()));
}

function stepKeysFee(s: MarketStorage): void {
  const fee = s.keysFee.get();
  const crowded = s.keysCount.get() > s.keysThreshold.get();
  const next = crowded ? raise(fee, s.keysIncreaseRatio.get()) : lower(fee, s.keysDecreaseRatio.get());
  s.keysFee.set(clamp(next, s.minKeysFee.get(), s.maxKeysFee.get()));
}

function stepBaseFee(rt: Runtime, s: MarketStorage): void {
  const added = rt.pallets.swork.takeAddedFilesCount();
  const orders = s.ordersCount.get();
  s.ordersCount.set(0);
  const fee = s.baseFee.get();
  const perOrder = orders === 0 ? undefined : Math.floor(added / orders);
  let next = fee;
  if (perOrder === undefined || perOrder > s.baseDecreaseThreshold.get()) next = lower(fee, s.baseDecreaseRatio.get());
  else if (perOrder < s.baseIncreaseThreshold.get()) next = fee + perbillOf(BigInt(s.baseIncreaseRatio.get()), fee);
  s.baseFee.set(clamp(next, s.minBaseFee.get(), s.maxBaseFee.get()));
}
