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
import { twox64Concat } from '../framework/storage';
import { READ, reads, WRITE, writes } from '../framework/weights';

const BASIC_DEPOSIT = 5_000_000_000_000n;
const FIELD_DEPOSIT = 1_000_000_000_000n;
const MAX_ADDITIONAL_FIELDS = 100;
const MAX_REGISTRARS = 20;
const MAX_SUBS = 100;
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
  const emit = rt.emitters('Identity', { IdentitySet: [accountId], IdentityCleared: [accountId, u128] });
  const E = rt.errors('Identity', 'TooManyFields', 'NotNamed');

  return {
    identityOf,
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
      clearIdentity: rt.call(
        'Identity',
        'clear_identity',
        {},
        { weight: clearWeight(MAX_REGISTRARS, MAX_SUBS, MAX_ADDITIONAL_FIELDS) },
        (origin) => {
          const who = ensureSigned(origin);
          const row = identityOf.get(who);
          if (row === undefined) throw E.NotNamed();
          identityOf.remove(who);
          rt.pallets.balances.unreserve(who, row.deposit);
          emit.IdentityCleared(who, row.deposit);
          return { weight: clearWeight(row.judgements.length, 0, row.info.additional.length) };
        },
      ),
    },
  };
}
