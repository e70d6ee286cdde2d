import { sr25519Verify } from '@polkadot/util-crypto';
import { accountId, bytes, encodeBytes, fixed, type Hex, struct, variants, vec } from '../../../../codec/scale';
import { ensure, ensureRoot, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { attested } from './attestation';
import { verifyEnclave } from './enclave';
import type { SworkRules } from './rules';
import type { SworkStorage } from './storage';
import type { SworkEvents } from './swork';

const key32 = fixed(32);
/** what an already registered enclave signs when it vouches for a new one */
const registerPayload = struct({
  code: bytes,
  who: accountId,
  pubkey: bytes,
  public: variants({ Ed25519: key32, Sr25519: key32, Ecdsa: fixed(33) }),
});
const raw = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');
/** the first `length` bytes, zero padded */
const cutTo = (hex: Hex, length: number): Hex => `0x${hex.slice(2, 2 + 2 * length).padEnd(2 * length, '0')}`;

/** How an enclave's key comes on the chain's list. */
export function registerCalls(rt: Runtime, s: SworkStorage, emit: SworkEvents, rules: SworkRules) {
  const E = rt.errors('Swork', 'IllegalApplier', 'IllegalIdentity', 'GroupOwnerForbidden', 'InvalidTeeSignature');

  function checkApplicant(who: Hex, applier: Hex): void {
    ensure(who === applier, E.IllegalApplier);
    ensure(!s.groups.has(who), E.GroupOwnerForbidden);
  }

  const isLegal = (code: Hex): boolean => (s.codes.get(code) ?? 0) > rt.block();

  return {
    /** The Intel route: new certificates cannot be had any more, old ones still register the enclaves they were made for. */
    register: rt.call(
      'Swork',
      'register',
      { iasSig: bytes, iasCert: bytes, applier: accountId, isvBody: bytes, sig: bytes },
      { weight: 5_251_000_000, class: rules.reportClass },
      (origin, shown) => {
        const who = ensureSigned(origin);
        checkApplicant(who, shown.applier);
        const enclave = attested(shown);
        if (enclave === undefined || !isLegal(enclave.code)) throw E.IllegalIdentity();
        s.pubKeys.set(enclave.pk, { code: enclave.code, anchor: null });
        emit.RegisterSuccess(who, enclave.pk);
      },
    ),
    registerWithDeauthChain: rt.call(
      'Swork',
      'register_with_deauth_chain',
      {
        applier: accountId,
        code: bytes,
        pubkeys: vec(bytes),
        signatures: vec(bytes),
        teePubkey: bytes,
        teeSignature: bytes,
      },
      { weight: 5_251_000_000 },
      (origin, { applier, code, pubkeys, signatures, teePubkey, teeSignature }) => {
        const who = ensureSigned(origin);
        checkApplicant(who, applier);
        ensure(isLegal(code), E.IllegalIdentity);
        const pairs = pubkeys.slice(0, signatures.length).map((pk, i) => [pk, signatures[i] ?? '0x'] as const);
        const payload = deauthPayload(code, applier, teePubkey, pairs);
        ensure(verifyEnclave(teePubkey, payload, teeSignature), E.IllegalIdentity);
        for (const [pubkey, signature] of pairs) {
          const voucher = cutTo(pubkey, 32);
          const vouched = { code, who, pubkey: teePubkey, public: { tag: 'Sr25519' as const, value: voucher } };
          ensure(s.allowedTeePublicKeys.get().includes(voucher), E.InvalidTeeSignature);
          const valid = sr25519Verify(encodeBytes(registerPayload, vouched), raw(cutTo(signature, 64)), raw(voucher));
          ensure(valid, E.InvalidTeeSignature);
        }
        s.pubKeys.set(teePubkey, { code, anchor: null });
        emit.RegisterSuccess(who, teePubkey);
      },
    ),
    registerNewTeePubkey: rt.call(
      'Swork',
      'register_new_tee_pubkey',
      { pubkeyVec: bytes },
      { weight: 1000 },
      (origin, args) => {
        ensureRoot(origin);
        s.allowedTeePublicKeys.set([...s.allowedTeePublicKeys.get(), cutTo(args.pubkeyVec, 32)]);
      },
    ),
  };
}

/** The bytes an enclave signs to register: code, account, its key, then each voucher and its signature. */
export function deauthPayload(
  code: Hex,
  applier: Hex,
  teePubkey: Hex,
  pairs: readonly (readonly [Hex, Hex])[],
): Buffer {
  return Buffer.concat([raw(code), raw(applier), raw(teePubkey), ...pairs.flat().map(raw)]);
}
