import { type Hex, isHex } from '@moho/protocol/base';
import {
  account,
  bool,
  bytes,
  compact,
  encoded,
  fixed,
  type Integer,
  join,
  option,
  u8,
  u32,
  u64,
  u128,
  vec,
} from './scale';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Write = (value: Json) => Uint8Array;

/** A value this file has no bytes for. Never leaves it. */
class Unknown extends Error {}

const integer =
  (write: (value: Integer) => Uint8Array): Write =>
  (value) => {
    if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))) return write(value);
    throw new Unknown();
  };
/** Long texts are cut by the index, and then they are no hex any more. */
const hex =
  (write: (value: string) => Uint8Array): Write =>
  (value) => {
    if (typeof value !== 'string' || !isHex(value)) throw new Unknown();
    return write(value);
  };
const address: Write = (value) => {
  if (typeof value !== 'string') throw new Unknown();
  return account(value);
};
/** 32 bytes that some runtimes show as an address and others as hex. */
const key: Write = (value) => (typeof value === 'string' && isHex(value) ? fixed(value) : address(value));

const field = (value: Json, name: string): Json => {
  const found = value !== null && typeof value === 'object' && !Array.isArray(value) ? value[name] : undefined;
  if (found === undefined) throw new Unknown();
  return found;
};
/** An enumeration without content: its names in the runtime's order. */
const oneOf =
  (...names: string[]): Write =>
  (value) => {
    const at = names.findIndex((name) => name.toLowerCase() === String(value).toLowerCase());
    if (at < 0) throw new Unknown();
    return u8(at);
  };
const timepoint: Write = (value) => join(integer(u32)(field(value, 'height')), integer(u32)(field(value, 'index')));

/** sp_runtime's DispatchError; only the variants all of Crust's runtimes have. */
const dispatchError: Write = (value) => {
  const name = typeof value === 'string' ? value : Object.keys((value ?? {}) as object)[0];
  switch (name?.toLowerCase()) {
    case 'other':
      return u8(0);
    case 'cannotlookup':
      return u8(1);
    case 'badorigin':
      return u8(2);
    case 'module': {
      const module = field(value, 'module');
      return join(u8(3), integer(u8)(field(module, 'index')), integer(u8)(field(module, 'error')));
    }
    default:
      throw new Unknown();
  }
};
const dispatchResult: Write = (value) => {
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && 'err' in value)
    return join(u8(1), dispatchError(field(value, 'err')));
  return u8(0);
};
const dispatchInfo: Write = (value) =>
  join(
    integer(u64)(field(value, 'weight')),
    oneOf('Normal', 'Operational', 'Mandatory')(field(value, 'class')),
    oneOf('Yes', 'No')(field(value, 'paysFee')),
  );

const of = (write: Write, ...types: string[]): [string, Write][] => types.map((type) => [type, write]);

/** How a field of an event is encoded, by the runtime's own name of its type (crust-protocol §1.3, §1.6, §1.9). */
const WRITERS = new Map<string, Write>([
  ...of(address, 'AccountId'),
  ...of(integer(u128), 'Balance', 'BalanceOf', 'u128'),
  ...of(integer(u64), 'u64', 'ReportSlot'),
  ...of(integer(u32), 'u32', 'BlockNumber', 'EraIndex', 'SessionIndex', 'ProposalIndex', 'MemberCount', 'PropIndex'),
  ...of(integer(u32), 'ReferendumIndex', 'RegistrarIndex'),
  ...of(integer(u8), 'u8'),
  ...of((value) => bool(value === true), 'bool'),
  ...of(hex(bytes), 'MerkleRoot', 'SworkerPubKey', 'SworkerAnchor', 'SworkerCode', 'Bytes', 'Vec<u8>'),
  ...of(key, 'AuthorityId'),
  ...of(hex(bytes), 'OpaqueTimeSlot'),
  ...of(hex(fixed), 'Kind', 'EthereumAddress', 'EthereumTxHash', 'ResourceId'),
  ...of(hex(fixed), 'Hash', 'CallHash', 'H256', '[u8;32]'),
  ...of(timepoint, 'Timepoint', 'Timepoint<BlockNumber>'),
  ...of(oneOf('SWORK', 'MARKET'), 'FundsType'),
  ...of(oneOf('Free', 'Reserved'), 'Status', 'BalanceStatus'),
  ...of(dispatchError, 'DispatchError'),
  ...of(dispatchResult, 'DispatchResult'),
  ...of(dispatchInfo, 'DispatchInfo'),
  ...of(
    (value) => integer(compact)(Object.values((value ?? {}) as { [key: string]: Json })[0] ?? null),
    'ValidatorPrefs',
  ),
]);

/** Splits `A,B<C,D>` at the commas of the outermost level. */
const parts = (list: string): string[] => {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    if ('<(['.includes(list.charAt(i))) depth++;
    else if ('>)]'.includes(list.charAt(i))) depth--;
    else if (list.charAt(i) === ',' && depth === 0) {
      found.push(list.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...found, list.slice(start).trim()];
};

/** Names the runtime gives to lists and pairs. */
const ALIASES: Readonly<Record<string, string>> = {
  AuthorityList: 'Vec<(AuthorityId,u64)>',
  'TaskAddress<BlockNumber>': '(BlockNumber,u32)',
};

const writerOf = (type: string): Write => {
  const alias = ALIASES[type];
  if (alias !== undefined) return writerOf(alias);
  const known = WRITERS.get(type);
  if (known) return known;
  const generic = /^(Vec|Option|Compact)<(.*)>$/.exec(type);
  if (generic) {
    const inner = writerOf(generic[2] as string);
    if (generic[1] === 'Option') return (value) => option(value, inner);
    if (generic[1] === 'Compact') return integer(compact);
    return (value) => {
      if (!Array.isArray(value)) throw new Unknown();
      return vec(value, inner);
    };
  }
  if (type.startsWith('(') && type.endsWith(')')) {
    const writers = parts(type.slice(1, -1)).map(writerOf);
    return (value) => {
      if (!Array.isArray(value) || value.length !== writers.length) throw new Unknown();
      return join(...writers.map((write, i) => write(value[i] as Json)));
    };
  }
  throw new Unknown();
};

/**
 * The SCALE bytes of an event's fields, from the index's JSON `[{type, value}]`; null when a field is of a type that is
 * not known here or was cut for its length.
 */
export const encodeEventFields = (json: string): Hex | null => {
  const fields = JSON.parse(json) as { type: string; value: Json }[];
  try {
    return encoded(...fields.map(({ type, value }) => writerOf(type)(value)));
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
};
