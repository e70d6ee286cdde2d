import { InputError } from '../../input-error';
import { headerHash } from '../header';
import type { Header, Hex } from '../source';

export type Write = [key: Hex, value: Hex | null];

export interface RecordedBlock {
  hash: Hex;
  header: Header;
  extrinsics: Hex[];
  diff: Write[];
}

/** The block on one line of `blocks.ndjson.gz`, checked; `parentHash` and `number` are those it must continue. */
export function recordedBlock(value: unknown, number: number, parentHash: Hex): RecordedBlock {
  const fail = (what: string): never => {
    throw new InputError(`block ${number} in blocks.ndjson.gz ${what}`);
  };
  if (!isObject(value) || !isObject(value.header)) return fail('is not an object with a header');
  if (value.number !== number) return fail(`is missing: block ${String(value.number)} stands in its place`);
  const header = recordedHeader(value.header) ?? fail('has an incomplete header');
  if (header.number !== number) return fail(`has a header that says block ${header.number}`);
  if (header.parentHash !== parentHash)
    return fail(`does not follow block ${number - 1} (parent ${header.parentHash})`);
  const hash = headerHash(header);
  if (value.hash !== hash) return fail(`says its hash is ${String(value.hash)}, but its header hashes to ${hash}`);
  if (!Array.isArray(value.extrinsics) || !value.extrinsics.every(isHex))
    return fail('has extrinsics that are not hex');
  if (!Array.isArray(value.diff) || !value.diff.every(isWrite)) return fail('has a diff that is not a list of writes');
  return { hash, header, extrinsics: value.extrinsics, diff: value.diff };
}

/** `[key, value | null]`, both hex. */
export function isWrite(value: unknown): value is Write {
  return Array.isArray(value) && value.length === 2 && isHex(value[0]) && (value[1] === null || isHex(value[1]));
}

function recordedHeader(json: Record<string, unknown>): Header | undefined {
  const { parentHash, number, stateRoot, extrinsicsRoot, digest } = json;
  const logs = isObject(digest) ? digest.logs : undefined;
  if (!isHash(parentHash) || !isHash(stateRoot) || !isHash(extrinsicsRoot)) return undefined;
  if (!isHexNumber(number) || !Array.isArray(logs) || !logs.every(isHex)) return undefined;
  return { parentHash, number: Number(number), stateRoot, extrinsicsRoot, digestLogs: logs };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isHex = (value: unknown): value is Hex =>
  typeof value === 'string' && value.length % 2 === 0 && /^0x[0-9a-f]*$/.test(value);
const isHash = (value: unknown): value is Hex => isHex(value) && value.length === 66;
const isHexNumber = (value: unknown): value is string => typeof value === 'string' && /^0x[0-9a-f]{1,8}$/.test(value);
