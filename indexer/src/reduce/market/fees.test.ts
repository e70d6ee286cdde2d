import { orderLegs } from '@moho/protocol/order-price';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFact, EventFact } from '../../decode/facts';
import { BYTE_FEE, FILE_BASE_FEE, KEYS_FEE } from '../values';
import { feesOfOrder, unseenTips } from './fees';

const SPEC = 25;
interface Fees {
  baseFee: bigint;
  byteFee: bigint;
  keysFee: bigint;
}
type Context = Parameters<typeof feesOfOrder>[1];

const le128 = (value: bigint): string =>
  `0x${Buffer.from(value.toString(16).padStart(32, '0'), 'hex').reverse().toString('hex')}`;
const raw = (fees: Fees) =>
  new Map([
    [FILE_BASE_FEE, le128(fees.baseFee)],
    [BYTE_FEE(SPEC), le128(fees.byteFee)],
    [KEYS_FEE(SPEC), le128(fees.keysFee)],
  ]);

/** A block whose fees were `before` and are `now`, in which root may have set them. */
const block = (before: Fees | undefined, now: Fees, setters: string[] = []): Context => {
  const [old, fresh] = [before && raw(before), raw(now)];
  const calls = setters.map((call) => ({ pallet: 'market', call, args: {}, deferred: false }) as unknown as CallFact);
  return {
    facts: { spec: SPEC, events: [] as EventFact[], extrinsics: [{ calls }] },
    reader: {
      wasRead: () => true,
      now: (key: string) => fresh.get(key) ?? null,
      beforeRaw: (key: string) => old?.get(key),
    },
  } as unknown as Context;
};
const legsAt = ({ baseFee, byteFee, keysFee }: Fees, sizeBytes: bigint, tips: bigint) => ({
  ...orderLegs({
    sizeBytes,
    fees: { base: baseFee, byte: byteFee, keys: keysFee },
    tips,
    fundsPerbill: 0n,
    rules: 'SPEC_17',
  }),
  payer: 'somebody',
});

type Legs = ReturnType<typeof legsAt>;

const fee = fc.bigInt({ min: 1_000n, max: 1n << 40n });
const fees = fc.record({ baseFee: fee, byteFee: fee, keysFee: fee });
const size = fc.bigInt({ min: 1n, max: 1n << 33n });
const tips = fc.bigInt({ min: 0n, max: 1n << 50n });

describe('the fees of an order', () => {
  it('are those of its block where nobody set them', () => {
    fc.assert(
      fc.property(fees, fees, size, tips, (before, now, charged, tip) => {
        const order = { legs: legsAt(now, charged, tip), charged };
        expect(feesOfOrder(order, block(before, now))).toEqual(now);
        expect(unseenTips(order, block(before, now))).toBe(tip);
      }),
    );
  });

  it('are those its legs tell where root set them in the block, before the order or after it', () => {
    fc.assert(
      fc.property(fees, fees, size, tips, (before, now, charged, tip) => {
        const [old, fresh] = [before, now].map((one) => legsAt(one, charged, tip)) as [Legs, Legs];
        fc.pre(old.staking !== fresh.staking || old.reserved !== fresh.reserved);
        for (const held of [before, now]) {
          const order = { legs: legsAt(held, charged, tip), charged };
          expect(feesOfOrder(order, block(before, now, ['set_byte_fee']))).toEqual(held);
          expect(unseenTips(order, block(before, now, ['set_byte_fee']))).toBe(tip);
        }
      }),
    );
  });

  it('are not knowable where the legs fit neither side, or what stood before is not remembered', () => {
    fc.assert(
      fc.property(fees, fees, fees, size, (before, now, between, charged) => {
        const order = { legs: legsAt(between, charged, 0n), charged };
        const set = ['set_byte_fee', 'set_byte_fee'];
        fc.pre(![before, now].some((one) => legsAt(one, charged, 0n).reserved === order.legs.reserved));
        expect(feesOfOrder(order, block(before, now, set))).toBeUndefined();
        expect(feesOfOrder(order, block(undefined, now, set))).toBeUndefined();
        expect(unseenTips(order, block(before, now, set))).toBeNull();
      }),
    );
  });
});
