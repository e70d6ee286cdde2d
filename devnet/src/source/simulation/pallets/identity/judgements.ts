import { accountId, compact, compact32, type Hex, u32 } from '../../../../codec/scale';
import { ensure, ensureSigned, succeeds } from '../../framework/dispatch';
import type { IdentityContext } from './context';
import { isSticky, judgement, type Registration, withJudgement } from './data';
import { WEIGHTS } from './weights';

/** Judgements: an account asks and pays a registrar, who then says what it thinks of the identity. */
export function judgementCalls({ rt, identityOf, registrars, emit, E }: IdentityContext) {
  const sizes = ({ judgements, info }: Registration) => [judgements.length, info.additional.length] as const;
  const given = (row: Registration, index: number) => row.judgements.find(([by]) => by === index)?.[1];

  return {
    requestJudgement: rt.call(
      'Identity',
      'request_judgement',
      { reg_index: compact32, max_fee: compact },
      { weight: WEIGHTS.requestJudgement() },
      (origin, { reg_index: index, max_fee }) => {
        const who = ensureSigned(origin);
        const registrar = registrars.get()[index] ?? null;
        if (registrar === null) throw E.EmptyIndex();
        ensure(max_fee >= registrar.fee, E.FeeChanged);
        const old = identityOf.get(who);
        if (old === undefined) throw E.NoIdentity();
        const before = given(old, index);
        ensure(before === undefined || !isSticky(before), E.StickyJudgement);
        rt.pallets.balances.reserve(who, registrar.fee);
        const asked = { tag: 'FeePaid', value: registrar.fee } as const;
        const row = { ...old, judgements: withJudgement(old.judgements, [index, asked]) };
        identityOf.set(who, row);
        emit.JudgementRequested(who, index);
        return { weight: WEIGHTS.requestJudgement(...sizes(row)) };
      },
    ),
    cancelRequest: rt.call(
      'Identity',
      'cancel_request',
      { reg_index: u32 },
      { weight: WEIGHTS.cancelRequest() },
      (origin, { reg_index: index }) => {
        const who = ensureSigned(origin);
        const old = identityOf.get(who);
        if (old === undefined) throw E.NoIdentity();
        const before = given(old, index);
        if (before === undefined) throw E.NotFound();
        if (before.tag !== 'FeePaid') throw E.JudgementGiven();
        rt.pallets.balances.unreserve(who, before.value);
        const row = { ...old, judgements: old.judgements.filter(([by]) => by !== index) };
        identityOf.set(who, row);
        emit.JudgementUnrequested(who, index);
        return { weight: WEIGHTS.cancelRequest(...sizes(row)) };
      },
    ),
    provideJudgement: rt.call(
      'Identity',
      'provide_judgement',
      { reg_index: compact32, target: accountId, judgement },
      { weight: WEIGHTS.provideJudgement() },
      (origin, { reg_index: index, target, judgement: verdict }) => {
        const who = ensureSigned(origin);
        ensure(verdict.tag !== 'FeePaid', E.InvalidJudgement);
        ensure(registrars.get()[index]?.account === who, E.InvalidIndex);
        const old = identityOf.get(target);
        if (old === undefined) throw E.InvalidTarget();
        const before = given(old, index);
        if (before?.tag === 'FeePaid') payRegistrar(target, who, before.value);
        const row = { ...old, judgements: withJudgement(old.judgements, [index, verdict]) };
        identityOf.set(target, row);
        emit.JudgementGiven(target, index);
        return { weight: WEIGHTS.provideJudgement(...sizes(row)) };
      },
    ),
  };

  /** The judgement is given also where its fee cannot be paid. */
  function payRegistrar(from: Hex, to: Hex, fee: bigint): void {
    succeeds(() => rt.pallets.balances.repatriateReserved(from, to, fee, 'Free'));
  }
}
