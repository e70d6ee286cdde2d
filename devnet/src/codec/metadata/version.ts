import type { Hex, RuntimeVersion } from '../../source/source';
import { concat, u8, u32 } from './values';

/**
 * The version a node of a Crust runtime answers. Every spec implements the same runtime APIs (Core, Metadata,
 * BlockBuilder, TaggedTransactionQueue, OffchainWorker, Babe, Grandpa, AuthorityDiscovery, SessionKeys, AccountNonce,
 * TransactionPayment) with the versions of this generation of Substrate, each named by its hash.
 */
export const versionOfSpec = (specVersion: number): RuntimeVersion => ({
  specName: 'crust',
  implName: 'crustio-crust',
  authoringVersion: 1,
  specVersion,
  implVersion: 1,
  apis: [
    ['0xdf6acb689907609b', 3],
    ['0x37e397fc7c91f5e4', 1],
    ['0x40fe3ad401f8959a', 4],
    ['0xd2bc9897eed08f15', 2],
    ['0xf78b278be53f454c', 2],
    ['0xcbca25e39f142387', 2],
    ['0xed99c5acb25eedf5', 2],
    ['0x687ad44ad37f03c2', 1],
    ['0xab3c0572291feb8b', 1],
    ['0xbc9d89904f5b923f', 1],
    ['0x37c8bb1350a9a2a8', 1],
  ],
  transactionVersion: 1,
});

export const SPEC25_VERSION: RuntimeVersion = versionOfSpec(25);

/** Short text behind its length: fewer than 64 ASCII letters. */
function shortText(text: string): Hex {
  if (text.length > 63) throw new RangeError(`"${text}" is longer than 63 letters`);
  return concat(u8(text.length << 2), `0x${Buffer.from(text, 'ascii').toString('hex')}`);
}

/** SCALE form of a version, as the constant System.Version holds it. */
export function encodeVersion(version: RuntimeVersion): Hex {
  return concat(
    shortText(version.specName),
    shortText(version.implName),
    u32(version.authoringVersion),
    u32(version.specVersion),
    u32(version.implVersion),
    u8(version.apis.length << 2),
    ...version.apis.flatMap(([id, api]) => [id, u32(api)]),
    u32(version.transactionVersion),
  );
}
