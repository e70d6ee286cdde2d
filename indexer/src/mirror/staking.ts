import { blakeAccount, prefixOf, twoxAccount } from '../scale/keys';
import { readAll } from '../scale/reader';
import { row } from '../write/entities';
import type { Mirror } from './mirror';
import { accountOfKey, readChunks, single } from './single';

export const BONDED = prefixOf('Staking', 'Bonded');
export const LEDGER = prefixOf('Staking', 'Ledger');
export const VALIDATORS = prefixOf('Staking', 'Validators');
export const STAKE_LIMIT = prefixOf('Staking', 'StakeLimit');
export const GUARANTORS = prefixOf('Staking', 'Guarantors');

export const bondedKey = (stash: string): string => BONDED + twoxAccount(stash);
export const ledgerKey = (controller: string): string => LEDGER + blakeAccount(controller);
export const validatorKey = (stash: string): string => VALIDATORS + twoxAccount(stash);
export const stakeLimitKey = (stash: string): string => STAKE_LIMIT + twoxAccount(stash);
export const guarantorKey = (stash: string): string => GUARANTORS + twoxAccount(stash);

const guarantors: Mirror = {
  name: 'Staking.Guarantors',
  prefix: GUARANTORS,
  main: 'Guarantor',
  rows: (key, raw) =>
    readAll(raw, (r) => {
      const guarantor = accountOfKey(key);
      const targets = r.vec(() => ({ validator: r.account(), value: r.compact() }));
      return [
        row('Guarantor', { id: guarantor, total: r.compact(), submittedIn: r.u32(), suppressed: r.bool() }),
        ...targets.map(({ validator, value }, position) =>
          row('Guarantee', { id: `${guarantor}-${validator}`, guarantor, validator, position, value }),
        ),
      ];
    }),
  stored: async (key, store) => {
    const found = await store.get('Guarantor', accountOfKey(key));
    return found ? [found, ...(await store.children('Guarantee', 'guarantor', found.fields.id))] : [];
  },
  keyOf: guarantorKey,
};

export const stakingMirrors: Mirror[] = [
  single({
    name: 'Staking.Bonded',
    prefix: BONDED,
    main: 'Bonded',
    keyOf: bondedKey,
    read: (id, r) => row('Bonded', { id, controller: r.account() }),
  }),
  single({
    name: 'Staking.Ledger',
    prefix: LEDGER,
    main: 'Ledger',
    keyOf: ledgerKey,
    read: (id, r) =>
      row('Ledger', {
        id,
        stash: r.account(),
        total: r.compact(),
        active: r.compact(),
        unlocking: readChunks(r),
        claimedRewards: r.vec(r.u32),
      }),
  }),
  single({
    name: 'Staking.Validators',
    prefix: VALIDATORS,
    main: 'Validator',
    keyOf: validatorKey,
    read: (id, r) => row('Validator', { id, guaranteeFeePerbill: r.compactInt() }),
  }),
  single({
    name: 'Staking.StakeLimit',
    prefix: STAKE_LIMIT,
    main: 'StakeLimit',
    keyOf: stakeLimitKey,
    read: (id, r) => row('StakeLimit', { id, limit: r.u128() }),
  }),
  guarantors,
];
