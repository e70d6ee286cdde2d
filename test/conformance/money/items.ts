import type { MapItem } from '../chain-items';
import { pick, struct, text } from '../decoded';

/** Maps of the chain that only the comparison of money reads. */

export const ACCOUNTS: MapItem = {
  name: 'System.Account',
  pallet: 'system',
  items: ['account'],
  id: ([account]) => String(account),
  fields: (v) => {
    const data = struct(pick(v, 'data'));
    return { free: text(pick(data, 'free')), reserved: text(pick(data, 'reserved')) };
  },
};

/** Specs 1 and 2; later runtimes no longer name what is left in it. */
export const MERCHANT_LEDGERS: MapItem = {
  name: 'Market.MerchantLedgers',
  pallet: 'market',
  items: ['merchantLedgers'],
  id: ([account]) => String(account),
  fields: (v) => ({ collateral: text(pick(v, 'collateral')), reward: text(pick(v, 'reward')) }),
};

export const MARKET_BENEFITS: MapItem = {
  name: 'Benefits.MarketBenefits',
  pallet: 'benefits',
  items: ['marketBenefits'],
  id: ([account]) => String(account),
  fields: (v) => ({ fileReward: text(pick(v, 'file_reward')) }),
};
