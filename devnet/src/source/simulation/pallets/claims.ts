import { keccakAsU8a, secp256k1Recover } from '@polkadot/util-crypto';
import { accountId, bool, fixed, type Hex, hash, tuple, u128 } from '../../../codec/scale';
import { saturatingSub } from '../framework/arithmetic';
import { badOrigin, ensure, ensureRoot, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { identity, twox64Concat } from '../framework/storage';
import { CRU18 } from './locks';

/** "modl" ++ "crclaims" ++ compact length 4 ++ "clai": what is claimed is paid from here. */
export const CLAIM_POT: Hex = `0x${Buffer.from('modlcrclaims\x10clai'.padEnd(32, '\0'), 'latin1').toString('hex')}`;
const PREFIX = 'Pay CRUs to the Crust account:';

export type Claims = ReturnType<typeof claimsPallet>;

/** CRU that are owed to Ethereum accounts, and paid to whoever shows their signature. */
export function claimsPallet(rt: Runtime) {
  const store = rt.storage('Claims');
  const limit = store.value('ClaimLimit', u128, 0n);
  const claims = store.map('Claims', identity(hash), tuple(fixed(20), u128));
  const claimed = store.map('Claimed', identity(hash), bool, false);
  const superior = store.value('Superior', accountId);
  const miner = store.value('Miner', accountId);
  const cru18Claimed = store.map('CRU18Claimed', twox64Concat(accountId), bool, false);
  const emit = rt.emitters('Claims', {
    InitPot: [accountId, u128],
    SuperiorChanged: [accountId],
    MinerChanged: [accountId],
    SetLimitSuccess: [u128],
    MintSuccess: [hash, fixed(20), u128],
    Claimed: [accountId, fixed(20), u128],
    CRU18Claimed: [accountId, u128],
  });
  const E = rt.errors(
    'Claims',
    'IllegalSuperior',
    'MinerNotExist',
    'IllegalMiner',
    'AlreadyBeMint',
    'AlreadyBeClaimed',
    'InvalidEthereumSignature',
    'SignerHasNoClaim',
    'SignatureNotMatch',
    'ExceedClaimLimit',
  );
  /** spec 1 makes new CRU of a claim and has no pot; its calls weigh nothing */
  const hasPot = rt.spec.version > 1;
  const setter = { weight: hasPot ? 1000 : 0 };

  const calls = {
    /** specs 2 and 3: new CRU for the pot */
    initPot: rt.call('Claims', 'init_pot', { amount: u128 }, setter, (origin, { amount }) => {
      ensureRoot(origin);
      rt.pallets.balances.mint(CLAIM_POT, amount, true);
      emit.InitPot(CLAIM_POT, amount);
    }),
    changeSuperior: rt.call('Claims', 'change_superior', { who: accountId }, setter, (origin, { who }) => {
      ensureRoot(origin);
      superior.set(who);
      emit.SuperiorChanged(who);
    }),
    changeMiner: rt.call('Claims', 'change_miner', { who: accountId }, setter, (origin, { who }) => {
      ensureRoot(origin);
      miner.set(who);
      emit.MinerChanged(who);
    }),
    setClaimLimit: rt.call('Claims', 'set_claim_limit', { limit: u128 }, setter, (origin, { limit: value }) => {
      ensure(ensureSigned(origin) === superior.get(), E.IllegalSuperior);
      limit.set(value);
      emit.SetLimitSuccess(value);
    }),
    mintClaim: rt.call(
      'Claims',
      'mint_claim',
      { tx: hash, who: fixed(20), value: u128 },
      setter,
      (origin, { tx, who, value }) => {
        const signer = ensureSigned(origin);
        ensure(miner.exists(), E.MinerNotExist);
        ensure(!claims.has(tx), E.AlreadyBeMint);
        ensure(signer === miner.get(), E.IllegalMiner);
        ensure(limit.get() >= value, E.ExceedClaimLimit);
        claims.set(tx, [who, value]);
        claimed.set(tx, false);
        limit.set(saturatingSub(limit.get(), value));
        emit.MintSuccess(tx, who, value);
      },
    ),
    /** Has no signer: the Ethereum signature vouches for it. */
    claim: rt.call(
      'Claims',
      'claim',
      { dest: accountId, tx: hash, sig: fixed(65) },
      { weight: 0 },
      (origin, { dest, tx, sig }) => {
        if (origin.kind !== 'none') throw badOrigin();
        const claim = claims.get(tx);
        if (claim === undefined) throw E.SignerHasNoClaim();
        ensure(!claimed.get(tx), E.AlreadyBeClaimed);
        const signer = ethereumSigner(sig, claimMessage(dest, tx));
        if (signer === undefined) throw E.InvalidEthereumSignature();
        const [owner, amount] = claim;
        ensure(owner === signer, E.SignatureNotMatch);
        if (hasPot) rt.pallets.balances.transfer(CLAIM_POT, dest, amount, 'AllowDeath');
        else rt.pallets.balances.mint(dest, amount, true);
        claimed.set(tx, true);
        emit.Claimed(dest, signer, amount);
      },
    ),
    /** governance pays out CRU18 that stay locked */
    claimCru18: rt.call(
      'Claims',
      'claim_cru18',
      { dest: accountId, amount: u128 },
      { weight: 200_698_000 },
      (origin, { dest, amount }) => {
        ensureRoot(origin);
        ensure(!cru18Claimed.get(dest), E.AlreadyBeClaimed);
        rt.pallets.balances.transfer(CLAIM_POT, dest, amount, 'AllowDeath');
        rt.pallets.locks.lock(dest, amount, CRU18);
        cru18Claimed.set(dest, true);
        emit.CRU18Claimed(dest, amount);
      },
    ),
  };
  return { calls, claims, claimed, limit, superior, miner };
}

/** What an Ethereum wallet signs to have `tx` paid to `dest`, with the wallet's own words before it. */
export function claimMessage(dest: Hex, tx: Hex): Uint8Array {
  const text = Buffer.from(`${PREFIX}${dest.slice(2)}${tx.slice(2)}`);
  return Buffer.concat([Buffer.from(`\x19Ethereum Signed Message:\n${text.length}`), text]);
}

/** Address of the Ethereum account that signed; undefined for what is no signature. */
function ethereumSigner(signature: Hex, message: Uint8Array): Hex | undefined {
  const bytes = Buffer.from(signature.slice(2), 'hex');
  const given = bytes[64] ?? 0;
  const recovery = given > 26 ? given - 27 : given;
  if (recovery > 3) return undefined;
  try {
    const key = secp256k1Recover(keccakAsU8a(message), bytes.subarray(0, 64), recovery, 'keccak');
    const address = keccakAsU8a(key.subarray(-64)).subarray(12);
    return `0x${Buffer.from(address).toString('hex')}`;
  } catch {
    return undefined;
  }
}
