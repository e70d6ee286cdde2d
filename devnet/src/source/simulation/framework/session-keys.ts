import { createHash } from 'node:crypto';
import { getPublicKey, secretFromSeed, sign } from '@scure/sr25519';
import type { Hex } from '../../../codec/scale';
import { type Signer, signer } from './keys';

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

/** The keys a local validator's node holds, from its stash alone. */
export interface SessionSecrets {
  readonly keys: { grandpa: Hex; babe: Hex; imOnline: Hex; authorityDiscovery: Hex };
  readonly grandpa: Signer;
  /** sr25519, as heartbeats are signed; the same bytes for the same payload */
  signHeartbeat(payload: Uint8Array): Hex;
}

const known = new Map<Hex, SessionSecrets>();

export function sessionSecrets(stash: Hex): SessionSecrets {
  const found = known.get(stash);
  if (found !== undefined) return found;
  const sr25519 = (kind: string) => secretFromSeed(createHash('sha256').update(`${stash} ${kind}`).digest());
  const imOnline = sr25519('imon');
  const grandpa = signer(`${stash} gran`);
  const secrets: SessionSecrets = {
    keys: {
      grandpa: grandpa.account,
      babe: hex(getPublicKey(sr25519('babe'))),
      imOnline: hex(getPublicKey(imOnline)),
      authorityDiscovery: hex(getPublicKey(sr25519('audi'))),
    },
    grandpa,
    // the nonce comes from key and payload, so that a chain made again has the same bytes
    signHeartbeat: (payload) =>
      hex(
        sign(imOnline, payload, (length = 32) =>
          createHash('shake256', { outputLength: length }).update(payload).digest(),
        ),
      ),
  };
  known.set(stash, secrets);
  return secrets;
}
