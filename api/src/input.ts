import { asciiToBytes, bytesToHex, encodeAddress, fileId, isFileId, isHex, normalizeAddress } from '@moho/protocol';
import { base32 } from 'multiformats/bases/base32';
import { base36 } from 'multiformats/bases/base36';
import { base58btc } from 'multiformats/bases/base58';
import { CID } from 'multiformats/cid';
import { badInput, quoted } from './errors';

const MAX_TEXT = 256;

/** Free text of a user: at most 256 characters, no NUL (Postgres cannot hold one). */
export const readText = (name: string, text: string): string => {
  if (text.length > MAX_TEXT) throw badInput(`"${name}" is too long: at most ${MAX_TEXT} characters are read.`);
  if (text.includes('\0')) throw badInput(`"${name}" contains a NUL character.`);
  return text;
};

export const readOptional = <T>(text: string | null | undefined, read: (text: string) => T): T | null =>
  text === null || text === undefined ? null : read(text);

/** An address of any network or a 32-byte public key in hex, as Crust writes it. */
export const parseAccount = (text: string): string | null =>
  isHex(text, 32) ? encodeAddress(text.toLowerCase() as `0x${string}`) : normalizeAddress(text);

export const readAddress = (name: string, text: string): string => {
  const address = parseAccount(readText(name, text.trim()));
  if (address === null) throw badInput(`${quoted(text)} is not an account address.`);
  return address;
};

const MAX_HEX_CHARS = 1024;

/** 0x-hex in lower case: anchors, keys, codes, hashes. */
export const readHex = (name: string, text: string): string => {
  const trimmed = text.trim();
  if (trimmed.length > MAX_HEX_CHARS || !isHex(trimmed)) throw badInput(`"${name}" is 0x-hex, not ${quoted(text)}.`);
  return trimmed.toLowerCase();
};

/** The content identifier this text spells, in any of the usual bases, or null. */
export const parseCid = (text: string): CID | null => {
  if (text.length < 8 || text.length > 128) return null;
  const bases = { b: base32, k: base36, z: base58btc } as const;
  try {
    if (text.startsWith('Qm')) return CID.parse(text);
    const base = bases[text.charAt(0) as keyof typeof bases];
    return base === undefined ? null : CID.parse(text, base);
  } catch {
    // multiformats throws on everything that is not a CID; that is the answer here
    return null;
  }
};

/** The id of a file as the index has it, for a CID or a file id; BAD_INPUT for anything else. */
export const readFileId = (name: string, text: string): string => {
  const trimmed = readText(name, text.trim());
  if (!isFileId(trimmed)) throw badInput(`${quoted(text)} is not a CID.`);
  return trimmed;
};

export const notACid = (text: string) =>
  badInput(`${quoted(text)} is not a CID; a CID looks like "Qm…" (46 characters) or "bafy…".`);

/** Hex of the text's bytes, which is what the chain stores as a CID. */
export const cidHexOf = (cid: string): string => bytesToHex(asciiToBytes(cid));

/** Other spellings of the same content that people use: version 0 in base58, version 1 in base32. */
export const cidSiblings = (text: string): { cid: string; version: number; encoding: string }[] => {
  const cid = parseCid(text);
  if (cid === null) return [];
  const spellings = [{ cid: cid.toV1().toString(base32), version: 1, encoding: 'base32' }];
  const isV0Content = cid.code === 0x70 && cid.multihash.code === 0x12 && cid.multihash.size === 32;
  if (isV0Content) spellings.unshift({ cid: cid.toV0().toString(), version: 0, encoding: 'base58btc' });
  return spellings.filter((spelling) => spelling.cid !== text && fileId(asciiToBytes(spelling.cid)) === spelling.cid);
};

/** A count of things below a limit, e.g. slots of a grid. */
export const readCount = (name: string, value: number, most: number): number => {
  if (value < 1 || value > most) throw badInput(`"${name}" is a number from 1 to ${most}, not ${value}.`);
  return value;
};

/** A number that counts from 0, such as a block, an era or a slot. */
export const readNumber = (name: string, value: number | null | undefined): number | null => {
  if (value == null) return null;
  if (value < 0) throw badInput(`"${name}" is a number from 0 on, not ${value}.`);
  return value;
};

/** Two ends of a range: neither negative, and the first not beyond the second. */
export const checkRange = <From extends string, To extends string>(
  range: { [name in From | To]?: number | string | null } | null | undefined,
  from: From,
  to: To,
): void => {
  const ends = [from, to].map((name) => {
    const value = range?.[name as From | To];
    if (value == null) return null;
    if (BigInt(value) < 0n) throw badInput(`"${name}" is a number from 0 on, not ${value}.`);
    return BigInt(value);
  });
  const [low, high] = ends;
  if (low != null && high != null && low > high)
    throw badInput(`"${from}" is ${low}, beyond "${to}", which is ${high}.`);
};

/** The name of a pallet, call or event: letters, digits and underscores. */
export const readName = (name: string, text: string): string => {
  const trimmed = readText(name, text.trim());
  if (!/^[A-Za-z]\w*$/.test(trimmed)) throw badInput(`"${name}" is a name like "market", not ${quoted(text)}.`);
  return trimmed;
};

/** A hash of a block or an extrinsic. */
export const readHash = (name: string, text: string): string => {
  const trimmed = text.trim();
  if (!isHex(trimmed, 32)) throw badInput(`"${name}" is 0x and 64 hex digits, not ${quoted(text)}.`);
  return trimmed.toLowerCase();
};

const WHOLE_PERBILL = 1_000_000_000;

/** A part of a whole, in parts of a billion. */
export const readPart = (name: string, value: number | null | undefined): number | null => {
  if (value == null) return null;
  if (value < 0 || value > WHOLE_PERBILL)
    throw badInput(`"${name}" is a number from 0 to ${WHOLE_PERBILL}, not ${value}.`);
  return value;
};

const MOST_PICO = (1n << 128n) - 1n;

/** Pico-CRU a person adds to a price: what the chain's u128 can hold, 0 when nothing is said. */
export const readTips = (name: string, value: string | null | undefined): bigint => {
  const pico = BigInt(value ?? 0);
  if (pico < 0n || pico > MOST_PICO) throw badInput(`"${name}" is from 0 to ${MOST_PICO} pico-CRU, not ${pico}.`);
  return pico;
};
