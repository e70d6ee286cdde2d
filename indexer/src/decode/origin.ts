import { asciiToBytes, bytesToHex, hexToBytes } from '@moho/protocol/base';
import { blake2b } from '@noble/hashes/blake2';
import { accountKeys } from '../scale/keys';
import { addressOf } from '../scale/reader';

/** Accounts that calls run for without being named: derivatives and multisig accounts (pallet-utility, pallet-multisig). */
const CONTEXT = asciiToBytes('modlpy/utilisuba');

const bytesOf = (address: string): Uint8Array => {
  const keys = accountKeys(address);
  if (!keys) throw new Error(`"${address}" is not an address`);
  return hexToBytes(keys.hex);
};

const accountFrom = (parts: Uint8Array[]): string => {
  const input = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    input.set(part, at);
    at += part.length;
  }
  return addressOf(bytesToHex(blake2b(input, { dkLen: 32 })));
};

const u16 = (value: number): Uint8Array => Uint8Array.from([value & 255, value >> 8]);

/** Account of `utility.as_derivative(index, …)` signed by `who`. */
export const derivativeAccount = (who: string, index: number): string =>
  accountFrom([CONTEXT, bytesOf(who), u16(index)]);

/** Account of a multisig of these members and threshold; the order of members does not matter. */
export const multisigAccount = (members: string[], threshold: number): string => {
  const sorted = members.map(bytesOf).sort((a, b) => (bytesToHex(a) < bytesToHex(b) ? -1 : 1));
  if (sorted.length >= 64) throw new Error(`a multisig of ${sorted.length} members`);
  return accountFrom([CONTEXT, Uint8Array.of(sorted.length << 2), ...sorted, u16(threshold)]);
};
