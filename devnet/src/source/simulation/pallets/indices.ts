import { accountId, bool, type Hex, tuple, u32, u128, type Value } from '../../../codec/scale';
import { ensure, ensureRoot, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat } from '../framework/storage';
import { dbWeight } from '../framework/weights';

/** what a claimed index costs while it is held */
const DEPOSIT = 1_000_000_000_000n;
const entry = tuple(accountId, u128, bool);
type Entry = Value<typeof entry>;

export type Indices = ReturnType<typeof indicesPallet>;

/** Short numbers for accounts. Nothing on this chain looks an account up by its number. */
export function indicesPallet(rt: Runtime) {
  const accounts = rt.storage('Indices').map('Accounts', blake2_128Concat(u32), entry);
  const emit = rt.emitters('Indices', {
    IndexAssigned: [accountId, u32],
    IndexFreed: [u32],
    IndexFrozen: [u32, accountId],
  });
  const E = rt.errors('Indices', 'NotAssigned', 'NotOwner', 'InUse', 'NotTransfer', 'Permanent');

  /** The entry of an index that is `who`'s to give away. */
  function owned(index: number, who: Hex): Entry {
    const found = accounts.get(index);
    if (found === undefined) throw E.NotAssigned();
    const [owner, , permanent] = found;
    ensure(!permanent, E.Permanent);
    ensure(owner === who, E.NotOwner);
    return found;
  }

  const one = { index: u32 };
  const calls = {
    claim: rt.call('Indices', 'claim', one, { weight: 53_201_000 + dbWeight(1, 1) }, (origin, { index }) => {
      const who = ensureSigned(origin);
      ensure(!accounts.has(index), E.InUse);
      rt.pallets.balances.reserve(who, DEPOSIT);
      accounts.set(index, [who, DEPOSIT, false]);
      emit.IndexAssigned(who, index);
    }),
    transfer: rt.call(
      'Indices',
      'transfer',
      { new: accountId, ...one },
      { weight: 59_579_000 + dbWeight(2, 2) },
      (origin, { new: to, index }) => {
        const who = ensureSigned(origin);
        ensure(who !== to, E.NotTransfer);
        const [, deposit] = owned(index, who);
        const missing = rt.pallets.balances.repatriateReserved(who, to, deposit, 'Reserved');
        accounts.set(index, [to, deposit - missing, false]);
        emit.IndexAssigned(to, index);
      },
    ),
    free: rt.call('Indices', 'free', one, { weight: 47_496_000 + dbWeight(1, 1) }, (origin, { index }) => {
      const who = ensureSigned(origin);
      const [, deposit] = owned(index, who);
      rt.pallets.balances.unreserve(who, deposit);
      accounts.remove(index);
      emit.IndexFreed(index);
    }),
    forceTransfer: rt.call(
      'Indices',
      'force_transfer',
      { new: accountId, ...one, freeze: bool },
      { weight: 49_084_000 + dbWeight(2, 2) },
      (origin, { new: to, index, freeze }) => {
        ensureRoot(origin);
        const old = accounts.get(index);
        if (old !== undefined) rt.pallets.balances.unreserve(old[0], old[1]);
        accounts.set(index, [to, 0n, freeze]);
        emit.IndexAssigned(to, index);
      },
    ),
    /** For ever, at the price of the deposit: it is burnt. */
    freeze: rt.call('Indices', 'freeze', one, { weight: 44_478_000 + dbWeight(1, 1) }, (origin, { index }) => {
      const who = ensureSigned(origin);
      const [, deposit] = owned(index, who);
      rt.pallets.balances.burn(rt.pallets.balances.slashReserved(who, deposit));
      accounts.set(index, [who, 0n, true]);
      emit.IndexFrozen(index, who);
    }),
  };
  return { calls, accounts };
}
