import { asciiToBytes, bytesToHex, encodeAddress, isFileId, isHex, normalizeAddress } from '@moho/protocol';
import { MAX_NAME_CHARS, readCid } from './cid/read';
import { badInput, quoted } from './errors';

const MAX_TEXT = 256;

/** Free text of a user: at most 256 characters unless told, no NUL (Postgres cannot hold one). */
export const readText = (name: string, text: string, most = MAX_TEXT): string => {
  if (text.length > most) throw badInput(`"${name}" is too long: at most ${most} characters are read.`);
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

export const notACid = (text: string) =>
  badInput(
    `${quoted(text)} is not a CID; a CID looks like "Qm…" (46 characters) or "bafy…", and may stand in an ipfs:// or gateway address or be the 0x-hex of its bytes on chain.`,
  );

/** The id of a file as the index has it, for a CID in any form or a file id; BAD_INPUT for anything else. */
export const readFileId = (name: string, text: string): string => {
  const trimmed = readText(name, text.trim(), MAX_NAME_CHARS);
  const reading = readCid(trimmed);
  if (reading !== null) return reading.id;
  if (!isFileId(trimmed)) throw notACid(text);
  return trimmed;
};

/** Hex of the text's bytes, which is what the chain stores as a CID. */
export const cidHexOf = (cid: string): string => bytesToHex(asciiToBytes(cid));

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
