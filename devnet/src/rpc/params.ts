import { bytesToHex, parseAddress } from '@moho/protocol/base';
import { type BlockView, bestView, viewOf } from '../source/block-view';
import type { ChainSource, Hex } from '../source/source';
import { invalidParams, stateDiscarded, unknownBlock } from './errors';

/** Reads one call's positional parameters; everything wrong is an `invalidParams` that names the parameter. */
export interface Params {
  /** 0x-prefixed bytes, lower-cased */
  bytes(position: number, name: string): Hex;
  bytesList(position: number, name: string): Hex[];
  text(position: number, name: string): string;
  count(position: number, name: string): number;
  /** the 32-byte id of an SS58 address or of 0x-prefixed bytes */
  account(position: number, name: string): Hex;
  given(position: number): boolean;
  raw(position: number): unknown;
}

export function readParams(params: unknown): Params {
  const list = params === undefined || params === null ? [] : params;
  if (!Array.isArray(list)) throw invalidParams('parameters must be given as a list');
  const wrong = (position: number, name: string, expected: string) =>
    invalidParams(`parameter ${position + 1} (${name}) must be ${expected}`);
  const text = (position: number, name: string): string => {
    const value: unknown = list[position];
    if (typeof value !== 'string') throw wrong(position, name, 'a string');
    return value;
  };
  return {
    text,
    bytes(position, name) {
      const value = asBytes(list[position]);
      if (value === undefined) throw wrong(position, name, '0x-prefixed hex');
      return value;
    },
    bytesList(position, name) {
      const values: unknown = list[position];
      if (!Array.isArray(values)) throw wrong(position, name, 'a list of 0x-prefixed hex strings');
      return values.map((value) => {
        const bytes = asBytes(value);
        if (bytes === undefined) throw wrong(position, name, 'a list of 0x-prefixed hex strings');
        return bytes;
      });
    },
    count(position, name) {
      const value: unknown = list[position];
      if (!isU32(value)) throw wrong(position, name, 'a whole number from 0 to 4294967295');
      return value;
    },
    account(position, name) {
      const given = text(position, name);
      const bytes = asBytes(given);
      if (bytes?.length === 66) return bytes;
      const decoded = bytes === undefined ? parseAddress(given) : null;
      if (decoded === null) throw wrong(position, name, 'an SS58 address');
      return bytesToHex(decoded.account);
    },
    given: (position) => list[position] !== undefined && list[position] !== null,
    raw: (position) => list[position],
  };
}

/** The block a call asks about by hash, the head when it names none; a hash nobody knows is an error. */
export function blockParam(source: ChainSource, params: Params, position: number): BlockView {
  if (!params.given(position)) return bestView(source, source.head());
  const hash = hashParam(params, position);
  const block = viewOf(source, hash);
  if (block === undefined) throw unknownBlock(hash);
  return block;
}

/** The same for a question about its state, which blocks that lost against a final one no longer have. */
export function stateParam(source: ChainSource, params: Params, position: number): BlockView {
  const block = blockParam(source, params, position);
  if (!block.stateKept) throw stateDiscarded(block.hash);
  return block;
}

/** Like `blockParam`, but undefined for an unknown hash: the chain_ methods answer null then. */
export function knownBlock(source: ChainSource, params: Params, position: number): BlockView | undefined {
  return params.given(position) ? viewOf(source, hashParam(params, position)) : bestView(source, source.head());
}

function hashParam(params: Params, position: number): Hex {
  const hash = params.bytes(position, 'block hash');
  if (hash.length !== 66)
    throw invalidParams(`parameter ${position + 1} (block hash) must be 32 bytes of 0x-prefixed hex`);
  return hash;
}

/** A block number as a node takes it: a number or a hex string. */
export function blockNumberOf(value: unknown): number {
  const number = typeof value === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(value) ? Number(value) : value;
  if (!isU32(number)) throw invalidParams(`a block number must be a whole number up to 4294967295 or 0x-hex`);
  return number;
}

function isU32(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffff_ffff;
}

function asBytes(value: unknown): Hex | undefined {
  if (typeof value !== 'string' || value.length % 2 !== 0 || !/^0x[0-9a-fA-F]*$/.test(value)) return undefined;
  return value.toLowerCase() as Hex;
}
