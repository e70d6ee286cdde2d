import { blake2b256 } from './base/hash';
import { bytesToHex } from './base/hex';

/** The longest CID text that is shown as itself. CIDv0 has 46 characters, CIDv1 of sha2-256 59. */
const MAX_TEXT_BYTES = 128;

const isLetterOrDigit = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/**
 * The id of a file in the index. The chain takes any bytes as a CID (crust-protocol §7 trap 1: it is the ASCII text of
 * the CID, never decoded and never checked). 1 to 128 ASCII letters and digits are the id themselves; anything else is
 * "~" and the blake2-256 of the bytes in hex, so that junk cannot collide with a CID nor break an address.
 */
export const fileId = (cid: Uint8Array): string => {
  if (cid.length < 1 || cid.length > MAX_TEXT_BYTES) return `~${bytesToHex(blake2b256(cid)).slice(2)}`;
  let text = '';
  for (let i = 0; i < cid.length; i++) {
    const byte = cid[i] as number;
    if (!isLetterOrDigit(byte)) return `~${bytesToHex(blake2b256(cid)).slice(2)}`;
    text += String.fromCharCode(byte);
  }
  return text;
};

/** True when the text can be a file's id: letters and digits, or "~" with 64 hex digits. */
export const isFileId = (text: string): boolean => /^(?:[A-Za-z0-9]{1,128}|~[0-9a-f]{64})$/.test(text);
