import { blakeAccount, prefixOf, twoxAccount } from '../scale/keys';
import { addressOf, readAll, type ScaleReader } from '../scale/reader';
import { type Row, row } from '../write/entities';
import { type Mirror, tail } from './mirror';

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

const accountOfKey = (key: string): string => addressOf(tail(key, 32));

const single = (
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

/** `[{value, era}]` as JSON, values as text. */
export const readChunks = (r: ScaleReader): string =>
  JSON.stringify(r.vec(() => ({ value: r.compact().toString(), era: r.compactInt() })));

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
  single('Staking.Bonded', BONDED, 'Bonded', bondedKey, (id, r) => row('Bonded', { id, controller: r.account() })),
  single('Staking.Ledger', LEDGER, 'Ledger', ledgerKey, (id, r) =>
    row('Ledger', {
      id,
      stash: r.account(),
      total: r.compact(),
      active: r.compact(),
      unlocking: readChunks(r),
      claimedRewards: r.vec(r.u32),
    }),
  ),
  single('Staking.Validators', VALIDATORS, 'Validator', validatorKey, (id, r) =>
    row('Validator', { id, guaranteeFeePerbill: r.compactInt() }),
  ),
  single('Staking.StakeLimit', STAKE_LIMIT, 'StakeLimit', stakeLimitKey, (id, r) =>
    row('StakeLimit', { id, limit: r.u128() }),
  ),
  guarantors,
];
