import type { ChainProfile } from '@moho/protocol/base';
import { type Generations, rulesIn } from '../generations';
import type { MarketContext } from './context';
import { type FeeSteps, LADDER_OF_SPEC_3, LADDER_OF_SPEC_4, LADDER_OF_SPEC_13, storedSteps } from './fee-steps';
import { type Settlement, settlementByRecount, settlementByService, settlementOfLists } from './settlement';
import { firstSpowerOf, spowerOf } from './spower';
import type { MarketStorage } from './storage';

const GIB = 1024n ** 3n;

/** What the generations of the market do differently; all other rules are one for every spec. */
export interface MarketRules {
  /** whether files lie in the old map with lists of replicas (also, in spec 17, until they are migrated) */
  readonly listsFiles: boolean;
  /** whether orders go to the map by owner */
  readonly ordersByOwner: boolean;
  /** whether files whose replicas changed get their spower every hundred blocks */
  readonly sweepsPending: boolean;
  readonly settlement: (context: MarketContext) => Settlement;
  /** whether an order settles its file first */
  readonly ordersSettle: boolean;
  /** largest size of a file, itself excluded */
  readonly maximumFileSize: bigint;
  /** part of an order's price that MARKET funds may save at most, in parts of 10^9 */
  readonly discountPerbill: bigint;
  /** whether the base fee is part of what MARKET funds make cheaper */
  readonly discountsBase: boolean;
  /** how many times a merchant's collateral must cover what it has not cashed */
  readonly collateralTimes: bigint;
  /** how much more than the price is taken from the prepaid amount for whoever renews a file, in parts of 10^9 */
  readonly renewRewardPerbill: bigint;
  /** weight of one replica of a file with so many reported ones */
  spower(sizeBytes: bigint, replicas: number): bigint;
  /** whether an order closed as illegal no longer counts for the base fee */
  readonly forgetsIllegalOrders: boolean;
  /** whether a closed file has an event of its own */
  readonly announcesClose: boolean;
  /** whether fees have an upper bound */
  readonly boundsFees: boolean;
  feeSteps(s: MarketStorage, profile: ChainProfile): FeeSteps;
  readonly orderWeight: number;
  readonly settleWeight: number;
  readonly updateReplicasWeight: number;
}

/** The market of 2021, written anew: files in lists, replicas paid over time. */
const spec3: MarketRules = {
  listsFiles: true,
  ordersByOwner: false,
  sweepsPending: true,
  settlement: settlementOfLists,
  ordersSettle: true,
  maximumFileSize: 32n * GIB,
  discountPerbill: 1_000_000_000n,
  discountsBase: false,
  collateralTimes: 5n,
  renewRewardPerbill: 50_000_000n,
  spower: firstSpowerOf,
  forgetsIllegalOrders: false,
  announcesClose: false,
  boundsFees: false,
  feeSteps: () => ({
    everyBlocks: 10,
    referencePercent: 25n,
    byte: { up: 60_000, down: 50_000 },
    keys: { up: 60_000, down: 50_000, threshold: 20_000_000 },
    base: LADDER_OF_SPEC_3,
  }),
  orderWeight: 3_019_000_000,
  settleWeight: 2_897_000_000,
  updateReplicasWeight: 0,
};

/** The first market shares no more than this with the later ones. */
const spec1: MarketRules = {
  ...spec3,
  maximumFileSize: 128n * GIB,
  feeSteps: (s, profile) => {
    const { base: _, ...steps } = spec3.feeSteps(s, profile);
    return steps;
  },
};

/** its build of August 2021 */
const spec4: MarketRules = {
  ...spec3,
  discountPerbill: 100_000_000n,
  discountsBase: true,
  collateralTimes: 1n,
  feeSteps: (s, profile) => ({ ...spec3.feeSteps(s, profile), base: LADDER_OF_SPEC_4 }),
};

const spec5: MarketRules = {
  ...spec4,
  feeSteps: (s, profile) => ({ ...spec4.feeSteps(s, profile), referencePercent: 50n }),
};
const spec8: MarketRules = { ...spec5, forgetsIllegalOrders: true };
/** only a settlement moves spower, and orders no longer settle */
const spec12: MarketRules = { ...spec8, sweepsPending: false, ordersSettle: false };
const spec13: MarketRules = {
  ...spec12,
  feeSteps: (s, profile) => ({ ...spec12.feeSteps(s, profile), base: LADDER_OF_SPEC_13 }),
};

/** replicas by owner, paid when they come */
const spec17: MarketRules = {
  ...spec13,
  ordersByOwner: true,
  settlement: settlementByRecount,
  maximumFileSize: 8n * GIB,
  discountPerbill: 0n,
  renewRewardPerbill: 0n,
};

const spec18: MarketRules = {
  ...spec17,
  listsFiles: false,
  feeSteps: (_, profile) => ({
    everyBlocks: profile.slotBlocks,
    referencePercent: 50n,
    byte: { up: 3_300_000, down: 3_000_000 },
    keys: { up: 3_300_000, down: 3_000_000, threshold: 2_000_000 },
    base: LADDER_OF_SPEC_13,
  }),
  orderWeight: 2_019_000_000,
  settleWeight: 2_647_000_000,
};

/** steeper spower, applied by the spower service */
const spec23: MarketRules = {
  ...spec18,
  settlement: settlementByService,
  spower: spowerOf,
  announcesClose: true,
  updateReplicasWeight: 63_500_000_000,
};

const spec24: MarketRules = { ...spec23, updateReplicasWeight: 126_000_000_000 };

const spec25: MarketRules = { ...spec24, boundsFees: true, feeSteps: storedSteps };

const GENERATIONS: Generations<MarketRules> = [
  [1, spec1],
  [3, spec3],
  [4, spec4],
  [5, spec5],
  [8, spec8],
  [12, spec12],
  [13, spec13],
  [17, spec17],
  [18, spec18],
  [23, spec23],
  [24, spec24],
  [25, spec25],
];

/** The rules of a runtime of this version. */
export const marketRules = (version: number): MarketRules => rulesIn(GENERATIONS, version);

/** Specs 1 and 2 had another market. */
export const hasFirstMarket = (version: number): boolean => version < 3;
