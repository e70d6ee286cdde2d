import { blake2b } from '@noble/hashes/blake2';

/** blake2b with a 32-byte digest: Substrate's block, extrinsic and call hash. */
export const blake2b256 = (bytes: Uint8Array): Uint8Array => blake2b(bytes, { dkLen: 32 });

/** blake2b with a 64-byte digest: the checksum hash of SS58. */
export const blake2b512 = (bytes: Uint8Array): Uint8Array => blake2b(bytes, { dkLen: 64 });
