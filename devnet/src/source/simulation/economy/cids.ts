import { createHash } from 'node:crypto';
import { base58Encode } from '@polkadot/util-crypto';
import type { Hex } from '../../../codec/scale';

/** On chain a CID is its ASCII text. */
export const textHex = (text: string): Hex => `0x${Buffer.from(text).toString('hex')}`;

/** The CID of content called `name`: version 0 or 1, over the name's SHA-256. */
export function cidOf(name: string, version: 0 | 1): string {
  const digest = createHash('sha256').update(name).digest();
  const multihash = Buffer.concat([Buffer.from([0x12, 0x20]), digest]);
  if (version === 0) return base58Encode(multihash);
  return `b${base32(Buffer.concat([Buffer.from([0x01, 0x70]), multihash]))}`;
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 in small letters without padding; a million names are made with it. */
function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}
