import {
  DEFAULT_FEE_KNOBS,
  type FeeBounds,
  type FeeRules,
  feeRules,
  feeRulesFromKnobs,
  isBaseFeeTick,
  isFeeTick,
  nextBaseFee,
  nextByteFee,
  nextKeysFee,
  type OrderFees,
} from '../src';
import { big, num, type Reader } from './decode';
import { type BlockContext, compare, eventsNamed, type Tally } from './tally';

const nameOf = (reader: Reader, ...names: string[]): string => {
  const found = names.find((name) => reader.has('market', name));
  if (found === undefined) throw new Error(`spec ${reader.runtime.spec} has none of market.${names.join(', ')}`);
  return found;
};

const read = (reader: Reader, ...names: string[]) => reader.get('market', nameOf(reader, ...names));

/** The three order fees as stored, by whatever name the spec gives them. */
export const feesIn = (reader: Reader): OrderFees => ({
  base: big(read(reader, 'fileBaseFee')),
  byte: big(read(reader, 'fileByteFee', 'filePrice')),
  keys: big(read(reader, 'fileKeysCountFee', 'filesCountPrice')),
});

const rulesIn = ({ before, spec, isJulyBuildOf4 }: BlockContext): FeeRules => {
  if (!before.has('market', 'fileBaseFeeIncreaseRatio')) return feeRules(spec, isJulyBuildOf4);
  return feeRulesFromKnobs({
    ...DEFAULT_FEE_KNOBS,
    byteIncreasePerbill: big(read(before, 'fileByteFeeIncreaseRatio')),
    byteDecreasePerbill: big(read(before, 'fileByteFeeDecreaseRatio')),
    keysIncreasePerbill: big(read(before, 'fileKeysCountFeeIncreaseRatio')),
    keysDecreasePerbill: big(read(before, 'fileKeysCountFeeDecreaseRatio')),
    keysThreshold: num(read(before, 'fileKeysCountFeeAdjustThreshold')),
    baseIncreaseThreshold: num(read(before, 'fileBaseFeeIncreaseThreshold')),
    baseDecreaseThreshold: num(read(before, 'fileBaseFeeDecreaseThreshold')),
    baseIncreasePerbill: big(read(before, 'fileBaseFeeIncreaseRatio')),
    baseDecreasePerbill: big(read(before, 'fileBaseFeeDecreaseRatio')),
  });
};

const boundsIn = (reader: Reader, fee: 'BaseFee' | 'ByteFee' | 'KeysCountFee'): FeeBounds => ({
  minimum: reader.has('market', `minFile${fee}`) ? big(read(reader, `minFile${fee}`)) : 0n,
  maximum: reader.has('market', `maxFile${fee}`) ? big(read(reader, `maxFile${fee}`)) : null,
});

/** The fees after this block's ticks, before any extrinsic, and which of them ticked. */
export const feesAfterTicks = (context: BlockContext): { fees: OrderFees; ticked: Set<keyof OrderFees> } => {
  const { before, block, spec, profile } = context;
  const interval = before.has('market', 'fileFeeAdjustInterval') ? num(read(before, 'fileFeeAdjustInterval')) : 1;
  const fees = feesIn(before);
  const ticked = new Set<keyof OrderFees>();
  const hasOrder = () => read(before, 'hasNewOrder', 'newOrder')?.toString() === 'true';
  if (isFeeTick(block.number, spec, profile, interval) && hasOrder()) {
    const rules = rulesIn(context);
    const storage = {
      filesSize: big(before.get('swork', 'reportedFilesSize')),
      free: big(before.get('swork', 'free')),
    };
    fees.byte = nextByteFee(fees.byte, storage, rules, boundsIn(before, 'ByteFee'));
    const fileCount = num(read(before, 'fileKeysCount', 'filesCount'));
    fees.keys = nextKeysFee(fees.keys, fileCount, rules, boundsIn(before, 'KeysCountFee'));
    ticked.add('byte').add('keys');
  }
  if (isBaseFeeTick(block.number, spec, profile, interval)) {
    const counters = {
      addedFiles: num(before.get('swork', 'addedFilesCount')),
      orders: num(read(before, 'ordersCount')),
    };
    fees.base = nextBaseFee(fees.base, counters, rulesIn(context), boundsIn(before, 'BaseFee'));
    ticked.add('base');
  }
  return { fees, ticked };
};

/** Every automatic fee step, and that no fee moves in any other block (specs whose setters cannot move it silently). */
export const feeChecker = (steps: Tally, still: Tally) => (context: BlockContext) => {
  const { after, spec } = context;
  // an upgrade's migration may rename or set the fees
  if (context.isFirstOfRuntime) return;
  const { fees, ticked } = feesAfterTicks(context);
  const stored = feesIn(after);
  const items = {
    base: nameOf(after, 'fileBaseFee'),
    byte: nameOf(after, 'fileByteFee', 'filePrice'),
    keys: nameOf(after, 'fileKeysCountFee', 'filesCountPrice'),
  };
  for (const fee of ['base', 'byte', 'keys'] as const) {
    if (fee === 'base' && eventsNamed(context, 'market.SetBaseFeeSuccess').length > 0) continue;
    if (!ticked.has(fee) && spec >= 18) continue;
    const key = after.key('market', items[fee]);
    compare(ticked.has(fee) ? steps : still, context, `${fee} fee`, fees[fee], stored[fee], key);
  }
};
