import { accountId, bool, bytes, type Codec, compact, type Hex, u32, u128, vec } from '../../../../codec/scale';
import { type DispatchFailure, ensure, ensureRoot, ensureSigned, type Origin } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import type { StorageValue } from '../../framework/storage';
import { feeTicks } from './fees';
import { orderCalls } from './orders';
import { applyReplicas, applySpowerCalculation, fileChanges } from './replicas';
import { settleCalls } from './settle';
import { marketStorage, POTS } from './storage';

const MAX_CALCULATED_FILES = 300;

export type MarketEvents = ReturnType<typeof marketEvents>;
const marketEvents = (rt: Runtime) =>
  rt.emitters('Market', {
    FileSuccess: [accountId, bytes],
    RenewFileSuccess: [accountId, bytes],
    AddPrepaidSuccess: [accountId, bytes, u128],
    CalculateSuccess: [bytes],
    IllegalFileClosed: [bytes],
    RewardMerchantSuccess: [accountId],
    SetEnableMarketSuccess: [bool],
    SetBaseFeeSuccess: [u128],
    SetSpowerSuperiorSuccess: [accountId],
    UpdateReplicasSuccess: [accountId, u32, u32, u32],
    FileClosed: [bytes],
    CalculateSpowersSuccess: [accountId, u32, u32, u32],
    SetSpowerReadyPeriodSuccess: [u32],
  });

export type Market = ReturnType<typeof marketPallet>;

/** The storage market: orders, replicas, spower, settlement and prices. */
export function marketPallet(rt: Runtime) {
  const s = marketStorage(rt);
  const emit = marketEvents(rt);
  const E = rt.errors(
    'Market',
    'SpowerSuperiorNotSet',
    'IllegalSpowerSuperior',
    'ExceedCalculateSpowerFilesLimit',
    'FileFeeAdjustIntervalInvalid',
    'MaxFeeLessThanMinFee',
    'BaseFeeIncreaseThresholdLargerThanDecreaseThreshold',
  );

  function ensureSuperior(origin: Origin): Hex {
    const caller = ensureSigned(origin);
    const superior = s.spowerSuperior.get();
    ensure(superior !== undefined, E.SpowerSuperiorNotSet);
    ensure(superior === caller, E.IllegalSpowerSuperior);
    return caller;
  }
  function changeSpowers(spowers: ReadonlyMap<Hex, bigint>): void {
    for (const [anchor, change] of spowers) rt.pallets.swork.changeSpower(anchor, change);
  }
  /** A root call that writes one knob, after `check`. */
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
  const notBelow = (min: StorageValue<bigint, bigint>) => (max: bigint) =>
    need(max >= min.get(), E.MaxFeeLessThanMinFee);
  const notAbove = (max: StorageValue<bigint, bigint>) => (min: bigint) =>
    need(min <= max.get(), E.MaxFeeLessThanMinFee);

  const calls = {
    ...orderCalls(rt, s, emit),
    ...settleCalls(rt, s, emit),
    setSpowerSuperior: rt.call(
      'Market',
      'set_spower_superior',
      { superior: accountId },
      { weight: 1000 },
      (origin, { superior }) => {
        ensureRoot(origin);
        s.spowerSuperior.set(superior);
        emit.SetSpowerSuperiorSuccess(superior);
      },
    ),
    updateReplicas: rt.call(
      'Market',
      'update_replicas',
      { fileInfosMap: fileChanges, lastProcessedBlockWrs: u32 },
      { weight: 126_000_000_000 },
      (origin, { fileInfosMap, lastProcessedBlockWrs }) => {
        const caller = ensureSuperior(origin);
        const { changedFiles, spowers, illegalAdds } = applyReplicas(rt, s, emit, fileInfosMap);
        rt.pallets.swork.setLastProcessedBlock(lastProcessedBlockWrs);
        changeSpowers(spowers);
        rt.pallets.swork.dropAddedFiles(illegalAdds);
        s.lastReplicasUpdateBlock.set(rt.block());
        emit.UpdateReplicasSuccess(caller, rt.block(), changedFiles, lastProcessedBlockWrs);
        return { waiveFee: true };
      },
    ),
    calculateSpowers: rt.call(
      'Market',
      'calculate_spowers',
      { cids: vec(bytes) },
      { weight: ({ cids }) => 1_000_000_000 + 1_300_000_000 * cids.length },
      (origin, { cids }) => {
        const caller = ensureSuperior(origin);
        ensure(cids.length <= MAX_CALCULATED_FILES, E.ExceedCalculateSpowerFilesLimit);
        const { spowers, files } = applySpowerCalculation(rt, s, cids);
        changeSpowers(spowers);
        s.lastSpowerCalculateBlock.set(rt.block());
        emit.CalculateSpowersSuccess(caller, rt.block(), spowers.size, files);
        return { waiveFee: true };
      },
    ),
    setSpowerReadyPeriod: rt.call(
      'Market',
      'set_spower_ready_period',
      { readyPeriod: u32 },
      { weight: 1_000_000 },
      (origin, { readyPeriod }) => {
        ensureSuperior(origin);
        s.spowerReadyPeriod.set(readyPeriod);
        emit.SetSpowerReadyPeriodSuccess(readyPeriod);
      },
    ),
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
      (t) => need(t <= s.baseDecreaseThreshold.get(), E.BaseFeeIncreaseThresholdLargerThanDecreaseThreshold),
    ),
    setBaseDecreaseThreshold: setter(
      'set_file_base_fee_decrease_threshold',
      'threshold',
      u32,
      s.baseDecreaseThreshold,
      (t) => need(t >= s.baseIncreaseThreshold.get(), E.BaseFeeIncreaseThresholdLargerThanDecreaseThreshold),
    ),
    setBaseIncreaseRatio: setter('set_file_base_fee_increase_ratio', 'ratio', u32, s.baseIncreaseRatio),
    setBaseDecreaseRatio: setter('set_file_base_fee_decrease_ratio', 'ratio', u32, s.baseDecreaseRatio),
    setByteIncreaseRatio: setter('set_file_byte_fee_increase_ratio', 'ratio', u32, s.byteIncreaseRatio),
    setByteDecreaseRatio: setter('set_file_byte_fee_decrease_ratio', 'ratio', u32, s.byteDecreaseRatio),
    setKeysThreshold: setter('set_file_keys_count_fee_adjust_threshold', 'threshold', u32, s.keysThreshold),
    setKeysIncreaseRatio: setter('set_file_keys_count_fee_increase_ratio', 'ratio', u32, s.keysIncreaseRatio),
    setKeysDecreaseRatio: setter('set_file_keys_count_fee_decrease_ratio', 'ratio', u32, s.keysDecreaseRatio),
  };

  rt.hooks('Market', { onInitialize: (block) => feeTicks(rt, s, block) });

  return {
    calls,
    storage: s,
    pots: POTS,
    /** Pots begin with the existential deposit, and the profile's shorter spower clock stands in storage. */
    genesis(): void {
      for (const pot of Object.values(POTS)) rt.pallets.balances.endow(pot, 100_000_000n);
      if (rt.profile.spowerReadyBlocks !== 1_296_000) s.spowerReadyPeriod.set(rt.profile.spowerReadyBlocks);
    },
    /** swork.update_spower's half that concerns files: the service's own figures, taken as they are. */
    applySpowers(
      list: readonly (readonly [Hex, bigint, readonly (readonly [Hex, Hex, Hex, number | null])[]])[],
    ): void {
      for (const [cid, spower, changed] of list) {
        const file = s.files.get(cid);
        if (file === undefined) continue;
        const replicas = new Map(file.replicas);
        for (const [owner, who, anchor, createdAt] of changed) {
          const row = replicas.get(owner);
          if (row?.who === who && row.anchor === anchor) replicas.set(owner, { ...row, createdAt });
        }
        s.files.set(cid, { ...file, spower, replicas });
      }
    },
  };
}
