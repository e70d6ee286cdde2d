import { blakeAccount, prefixOf } from '../scale/keys';
import { row } from '../write/entities';
import type { Mirror } from './mirror';
import { readChunks, single } from './single';

export const MARKET_BENEFITS = prefixOf('Benefits', 'MarketBenefits');
export const SWORK_BENEFITS = prefixOf('Benefits', 'SworkBenefits');

export const marketBenefitKey = (account: string): string => MARKET_BENEFITS + blakeAccount(account);
export const sworkBenefitKey = (account: string): string => SWORK_BENEFITS + blakeAccount(account);

export const benefitMirrors: Mirror[] = [
  single({
    name: 'Benefits.MarketBenefits',
    prefix: MARKET_BENEFITS,
    main: 'Merchant',
    keyOf: marketBenefitKey,
    read: (id, r) =>
      row('Merchant', {
        id,
        totalFunds: r.compact(),
        activeFunds: r.compact(),
        usedFeeReductionQuota: r.compact(),
        fileReward: r.compact(),
        refreshedAt: r.compactInt(),
        unlockingFunds: readChunks(r),
      }),
  }),
  single({
    name: 'Benefits.SworkBenefits',
    prefix: SWORK_BENEFITS,
    main: 'SworkBenefit',
    keyOf: sworkBenefitKey,
    read: (id, r) =>
      row('SworkBenefit', {
        id,
        totalFunds: r.compact(),
        activeFunds: r.compact(),
        totalFeeReductionCount: r.u32(),
        usedFeeReductionCount: r.u32(),
        refreshedAt: r.compactInt(),
        unlockingFunds: readChunks(r),
      }),
  }),
];
