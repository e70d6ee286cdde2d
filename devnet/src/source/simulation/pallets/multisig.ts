import { readerOf } from '../../../codec/bytes';
import { blake2_256 } from '../../../codec/hash';
import {
  accountId,
  bool,
  bytes,
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
import { type Call, dispatchResult, ensure, ensureSigned, failure, type PostInfo, signed } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat, identity, twox64Concat } from '../framework/storage';
import { READ, WRITE } from '../framework/weights';
import { multisigAccount } from './multisig-account';
import { WEIGHTS } from './multisig-weights';
import { runtimeValues } from './runtime-values';

/** beside that of an item: 88 bytes, and 32 for each signatory */
const BASE_BYTES_DEPOSIT = 88_000_000_000n;
const DEPOSIT_FACTOR = 32_000_000_000n;
const MAX_SIGNATORIES = 100;

const timepoint = struct({ height: u32, index: u32 });
type Timepoint = Value<typeof timepoint>;
const operation = struct({ when: timepoint, deposit: u128, depositor: accountId, approvals: vec(accountId) });
type Operation = Value<typeof operation>;

export type Multisig = ReturnType<typeof multisigPallet>;

/** Calls that several accounts must approve. */
export function multisigPallet(rt: Runtime) {
  const depositBase = runtimeValues(rt.spec).depositPerItem + BASE_BYTES_DEPOSIT;
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
    'AlreadyStored',
  );

  function allSignatories(who: Hex, others: readonly Hex[]): Hex[] {
    let last: Hex | undefined;
    for (const other of others) {
      ensure(last === undefined || last < other, E.SignatoriesOutOfOrder);
      ensure(other !== who, E.SenderInSignatories);
      last = other;
    }
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

  interface Request {
    readonly hash: Hex;
    /** undefined for an approval by hash alone */
    readonly encoded?: Hex;
    readonly store: boolean;
  }

  /** Keeps the call for those who approve it later by its hash; the deposit grows with its length. */
  function keep(who: Hex, { hash, encoded, store }: Request, deposit: bigint): boolean {
    if (!store || encoded === undefined) return false;
    ensure(!storedCalls.has(hash), E.AlreadyStored);
    const words = BigInt(Math.ceil((encoded.length - 2) / 64));
    const total = deposit + depositBase + DEPOSIT_FACTOR * words;
    rt.pallets.balances.reserve(who, total);
    storedCalls.set(hash, [encoded, who, total]);
    return true;
  }
  function forget(hash: Hex): void {
    const stored = storedCalls.get(hash);
    if (stored === undefined) return;
    storedCalls.remove(hash);
    rt.pallets.balances.unreserve(stored[1], stored[2]);
  }
  function callOf({ hash, encoded }: Request): { call: Call; length: number } | undefined {
    const bytesOfCall = encoded ?? storedCalls.get(hash)?.[0];
    if (bytesOfCall === undefined) return undefined;
    try {
      // bytes behind the call do not matter
      return { call: rt.callCodec.dec(readerOf(bytesOfCall)), length: (bytesOfCall.length - 2) / 2 };
    } catch {
      return undefined; // bytes that are no call can be approved for ever, but not be run
    }
  }

  function operate(
    who: Hex,
    threshold: number,
    others: readonly Hex[],
    maybeTimepoint: Timepoint | null,
    request: Request,
    maxWeight: bigint,
  ): PostInfo {
    checkSize(threshold, others);
    const { hash } = request;
    const id = multisigAccount(allSignatories(who, others), threshold);
    const length = request.encoded === undefined ? 0 : (request.encoded.length - 2) / 2;
    const pending = multisigs.get(id, hash);
    if (pending === undefined) {
      ensure(maybeTimepoint === null, E.UnexpectedTimepoint);
      const deposit = depositBase + DEPOSIT_FACTOR * BigInt(threshold);
      const stored = keep(who, request, deposit);
      if (!stored) rt.pallets.balances.reserve(who, deposit);
      multisigs.set(id, hash, { when: here(), deposit, depositor: who, approvals: [who] });
      emit.NewMultisig(who, id, hash);
      return { weight: (stored ? WEIGHTS.createAndStore : WEIGHTS.create)(others.length, length) };
    }
    if (maybeTimepoint === null) throw E.NoTimepoint();
    ensure(same(maybeTimepoint, pending.when), E.WrongTimepoint);
    const needed = pending.approvals.length < threshold && !pending.approvals.includes(who);
    const ready = pending.approvals.length + (needed ? 1 : 0) >= threshold ? callOf(request) : undefined;
    if (ready !== undefined) {
      ensure(BigInt(ready.call.def.weight(ready.call.args)) <= maxWeight, E.WeightTooLow);
      const used = execute(id, who, pending, hash, ready.call);
      return used === undefined ? {} : { weight: WEIGHTS.complete(others.length, ready.length) + used };
    }
    const stored = keep(who, request, 0n);
    if (needed) {
      multisigs.set(id, hash, { ...pending, approvals: [...pending.approvals, who].sort() });
      emit.MultisigApproval(who, pending.when, id, hash);
    } else ensure(stored, E.AlreadyApproved);
    return { weight: (stored ? WEIGHTS.approveAndStore : WEIGHTS.approve)(others.length, length) };
  }

  /** Runs what enough have approved; returns what it weighed if it says so. */
  function execute(id: Hex, who: Hex, pending: Operation, hash: Hex, call: Call): number | undefined {
    multisigs.remove(id, hash);
    forget(hash);
    rt.pallets.balances.unreserve(pending.depositor, pending.deposit);
    const outcome = rt.dispatch(call, signed(id));
    const result = outcome.ok ? ({ tag: 'Ok', value: null } as const) : ({ tag: 'Err', value: outcome.error } as const);
    emit.MultisigExecuted(who, pending.when, id, hash, result);
    return outcome.post.weight;
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
        {
          weight: ({ call }) => WEIGHTS.alone + READ + WRITE + call.def.weight(call.args),
          class: ({ call }) => call.def.class(call.args),
        },
        (origin, { otherSignatories, call }) => {
          const who = ensureSigned(origin);
          ensure(otherSignatories.length > 0, E.TooFewSignatories);
          ensure(otherSignatories.length < MAX_SIGNATORIES, E.TooManySignatories);
          const outcome = rt.dispatch(call, signed(multisigAccount(allSignatories(who, otherSignatories), 1)));
          const { weight } = outcome.post;
          const used = weight === undefined ? {} : { weight: WEIGHTS.alone + weight };
          if (!outcome.ok) throw Object.assign(failure(outcome.error, outcome.name), used);
          return used;
        },
      ),
      asMulti: rt.call(
        'Multisig',
        'as_multi',
        { ...base, call: bytes, storeCall: bool, maxWeight: u64 },
        {
          weight: ({ otherSignatories: o, call, maxWeight }) =>
            WEIGHTS.complete(o.length, (call.length - 2) / 2) + Number(maxWeight),
        },
        (origin, { threshold, otherSignatories, maybeTimepoint, call, storeCall, maxWeight }) => {
          const request = { hash: blake2_256(call), encoded: call, store: storeCall };
          return operate(ensureSigned(origin), threshold, otherSignatories, maybeTimepoint, request, maxWeight);
        },
      ),
      approveAsMulti: rt.call(
        'Multisig',
        'approve_as_multi',
        { ...base, callHash: fixed(32), maxWeight: u64 },
        {
          weight: ({ otherSignatories: o, maxWeight }) => WEIGHTS.approveByHash(o.length) + Number(maxWeight),
        },
        (origin, { threshold, otherSignatories, maybeTimepoint, callHash, maxWeight }) => {
          return operate(
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
        { weight: ({ otherSignatories: o }) => WEIGHTS.cancel(o.length) },
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
          forget(callHash);
          emit.MultisigCancelled(who, when, id, callHash);
        },
      ),
    },
  };
}
