import { blakeAccount, prefixOf } from '../scale/keys';
import { row } from '../write/entities';
import type { Mirror } from './mirror';
import { single } from './single';

export const MERCHANT_LEDGERS = prefixOf('Market', 'MerchantLedgers');

export const merchantLedgerKey = (account: string): string => MERCHANT_LEDGERS + blakeAccount(account);

/** Specs 1 and 2: collateral and income of merchants from before the benefits pallet, until they retrieve them. */
export const ledgerMirrors: Mirror[] = [
  single({
    name: 'Market.MerchantLedgers',
    prefix: MERCHANT_LEDGERS,
    main: 'MerchantLedger',
    keyOf: merchantLedgerKey,
    read: (id, r) => row('MerchantLedger', { id, reward: r.u128(), collateral: r.u128() }),
  }),
];
