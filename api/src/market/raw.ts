import type { Hex } from '@moho/protocol/base';
import { compact, encoded, u32 } from '../receipt/scale';
import { encodeUnlocking } from '../validator/raw';
import type { MerchantRow, SworkBenefitRow } from './sql';

/** Stored values of pallet benefits, from their rows (crust-protocol §1.11). */

export const encodeMerchant = (m: MerchantRow): Hex =>
  encoded(
    compact(m.totalFunds),
    compact(m.activeFunds),
    compact(m.usedFeeReductionQuota),
    compact(m.fileReward),
    compact(m.refreshedAt),
    encodeUnlocking(m.unlockingFunds),
  );

export const encodeSworkBenefit = (b: SworkBenefitRow): Hex =>
  encoded(
    compact(b.totalFunds),
    compact(b.activeFunds),
    u32(b.totalFeeReductionCount),
    u32(b.usedFeeReductionCount),
    compact(b.refreshedAt),
    encodeUnlocking(b.unlockingFunds),
  );
