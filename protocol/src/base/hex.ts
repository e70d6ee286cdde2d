/**
 * Bytes as `0x…` text and back. Written out by hand: the indexer's sandbox has neither TextEncoder nor a full Buffer,
 * and these run once for every key and value of every block.
 */
export type Hex = `0x${string}`;

const DIGITS = '0123456789abcdef';
const PAIRS: string[] = [];
for (let byte = 0; byte < 256; byte++) PAIRS.push(DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15));

const digitValue = (code: number): number => {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  if (code >= 65 && code <= 70) return code - 55;
  return -1;
};

/** True for `0x` and an even number of hex digits, any case; with `byteLength`, of exactly that many bytes. */
export const isHex = (text: string, byteLength?: number): text is Hex =>
  /^0x(?:[0-9a-fA-F]{2})*$/.test(text) && (byteLength === undefined || text.length === 2 + 2 * byteLength);

/** Bytes as lower-case `0x…` text. */
export const bytesToHex = (bytes: Uint8Array): Hex => {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += PAIRS[bytes[i] as number];
  return `0x${text}`;
};

/** `0x…` text as bytes. Throws when the text is not hex of whole bytes. */
export const hexToBytes = (text: string): Uint8Array => {
  if (!text.startsWith('0x') || text.length % 2 !== 0) throw new Error(`not hex bytes: ${text.slice(0, 40)}`);
  const bytes = new Uint8Array(text.length / 2 - 1);
  for (let i = 0; i < bytes.length; i++) {
    const high = digitValue(text.charCodeAt(2 + 2 * i));
    const low = digitValue(text.charCodeAt(3 + 2 * i));
    if (high < 0 || low < 0) throw new Error(`not hex bytes: ${text.slice(0, 40)}`);
    bytes[i] = high * 16 + low;
  }
  return bytes;
};
