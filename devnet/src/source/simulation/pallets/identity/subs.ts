import { accountId, type Hex, tuple, vec } from '../../../../codec/scale';
import { minOf } from '../../framework/arithmetic';
import { ensure, ensureSigned, succeeds } from '../../framework/dispatch';
import type { IdentityContext } from './context';
import { identityData } from './data';
import { MOST, WEIGHTS } from './weights';

const SUB_DEPOSIT = 2_000_000_000_000n;

/** Sub-accounts of an identity, each with a name of its own and a deposit that the identity pays. */
export function subCalls({ rt, identityOf, superOf, subsOf, emit, E }: IdentityContext) {
  const subAndName = { sub: accountId, data: identityData };

  /** Takes a sub-account off its identity's list; returns the deposit that becomes free. */
  function strike(sub: Hex, owner: Hex): bigint {
    superOf.remove(sub);
    const [deposit, list] = subsOf.get(owner);
    const freed = minOf(SUB_DEPOSIT, deposit);
    subsOf.set(owner, [deposit - freed, list.filter((each) => each !== sub)]);
    return freed;
  }

  return {
    setSubs: rt.call(
      'Identity',
      'set_subs',
      { subs: vec(tuple(accountId, identityData)) },
      { weight: ({ subs }) => WEIGHTS.setSubs(subs.length) },
      (origin, { subs }) => {
        const who = ensureSigned(origin);
        ensure(identityOf.has(who), E.NotFound);
        ensure(subs.length <= MOST.subs, E.TooManySubAccounts);
        const [before, old] = subsOf.get(who);
        const deposit = SUB_DEPOSIT * BigInt(subs.length);
        const isFree = (sub: Hex) => (superOf.get(sub)?.[0] ?? who) === who;
        ensure(
          subs.every(([sub]) => isFree(sub)),
          E.AlreadyClaimed,
        );
        if (before < deposit) rt.pallets.balances.reserve(who, deposit - before);
        else if (before > deposit) rt.pallets.balances.unreserve(who, before - deposit);
        for (const sub of old) superOf.remove(sub);
        for (const [sub, name] of subs) superOf.set(sub, [who, name]);
        if (subs.length === 0) subsOf.remove(who);
        else subsOf.set(who, [deposit, subs.map(([sub]) => sub)]);
        return { weight: WEIGHTS.setSubs(subs.length, old.length) };
      },
    ),
    addSub: rt.call('Identity', 'add_sub', subAndName, { weight: WEIGHTS.addSub }, (origin, { sub, data }) => {
      const who = ensureSigned(origin);
      ensure(identityOf.has(who), E.NoIdentity);
      ensure(!superOf.has(sub), E.AlreadyClaimed);
      const [deposit, list] = subsOf.get(who);
      ensure(list.length < MOST.subs, E.TooManySubAccounts);
      rt.pallets.balances.reserve(who, SUB_DEPOSIT);
      superOf.set(sub, [who, data]);
      subsOf.set(who, [deposit + SUB_DEPOSIT, [...list, sub]]);
      emit.SubIdentityAdded(sub, who, SUB_DEPOSIT);
    }),
    renameSub: rt.call('Identity', 'rename_sub', subAndName, { weight: WEIGHTS.renameSub }, (origin, { sub, data }) => {
      const who = ensureSigned(origin);
      ensure(identityOf.has(who), E.NoIdentity);
      ensure(superOf.get(sub)?.[0] === who, E.NotOwned);
      superOf.set(sub, [who, data]);
    }),
    removeSub: rt.call(
      'Identity',
      'remove_sub',
      { sub: accountId },
      { weight: WEIGHTS.removeSub },
      (origin, { sub }) => {
        const who = ensureSigned(origin);
        ensure(identityOf.has(who), E.NoIdentity);
        const owner = superOf.get(sub)?.[0];
        if (owner === undefined) throw E.NotSub();
        ensure(owner === who, E.NotOwned);
        const freed = strike(sub, who);
        rt.pallets.balances.unreserve(who, freed);
        emit.SubIdentityRemoved(sub, who, freed);
      },
    ),
    /** The deposit goes to the sub-account that leaves. */
    quitSub: rt.call('Identity', 'quit_sub', {}, { weight: WEIGHTS.quitSub }, (origin) => {
      const who = ensureSigned(origin);
      const owner = superOf.get(who)?.[0];
      if (owner === undefined) throw E.NotSub();
      const freed = strike(who, owner);
      succeeds(() => rt.pallets.balances.repatriateReserved(owner, who, freed, 'Free'));
      emit.SubIdentityRevoked(who, owner, freed);
    }),
  };
}
