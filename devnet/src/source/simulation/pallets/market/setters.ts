import { bool, type Codec, compact, u32 } from '../../../../codec/scale';
import { type DispatchFailure, ensure, ensureRoot } from '../../framework/dispatch';
import type { StorageValue } from '../../framework/storage';
import type { MarketContext } from './context';

/** Root's knobs: the switch and the base fee from the first, other fees and the least ones from spec 18, all from 25. */
export function setterCalls({ rt, s, emit, rules }: MarketContext) {
  const E = rt.errors(
    'Market',
    'FileFeeAdjustIntervalInvalid',
    'MaxFeeLessThanMinFee',
    'BaseFeeIncreaseThresholdLargerThanDecreaseThreshold',
  );
  /** A root call that writes one knob, after `check`; silent. */
  function setter<V>(
    name: string,
    field: string,
    codec: Codec<V>,
    item: StorageValue<V, V>,
    check: (value: V) => void = () => undefined,
  ) {
    const call = rt.call(
      'Market',
      name,
      { [field]: codec } as Record<string, Codec<V>>,
      { weight: 1000 },
      (origin, args) => {
        ensureRoot(origin);
        const value = args[field] as V;
        check(value);
        item.set(value);
      },
    );
    return (value: V) => call({ [field]: value });
  }
  const need = (condition: boolean, error: () => DispatchFailure) => ensure(condition, error);
  const notBelow = (least: StorageValue<bigint, bigint>) => (most: bigint) =>
    need(most >= least.get(), E.MaxFeeLessThanMinFee);
  /** before spec 25 a fee has no upper bound */
  const notAbove = (most: StorageValue<bigint, bigint>) => (least: bigint) =>
    need(!rules.boundsFees || least <= most.get(), E.MaxFeeLessThanMinFee);
  const inOrder = (increase: number, decrease: number) =>
    need(increase < decrease, E.BaseFeeIncreaseThresholdLargerThanDecreaseThreshold);

  return {
    setEnableMarket: rt.call(
      'Market',
      'set_enable_market',
      { isEnabled: bool },
      { weight: 1000 },
      (origin, { isEnabled }) => {
        ensureRoot(origin);
        s.enableMarket.set(isEnabled);
        emit.SetEnableMarketSuccess(isEnabled);
      },
    ),
    setBaseFee: rt.call('Market', 'set_base_fee', { baseFee: compact }, { weight: 1000 }, (origin, { baseFee }) => {
      ensureRoot(origin);
      s.baseFee.set(baseFee);
      emit.SetBaseFeeSuccess(baseFee);
    }),
    setByteFee: setter('set_byte_fee', 'byteFee', compact, s.byteFee),
    setKeysFee: setter('set_key_count_fee', 'keyCountFee', compact, s.keysFee),
    setMinBaseFee: setter('set_min_base_fee', 'minBaseFee', compact, s.minBaseFee, notAbove(s.maxBaseFee)),
    setMinByteFee: setter('set_min_byte_fee', 'minByteFee', compact, s.minByteFee, notAbove(s.maxByteFee)),
    setMinKeysFee: setter('set_min_key_count_fee', 'minKeyCountFee', compact, s.minKeysFee, notAbove(s.maxKeysFee)),
    setMaxBaseFee: setter('set_max_base_fee', 'maxBaseFee', compact, s.maxBaseFee, notBelow(s.minBaseFee)),
    setMaxByteFee: setter('set_max_byte_fee', 'maxByteFee', compact, s.maxByteFee, notBelow(s.minByteFee)),
    setMaxKeysFee: setter('set_max_key_count_fee', 'maxKeyCountFee', compact, s.maxKeysFee, notBelow(s.minKeysFee)),
    setFeeAdjustInterval: setter('set_file_fee_adjust_interval', 'interval', u32, s.feeAdjustInterval, (slots) =>
      need(slots > 0, E.FileFeeAdjustIntervalInvalid),
    ),
    setBaseIncreaseThreshold: setter(
      'set_file_base_fee_increase_threshold',
      'threshold',
      u32,
      s.baseIncreaseThreshold,
      (increase) => inOrder(increase, s.baseDecreaseThreshold.get()),
    ),
    setBaseDecreaseThreshold: setter(
      'set_file_base_fee_decrease_threshold',
      'threshold',
      u32,
      s.baseDecreaseThreshold,
      (decrease) => inOrder(s.baseIncreaseThreshold.get(), decrease),
    ),
    setBaseIncreaseRatio: setter('set_file_base_fee_increase_ratio', 'ratio', u32, s.baseIncreaseRatio),
    setBaseDecreaseRatio: setter('set_file_base_fee_decrease_ratio', 'ratio', u32, s.baseDecreaseRatio),
    setByteIncreaseRatio: setter('set_file_byte_fee_increase_ratio', 'ratio', u32, s.byteIncreaseRatio),
    setByteDecreaseRatio: setter('set_file_byte_fee_decrease_ratio', 'ratio', u32, s.byteDecreaseRatio),
    setKeysThreshold: setter('set_file_keys_count_fee_adjust_threshold', 'threshold', u32, s.keysThreshold),
    setKeysIncreaseRatio: setter('set_file_keys_count_fee_increase_ratio', 'ratio', u32, s.keysIncreaseRatio),
    setKeysDecreaseRatio: setter('set_file_keys_count_fee_decrease_ratio', 'ratio', u32, s.keysDecreaseRatio),
  };
}
