import { accountId, type Hex } from '../../../../codec/scale';
import { ensure, ensureRoot, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { type IdentityContext, identityContext } from './context';
import { identityInfo, isSticky, type Registration, totalDeposit } from './data';
import { judgementCalls } from './judgements';
import { registrarCalls } from './registrars';
import { subCalls } from './subs';
import { MOST, WEIGHTS } from './weights';

const BASIC_DEPOSIT = 5_000_000_000_000n;
const FIELD_DEPOSIT = 1_000_000_000_000n;

export type Identity = ReturnType<typeof identityPallet>;

/** Names that accounts give themselves and their sub-accounts, and what registrars say of them. */
export function identityPallet(rt: Runtime) {
  const context = identityContext(rt);
  return {
    identityOf: context.identityOf,
    superOf: context.superOf,
    subsOf: context.subsOf,
    registrars: context.registrars,
    calls: { ...ownCalls(context), ...subCalls(context), ...registrarCalls(context), ...judgementCalls(context) },
  };
}

/** set_identity, clear_identity and, for root, kill_identity. */
function ownCalls({ rt, identityOf, superOf, subsOf, emit, E }: IdentityContext) {
  /** Takes an identity and its sub-accounts away; the sub-accounts go also where there is no identity. */
  function drop(who: Hex): { row: Registration; subs: number; deposit: bigint } {
    const [subsDeposit, subs] = subsOf.get(who);
    subsOf.remove(who);
    const row = identityOf.get(who);
    if (row === undefined) throw E.NotNamed();
    identityOf.remove(who);
    for (const sub of subs) superOf.remove(sub);
    return { row, subs: subs.length, deposit: totalDeposit(row) + subsDeposit };
  }
  const sizes = ({ row, subs }: ReturnType<typeof drop>) =>
    [row.judgements.length, subs, row.info.additional.length] as const;

  return {
    setIdentity: rt.call(
      'Identity',
      'set_identity',
      { info: identityInfo },
      { weight: WEIGHTS.setIdentity() },
      (origin, { info }) => {
        const who = ensureSigned(origin);
        const fields = info.additional.length;
        ensure(fields <= MOST.fields, E.TooManyFields);
        const old = identityOf.get(who);
        const before = old?.deposit ?? 0n;
        const deposit = BASIC_DEPOSIT + FIELD_DEPOSIT * BigInt(fields);
        if (deposit > before) rt.pallets.balances.reserve(who, deposit - before);
        if (before > deposit) rt.pallets.balances.unreserve(who, before - deposit);
        const judgements = (old?.judgements ?? []).filter(([, given]) => isSticky(given));
        identityOf.set(who, { judgements, deposit, info });
        emit.IdentitySet(who);
        return { weight: WEIGHTS.setIdentity(judgements.length, fields) };
      },
    ),
    clearIdentity: rt.call('Identity', 'clear_identity', {}, { weight: WEIGHTS.clearIdentity() }, (origin) => {
      const who = ensureSigned(origin);
      const dropped = drop(who);
      rt.pallets.balances.unreserve(who, dropped.deposit);
      emit.IdentityCleared(who, dropped.deposit);
      return { weight: WEIGHTS.clearIdentity(...sizes(dropped)) };
    }),
    killIdentity: rt.call(
      'Identity',
      'kill_identity',
      { target: accountId },
      { weight: WEIGHTS.killIdentity() },
      (origin, { target }) => {
        ensureRoot(origin);
        const dropped = drop(target);
        rt.pallets.treasury.deposit(rt.pallets.balances.slashReserved(target, dropped.deposit));
        emit.IdentityKilled(target, dropped.deposit);
        return { weight: WEIGHTS.killIdentity(...sizes(dropped)) };
      },
    ),
  };
}
