import { createHash } from 'node:crypto';
import { base32Encode, base58Encode } from '@polkadot/util-crypto';
import type { Hex } from '../../../codec/scale';

/** On chain a CID is its ASCII text. */
export const textHex = (text: string): Hex => `0x${Buffer.from(text).toString('hex')}`;

/** The CID of content called `name`: version 0 or 1, over the name's SHA-256. */
export function cidOf(name: string, version: 0 | 1): string {
  const digest = createHash('sha256').update(name).digest();
  const multihash = Buffer.concat([Buffer.from([0x12, 0x20]), digest]);
  if (version === 0) return base58Encode(multihash);
  return base32Encode(Buffer.concat([Buffer.from([0x01, 0x70]), multihash]), true);
}
