import { BILLION } from '../framework/arithmetic';
import type { RuntimeSpec } from '../framework/spec';

/** What the runtime's configuration says, where it changed from spec to spec. Amounts in pico CRU, times in eras. */
export interface RuntimeValues {
  readonly existentialDeposit: bigint;
  /** what is left of a dead account goes to the treasury; before, it was burnt */
  readonly dustToTreasury: boolean;
  /** reserved for one item in storage, its bytes apart */
  readonly depositPerItem: bigint;
  /** part of its weight that a transaction pays as fee */
  readonly weightFeePerbill: bigint;
  readonly bondingEras: number;
  readonly slashDeferEras: number;
  /** part of an era's reward that MARKET funds may save in fees */
  readonly feeQuotaPerbill: bigint;
  /** how often the treasury pays what was approved */
  readonly spendPeriodBlocks: number;
  /** guarantees given before a validator's last slash do not count */
  readonly slashVoidsGuarantees: boolean;
  /** a bond may not rest on funds that are locked otherwise, nor its end set them free */
  readonly bondsHeedOtherLocks: boolean;
}

const BLOCKS_PER_DAY = 14_400;
const percent = (n: bigint) => (n * BILLION) / 100n;

/** Spec 4 means its August build, the one that mainnet's successors follow from. */
export function runtimeValues({ version }: RuntimeSpec): RuntimeValues {
  const since = (spec: number) => version >= spec;
  return {
    existentialDeposit: since(4) ? 100_000_000n : 10_000_000n,
    dustToTreasury: since(3),
    depositPerItem: since(5) ? 10_000_000_000_000n : 20_000_000_000_000n,
    weightFeePerbill: percent(since(18) ? 30n : 10n),
    bondingEras: since(4) ? 112 : 60,
    slashDeferEras: since(4) ? 108 : 27,
    feeQuotaPerbill: since(4) ? percent(1n) / 5n : percent(1n),
    spendPeriodBlocks: (since(15) ? 7 : 6) * BLOCKS_PER_DAY,
    slashVoidsGuarantees: !since(7),
    bondsHeedOtherLocks: since(5),
  };
}
