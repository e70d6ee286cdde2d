import { blakeAccount, prefixOf } from '../scale/keys';
import { addressOf, readAll, type ScaleReader } from '../scale/reader';
import { type Row, row } from '../write/entities';
import { type Mirror, tail } from './mirror';
import { readChunks } from './staking';

export const MARKET_BENEFITS = prefixOf('Benefits', 'MarketBenefits');
export const SWORK_BENEFITS = prefixOf('Benefits', 'SworkBenefits');

export const marketBenefitKey = (account: string): string => MARKET_BENEFITS + blakeAccount(account);
export const sworkBenefitKey = (account: string): string => SWORK_BENEFITS + blakeAccount(account);

const accountOfKey = (key: string): string => addressOf(tail(key, 32));

const mirror = (
  name: string,
  prefix: string,
  main: Row['entity'],
  keyOf: (id: string) => string,
  read: (id: string, r: ScaleReader) => Row,
): Mirror => ({
  name,
  prefix,
  main,
  rows: (key, raw) => [readAll(raw, (r) => read(accountOfKey(key), r))],
  stored: async (key, store) => {
    const found = await store.get(main, accountOfKey(key));
    return found ? [found] : [];
  },
  keyOf,
});

export const benefitMirrors: Mirror[] = [
  mirror('Benefits.MarketBenefits', MARKET_BENEFITS, 'Merchant', marketBenefitKey, (id, r) =>
    row('Merchant', {
      id,
      totalFunds: r.compact(),
      activeFunds: r.compact(),
      usedFeeReductionQuota: r.compact(),
      fileReward: r.compact(),
      refreshedAt: r.compactInt(),
      unlockingFunds: readChunks(r),
    }),
  ),
  mirror('Benefits.SworkBenefits', SWORK_BENEFITS, 'SworkBenefit', sworkBenefitKey, (id, r) =>
    row('SworkBenefit', {
      id,
      totalFunds: r.compact(),
      activeFunds: r.compact(),
      totalFeeReductionCount: r.u32(),
      usedFeeReductionCount: r.u32(),
      refreshedAt: r.compactInt(),
      unlockingFunds: readChunks(r),
    }),
  ),
];
