import { blake2_128, storagePrefix } from '../codec/hash';
import type { Hex } from './source';

const SYSTEM_ACCOUNT = storagePrefix('System', 'Account');

/** Where the chain keeps an account (32-byte id): System.Account, hasher Blake2_128Concat. */
export function accountKey(account: Hex): Hex {
  return `${SYSTEM_ACCOUNT}${blake2_128(account).slice(2)}${account.slice(2)}`;
}

/** The nonce in a System.Account value, its first field (u32 little-endian); 0 for an account the chain does not know. */
export function nonceOf(account: Hex | null): number {
  return account === null ? 0 : Buffer.from(account.slice(2, 10), 'hex').readUInt32LE(0);
}
