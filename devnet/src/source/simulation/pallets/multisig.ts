import { writerPool } from '../../../codec/bytes';
import { blake2_256 } from '../../../codec/hash';
import {
  accountId,
  bool,
  bytes,
  decode,
  fixed,
  type Hex,
  option,
  struct,
  tuple,
  u16,
  u32,
  u64,
  u128,
  type Value,
  vec,
} from '../../../codec/scale';
import { type Call, dispatchResult, ensure, ensureSigned, failure, signed } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat, identity, twox64Concat } from '../framework/storage';

/** one item of 88 bytes, and 32 bytes for each signatory */
const DEPOSIT_BASE = 10_088_000_000_000n;
const DEPOSIT_FACTOR = 32_000_000_000n;
const MAX_SIGNATORIES = 100;

const timepoint = struct({ height: u32, index: u32 });
type Timepoint = Value<typeof timepoint>;
const operation = struct({ when: timepoint, deposit: u128, depositor: accountId, approvals: vec(accountId) });
type Operation = Value<typeof operation>;

/** The account a set of signatories shares; `signatories` must be sorted. */
export const multisigAccount = (signatories: readonly Hex[], threshold: number): Hex =>
  writerPool((w) => {
    w.bytes(Buffer.from('modlpy/utilisuba'));
    vec(accountId).enc(w, signatories);
    w.u16(threshold);
    return blake2_256(w.toHex());
  });

export type Multisig = ReturnType<typeof multisigPallet>;

/** Calls that several accounts must approve. */
export function multisigPallet(rt: Runtime) {
  const store = rt.storage('Multisig');
  const multisigs = store.doubleMap('Multisigs', twox64Concat(accountId), blake2_128Concat(fixed(32)), operation);
  const storedCalls = store.map('Calls', identity(fixed(32)), tuple(bytes, accountId, u128));
  const emit = rt.emitters('Multisig', {
    NewMultisig: [accountId, accountId, fixed(32)],
    MultisigApproval: [accountId, timepoint, accountId, fixed(32)],
    MultisigExecuted: [accountId, timepoint, accountId, fixed(32), dispatchResult],
    MultisigCancelled: [accountId, timepoint, accountId, fixed(32)],
  });
  const E = rt.errors(
    'Multisig',
    'MinimumThreshold',
    'AlreadyApproved',
    'TooFewSignatories',
    'TooManySignatories',
    'SignatoriesOutOfOrder',
    'SenderInSignatories',
    'NotFound',
    'NotOwner',
    'NoTimepoint',
    'WrongTimepoint',
    'UnexpectedTimepoint',
    'WeightTooLow',
  );

  function allSignatories(who: Hex, others: readonly Hex[]): Hex[] {
    ensure(
      others.every((x, i) => i === 0 || (others[i - 1] as Hex) < x),
      E.SignatoriesOutOfOrder,
    );
    ensure(!others.includes(who), E.SenderInSignatories);
    return [...others, who].sort();
  }
  function checkSize(threshold: number, others: readonly Hex[]): void {
    ensure(threshold >= 2, E.MinimumThreshold);
    ensure(others.length > 0, E.TooFewSignatories);
    ensure(others.length < MAX_SIGNATORIES, E.TooManySignatories);
  }
  const same = (a: Timepoint, b: Timepoint) => a.height === b.height && a.index === b.index;
  const here = (): Timepoint => ({
    height: rt.block(),
    index: typeof rt.events.phase === 'number' ? rt.events.phase : 0,
  });

  function operate(
    who: Hex,
    threshold: number,
    others: readonly Hex[],
    maybeTimepoint: Timepoint | null,
    call: { hash: Hex; encoded?: Hex; store: boolean },
    maxWeight: bigint,
  ): void {
    checkSize(threshold, others);
    const id = multisigAccount(allSignatories(who, others), threshold);
    const pending = multisigs.get(id, call.hash);
    if (pending === undefined) {
      ensure(maybeTimepoint === null, E.UnexpectedTimepoint);
      const deposit = DEPOSIT_BASE + DEPOSIT_FACTOR * BigInt(threshold);
      rt.pallets.balances.reserve(who, deposit);
      multisigs.set(id, call.hash, { when: here(), deposit, depositor: who, approvals: [who] });
      emit.NewMultisig(who, id, call.hash);
      return;
    }
    if (maybeTimepoint === null) throw E.NoTimepoint();
    ensure(same(maybeTimepoint, pending.when), E.WrongTimepoint);
    const approvals = pending.approvals.includes(who) ? pending.approvals : [...pending.approvals, who].sort();
    if (approvals.length >= threshold && call.encoded !== undefined) {
      execute(id, who, pending, call.hash, call.encoded, maxWeight);
      return;
    }
    ensure(approvals.length > pending.approvals.length, E.AlreadyApproved);
    multisigs.set(id, call.hash, { ...pending, approvals });
    emit.MultisigApproval(who, pending.when, id, call.hash);
  }

  function execute(id: Hex, who: Hex, pending: Operation, hash: Hex, encoded: Hex, maxWeight: bigint): void {
    const call: Call = decode(rt.callCodec, encoded);
    ensure(BigInt(call.def.weight(call.args)) <= maxWeight, E.WeightTooLow);
    multisigs.remove(id, hash);
    rt.pallets.balances.unreserve(pending.depositor, pending.deposit);
    const outcome = rt.dispatch(call, signed(id));
    const result = outcome.ok ? ({ tag: 'Ok', value: null } as const) : ({ tag: 'Err', value: outcome.error } as const);
    emit.MultisigExecuted(who, pending.when, id, hash, result);
  }

  const base = { threshold: u16, otherSignatories: vec(accountId), maybeTimepoint: option(timepoint) };
  return {
    multisigs,
    storedCalls,
    calls: {
      asMultiThreshold1: rt.call(
        'Multisig',
        'as_multi_threshold_1',
        { otherSignatories: vec(accountId), call: rt.callCodec },
        { weight: ({ call }) => 45_000_000 + call.def.weight(call.args) },
        (origin, { otherSignatories, call }) => {
          const who = ensureSigned(origin);
          ensure(otherSignatories.length > 0, E.TooFewSignatories);
          const outcome = rt.dispatch(call, signed(multisigAccount(allSignatories(who, otherSignatories), 1)));
          if (!outcome.ok) throw failure(outcome.error, outcome.name);
        },
      ),
      asMulti: rt.call(
        'Multisig',
        'as_multi',
        { ...base, call: bytes, storeCall: bool, maxWeight: u64 },
        { weight: ({ maxWeight }) => 300_000_000 + Number(maxWeight) },
        (origin, { threshold, otherSignatories, maybeTimepoint, call, storeCall, maxWeight }) => {
          const request = { hash: blake2_256(call), encoded: call, store: storeCall };
          operate(ensureSigned(origin), threshold, otherSignatories, maybeTimepoint, request, maxWeight);
        },
      ),
      approveAsMulti: rt.call(
        'Multisig',
        'approve_as_multi',
        { ...base, callHash: fixed(32), maxWeight: u64 },
        { weight: 300_000_000 },
        (origin, { threshold, otherSignatories, maybeTimepoint, callHash, maxWeight }) => {
          operate(
            ensureSigned(origin),
            threshold,
            otherSignatories,
            maybeTimepoint,
            { hash: callHash, store: false },
            maxWeight,
          );
        },
      ),
      cancelAsMulti: rt.call(
        'Multisig',
        'cancel_as_multi',
        { threshold: u16, otherSignatories: vec(accountId), timepoint, callHash: fixed(32) },
        { weight: 300_000_000 },
        (origin, { threshold, otherSignatories, timepoint: when, callHash }) => {
          const who = ensureSigned(origin);
          checkSize(threshold, otherSignatories);
          const id = multisigAccount(allSignatories(who, otherSignatories), threshold);
          const pending = multisigs.get(id, callHash);
          if (pending === undefined) throw E.NotFound();
          ensure(same(when, pending.when), E.WrongTimepoint);
          ensure(pending.depositor === who, E.NotOwner);
          rt.pallets.balances.unreserve(pending.depositor, pending.deposit);
          multisigs.remove(id, callHash);
          emit.MultisigCancelled(who, when, id, callHash);
        },
      ),
    },
  };
}
