import type { Call } from '../../framework/dispatch';
import type { Scenario } from './scenario';
import { happened, newCid, orderOf, until } from './steps';

export const marketKnobs: Scenario = {
  name: 'market-knobs',
  about:
    'Root turns every knob of the prices; senseless values are refused, and the next automatic steps follow the rest.',
  people: { client: 50 },
  blocks: 150,
  *script(stage, ctx) {
    const { calls, storage: s } = ctx.pallets.market;
    const { feeTickOffset, baseTickOffset, slotBlocks } = ctx.runtime.profile;
    const base = s.baseFee.get();
    const decided: Call[] = [
      calls.setMinBaseFee(base / 2n),
      calls.setMaxBaseFee(base * 2n),
      calls.setMinByteFee(5_000n),
      calls.setMaxByteFee(20_000n),
      calls.setMinKeysFee(500_000n),
      calls.setMaxKeysFee(2_000_000n),
      calls.setByteFee(20_000n),
      calls.setKeysFee(1_900_000n),
      calls.setBaseFee({ baseFee: base }),
      calls.setFeeAdjustInterval(1),
      calls.setBaseDecreaseThreshold(2_000),
      calls.setBaseIncreaseThreshold(1_000),
      calls.setBaseIncreaseRatio(50_000_000),
      calls.setBaseDecreaseRatio(40_000_000),
      calls.setByteIncreaseRatio(30_000_000),
      calls.setByteDecreaseRatio(20_000_000),
      calls.setKeysThreshold(1),
      calls.setKeysIncreaseRatio(100_000_000),
      calls.setKeysDecreaseRatio(90_000_000),
    ];
    const senseless: Call[] = [
      calls.setMinBaseFee(base * 3n),
      calls.setMaxKeysFee(1n),
      calls.setFeeAdjustInterval(0),
      calls.setBaseIncreaseThreshold(2_001),
      calls.setBaseDecreaseThreshold(999),
    ];
    for (const call of [...decided, ...senseless]) stage.root(ctx, call);
    ctx = yield [];
    ctx = yield [ctx.sign(stage.who('client'), orderOf(ctx, newCid(stage, 'priced')))];
    const done = happened(ctx, 'Scheduler.Dispatched');
    stage.fact('nothing senseless was taken', s.maxKeysFee.get() === 2_000_000n && s.feeAdjustInterval.get() === 1);
    stage.fact('all of it was root’s', done.length === decided.length + senseless.length);
    stage.fact('only the base fee has an event', happened(ctx, 'Market.SetBaseFeeSuccess').length === 1);
    ctx = yield* until(ctx, 'the keys’ step', (c) => c.block % slotBlocks === feeTickOffset + 1);
    stage.fact(
      'many keys raise their fee up to the limit',
      s.keysFee.get() === 2_000_000n || s.keysFee.get() < 1_900_000n,
    );
    ctx = yield* until(ctx, 'the base step', (c) => c.block % slotBlocks === baseTickOffset + 1);
    stage.fact('the base fee moved within its limits', s.baseFee.get() !== base && s.baseFee.get() >= base / 2n);
    stage.root(ctx, calls.setBaseIncreaseThreshold(10));
    stage.root(ctx, calls.setBaseDecreaseThreshold(30));
    stage.root(ctx, calls.setBaseFee({ baseFee: base }));
    stage.root(ctx, calls.setByteFee(10_000n));
    stage.root(ctx, calls.setKeysFee(1_000_000n));
    ctx = yield [];
  },
};
