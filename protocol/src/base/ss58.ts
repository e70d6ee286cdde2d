import { blake2b512 } from './hash';
import { bytesToHex, type Hex, hexToBytes } from './hex';
import { asciiToBytes } from './text';

/** Crust's address prefix (runtime constant SS58Prefix): addresses start with "cT". */
export const SS58_PREFIX = 66;

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECKSUM_CONTEXT = asciiToBytes('SS58PRE');
const ACCOUNT_BYTES = 32;
const CHECKSUM_BYTES = 2;

/** Five digits of base 58 to a limb and two bytes at a time: an indexer writes an address for every party of every event. */
const LIMB = 58 ** 5;

const PAIRS: string[] = [];
for (let pair = 0; pair < 58 * 58; pair++)
  PAIRS.push(ALPHABET.charAt(Math.floor(pair / 58)) + ALPHABET.charAt(pair % 58));

const limbDigits = (limb: number): string => {
  // a limb is under 2^30, so integer arithmetic holds
  const low = limb % 3364;
  const rest = (limb / 3364) | 0;
  return ALPHABET.charAt((rest / 3364) | 0) + PAIRS[rest % 3364] + PAIRS[low];
};

const base58Encode = (bytes: Uint8Array): string => {
  // least significant limb first
  const limbs: number[] = [];
  const push = (value: number, scale: number): void => {
    let carry = value;
    for (let i = 0; i < limbs.length; i++) {
      const sum = carry + (limbs[i] as number) * scale;
      // sums stay under 2^46, so the quotient is exact and no slow remainder of doubles is needed
      carry = Math.floor(sum / LIMB);
      limbs[i] = sum - carry * LIMB;
    }
    if (carry > 0) limbs.push(carry);
  };
  let at = bytes.length % 2;
  if (at === 1) push(bytes[0] as number, 256);
  for (; at < bytes.length; at += 2) push((bytes[at] as number) * 256 + (bytes[at + 1] as number), 65536);
  let digits = '';
  for (let i = limbs.length - 1; i >= 0; i--) digits += limbDigits(limbs[i] as number);
  let zeros = '';
  for (let i = 0; i < bytes.length && bytes[i] === 0; i++) zeros += '1';
  return zeros + digits.replace(/^1+/, '');
};

const base58Decode = (text: string): Uint8Array | null => {
  const bytes: number[] = [];
  for (const char of text) {
    let carry = ALPHABET.indexOf(char);
    if (carry < 0) return null;
    for (let i = 0; i < bytes.length; i++) {
      carry += (bytes[i] as number) * 58;
      bytes[i] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
  }
  for (let i = 0; i < text.length && text.charAt(i) === '1'; i++) bytes.push(0);
  return Uint8Array.from(bytes.reverse());
};

const prefixBytes = (prefix: number): number[] =>
  prefix < 64 ? [prefix] : [((prefix & 0xfc) >> 2) | 0x40, (prefix >> 8) | ((prefix & 3) << 6)];

const checksum = (payload: Uint8Array): Uint8Array => {
  const input = new Uint8Array(CHECKSUM_CONTEXT.length + payload.length);
  input.set(CHECKSUM_CONTEXT);
  input.set(payload, CHECKSUM_CONTEXT.length);
  return blake2b512(input).subarray(0, CHECKSUM_BYTES);
};

/** A 32-byte account id as an SS58 address (Crust's prefix 66 unless told). Throws on any other length or a prefix over 16383. */
export const encodeAddress = (account: Uint8Array | Hex, prefix: number = SS58_PREFIX): string => {
  const id = typeof account === 'string' ? hexToBytes(account) : account;
  if (id.length !== ACCOUNT_BYTES) throw new Error(`an account id has 32 bytes, not ${id.length}`);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > 16383) throw new Error(`not an SS58 prefix: ${prefix}`);
  const head = prefixBytes(prefix);
  const payload = new Uint8Array(head.length + ACCOUNT_BYTES);
  payload.set(head);
  payload.set(id, head.length);
  const full = new Uint8Array(payload.length + CHECKSUM_BYTES);
  full.set(payload);
  full.set(checksum(payload), payload.length);
  return base58Encode(full);
};

export interface DecodedAddress {
  prefix: number;
  account: Uint8Array;
}

/** The account id and prefix of an SS58 address of any network, or null when it is not one (alphabet, length, checksum). */
export const parseAddress = (address: string): DecodedAddress | null => {
  // the longest address of a 32-byte account has 50 characters; more cannot be one and would only cost time
  if (address.length > 64) return null;
  const bytes = base58Decode(address);
  if (bytes === null || bytes.length === 0) return null;
  const first = bytes[0] as number;
  if (first > 127) return null;
  const headLength = first < 64 ? 1 : 2;
  if (bytes.length !== headLength + ACCOUNT_BYTES + CHECKSUM_BYTES) return null;
  const second = bytes[1] as number;
  const prefix = headLength === 1 ? first : ((first & 0x3f) << 2) | (second >> 6) | ((second & 0x3f) << 8);
  const payload = bytes.subarray(0, headLength + ACCOUNT_BYTES);
  const sum = checksum(payload);
  if (sum[0] !== bytes[bytes.length - 2] || sum[1] !== bytes[bytes.length - 1]) return null;
  return { prefix, account: bytes.slice(headLength, headLength + ACCOUNT_BYTES) };
};

/** The 32-byte account id of a Crust address. Throws one clear sentence when the text is no address or one of another network. */
export const decodeAddress = (address: string, prefix: number = SS58_PREFIX): Uint8Array => {
  const parsed = parseAddress(address);
  if (parsed === null) throw new Error(`"${address.slice(0, 64)}" is not an SS58 address`);
  if (parsed.prefix !== prefix) {
    throw new Error(`"${address}" is an address of another network (prefix ${parsed.prefix}, not ${prefix})`);
  }
  return parsed.account;
};

/** The same account as Crust shows it, whatever network's prefix the text carries; null when it is no address. */
export const normalizeAddress = (address: string): string | null => {
  const parsed = parseAddress(address);
  return parsed === null ? null : encodeAddress(parsed.account);
};

/** The account id of a Crust address as hex, as storage keys contain it. */
export const addressToHex = (address: string): Hex => bytesToHex(decodeAddress(address));
