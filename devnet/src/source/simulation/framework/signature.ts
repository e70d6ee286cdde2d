import { ed25519Verify, secp256k1Recover, sr25519Verify } from '@polkadot/util-crypto';
import { blake2_256 } from '../../../codec/hash';
import { fixed, type Hex, type Value, variants } from '../../../codec/scale';

/** A signature of any of the three kinds, as an extrinsic carries it. */
export const multiSignature = variants({ Ed25519: fixed(64), Sr25519: fixed(64), Ecdsa: fixed(65) });
export type MultiSignature = Value<typeof multiSignature>;

const bytes = (hex: Hex): Uint8Array => Buffer.from(hex.slice(2), 'hex');

/** Whether the key behind `account` signed `payload`. An ECDSA account is the hash of its compressed public key. */
export function signedBy(account: Hex, payload: Uint8Array, signature: MultiSignature): boolean {
  const signed = bytes(signature.value);
  try {
    switch (signature.tag) {
      case 'Ed25519':
        return ed25519Verify(payload, signed, bytes(account));
      case 'Sr25519':
        return sr25519Verify(payload, signed, bytes(account));
      case 'Ecdsa': {
        const digest = bytes(blake2_256(payload));
        const key = secp256k1Recover(digest, signed.subarray(0, 64), signed[64] ?? 0, 'blake2');
        return blake2_256(key) === account;
      }
    }
  } catch {
    // what is no point of the curve or no scalar is nobody's signature
    return false;
  }
}
