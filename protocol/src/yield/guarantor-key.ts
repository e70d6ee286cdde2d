import { bytesToHex, type Hex, hexToBytes } from '../base/hex';
import { decodeAddress } from '../base/ss58';
import { twox64 } from '../base/xxhash';

/**
 * The part of a raw key of Staking.Guarantors that orders its rows: hash and account id, as hex. Votes stand in this order
 * in every exposure, and it decides who of equals is among the 64. Takes an account id as hex or an address.
 */
export const guarantorKey = (account: string): Hex => {
  const id = account.startsWith('0x') ? hexToBytes(account as Hex) : decodeAddress(account);
  return `${bytesToHex(twox64(id))}${bytesToHex(id).slice(2)}` as Hex;
};
