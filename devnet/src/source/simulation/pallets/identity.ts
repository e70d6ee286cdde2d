import {
  accountId,
  type Codec,
  fixed,
  type Hex,
  names,
  option,
  struct,
  tuple,
  u32,
  u128,
  vec,
} from '../../../codec/scale';
import { ensure, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { blake2_128Concat, twox64Concat } from '../framework/storage';
import { READ, reads, WRITE, writes } from '../framework/weights';

const BASIC_DEPOSIT = 5_000_000_000_000n;
const FIELD_DEPOSIT = 1_000_000_000_000n;
const MAX_ADDITIONAL_FIELDS = 100;
const MAX_REGISTRARS = 20;
const MAX_SUBS = 100;
const SUB_DEPOSIT = 2_000_000_000_000n;
const newSubsWeight = (subs: number) => 52_415_000 + 9_876_000 * subs + reads(2 + subs) + writes(1 + subs);
const oldSubsWeight = (subs: number) => 48_406_000 + 3_392_000 * subs + reads(2) + writes(1 + subs);
const setWeight = (registrars: number, fields: number) =>
  73_891_000 + 279_000 * registrars + 1_819_000 * fields + READ + WRITE;
const clearWeight = (judgements: number, subs: number, fields: number) =>
  61_817_000 + 202_000 * judgements + 3_417_000 * subs + 1_075_000 * fields + reads(2) + writes(2 + subs);

/** Identity's `Data`: none, or up to 32 raw bytes (hashes are not set here). */
export const identityData: Codec<Hex> = {
  enc: (w, v) => {
    const length = (v.length - 2) / 2;
    if (length > 32) throw new Error(`an identity field holds at most 32 bytes, not ${length}`);
    w.u8(length === 0 ? 0 : length + 1);
    w.hex(v);
  },
  dec: (r) => {
    const tag = r.u8();
    if (tag > 33) throw new Error(`identity data of kind ${tag} is not modelled here`);
    return r.hex(tag === 0 ? 0 : tag - 1);
  },
};
export const identityInfo = struct({
  additional: vec(tuple(identityData, identityData)),
  display: identityData,
  legal: identityData,
  web: identityData,
  riot: identityData,
  email: identityData,
  pgpFingerprint: option(fixed(20)),
  image: identityData,
  twitter: identityData,
});
const judgement = names('Unknown');
const registration = struct({ judgements: vec(tuple(u32, judgement)), deposit: u128, info: identityInfo });

export type Identity = ReturnType<typeof identityPallet>;

/** Names that accounts give themselves. */
export function identityPallet(rt: Runtime) {
  const identityOf = rt.storage('Identity').map('IdentityOf', twox64Concat(accountId), registration);
  const superOf = rt.storage('Identity').map('SuperOf', blake2_128Concat(accountId), tuple(accountId, identityData));
  const subsOf = rt.storage('Identity').map('SubsOf', twox64Concat(accountId), tuple(u128, vec(accountId)));
  const emit = rt.emitters('Identity', { IdentitySet: [accountId], IdentityCleared: [accountId, u128] });
  const E = rt.errors('Identity', 'TooManyFields', 'NotNamed', 'NotFound', 'TooManySubAccounts', 'AlreadyClaimed');
  /** the sub-accounts of an account and what is reserved for them */
  const subs = (who: Hex): readonly [deposit: bigint, accounts: readonly Hex[]] => subsOf.get(who) ?? [0n, []];

  return {
    identityOf,
    superOf,
    calls: {
      setIdentity: rt.call(
        'Identity',
        'set_identity',
        { info: identityInfo },
        { weight: setWeight(MAX_REGISTRARS, MAX_ADDITIONAL_FIELDS) },
        (origin, { info }) => {
          const who = ensureSigned(origin);
          ensure(info.additional.length <= MAX_ADDITIONAL_FIELDS, E.TooManyFields);
          const old = identityOf.get(who)?.deposit ?? 0n;
          const deposit = BASIC_DEPOSIT + FIELD_DEPOSIT * BigInt(info.additional.length);
          if (deposit > old) rt.pallets.balances.reserve(who, deposit - old);
          if (old > deposit) rt.pallets.balances.unreserve(who, old - deposit);
          identityOf.set(who, { judgements: [], deposit, info });
          emit.IdentitySet(who);
          return { weight: setWeight(0, info.additional.length) };
        },
      ),
      // has no event of its own
      setSubs: rt.call(
        'Identity',
        'set_subs',
        { subs: vec(tuple(accountId, identityData)) },
        { weight: ({ subs: named }) => oldSubsWeight(MAX_SUBS) + newSubsWeight(named.length) },
        (origin, { subs: named }) => {
          const who = ensureSigned(origin);
          ensure(identityOf.get(who) !== undefined, E.NotFound);
          ensure(named.length <= MAX_SUBS, E.TooManySubAccounts);
          const [deposit, old] = subs(who);
          const isFree = ([account]: readonly [Hex, Hex]) => (superOf.get(account)?.[0] ?? who) === who;
          ensure(named.every(isFree), E.AlreadyClaimed);
          const due = SUB_DEPOSIT * BigInt(named.length);
          if (due > deposit) rt.pallets.balances.reserve(who, due - deposit);
          if (deposit > due) rt.pallets.balances.unreserve(who, deposit - due);
          for (const account of old) superOf.remove(account);
          for (const [account, name] of named) superOf.set(account, [who, name]);
          if (named.length === 0) subsOf.remove(who);
          else subsOf.set(who, [due, named.map(([account]) => account)]);
          return { weight: oldSubsWeight(old.length) + newSubsWeight(named.length) };
        },
      ),
      clearIdentity: rt.call(
        'Identity',
        'clear_identity',
        {},
        { weight: clearWeight(MAX_REGISTRARS, MAX_SUBS, MAX_ADDITIONAL_FIELDS) },
        (origin) => {
          const who = ensureSigned(origin);
          const row = identityOf.get(who);
          if (row === undefined) throw E.NotNamed();
          const [subDeposit, accounts] = subs(who);
          subsOf.remove(who);
          for (const account of accounts) superOf.remove(account);
          identityOf.remove(who);
          const deposit = row.deposit + subDeposit;
          rt.pallets.balances.unreserve(who, deposit);
          emit.IdentityCleared(who, deposit);
          return { weight: clearWeight(row.judgements.length, accounts.length, row.info.additional.length) };
        },
      ),
    },
  };
}
