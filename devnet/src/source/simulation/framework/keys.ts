import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Hex } from '../../../codec/scale';

/** A person of the economy. Ed25519 signs deterministically, so that a chain made again has the same hashes. */
export interface Signer {
  readonly account: Hex;
  sign(payload: Uint8Array): Uint8Array;
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key pair whose secret is the SHA-256 of `name`. */
export function signer(name: string): Signer {
  const secret = createHash('sha256').update(name).digest();
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    account: `0x${spki.subarray(-32).toString('hex')}`,
    sign: (payload) => sign(null, payload, key),
  };
}
