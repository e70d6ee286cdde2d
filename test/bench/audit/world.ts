import { bytesToHex, type ChainProfile, encodeAddress } from '@moho/protocol/base';

/**
 * The made-up network: one group of a thousand, twelve of fifty. Who is who does not depend on how many reports there are.
 */
export const LARGE_GROUP = 1000;
const SMALL_GROUPS = 12;
const SMALL_GROUP = 50;
export const MEMBERS = LARGE_GROUP + SMALL_GROUPS * SMALL_GROUP;

export interface World {
  reports: number;
  seed: number;
  profile: ChainProfile;
}

/** First slot there are reports of. */
export const FIRST_SLOT = 600;
/** How far the chain is past the opening of the slot after the last one: that one is judged, and the next is open. */
const PAST = 550;

export const slotCount = ({ reports }: World): number => Math.ceil(reports / MEMBERS);
export const lastSlot = (world: World): number => FIRST_SLOT + (slotCount(world) - 1) * world.profile.slotBlocks;
export const headOf = (world: World): number => lastSlot(world) + world.profile.slotBlocks + PAST;

const filled = (kind: number, n: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length).fill(kind);
  new DataView(bytes.buffer).setUint32(1, n);
  return bytes;
};

const ownerAddress = (group: number): string => encodeAddress(filled(1, group, 32));
/** The owner of the large group. */
export const LARGE_OWNER = ownerAddress(0);

export interface Member {
  n: number;
  address: string;
  owner: string;
  anchor: string;
  /** of the enclave after its upgrade */
  pubKey: string;
}

export const members = (): Member[] =>
  Array.from({ length: MEMBERS }, (_, n) => ({
    n,
    address: encodeAddress(filled(2, n, 32)),
    owner: ownerAddress(n < LARGE_GROUP ? 0 : 1 + Math.floor((n - LARGE_GROUP) / SMALL_GROUP)),
    anchor: bytesToHex(filled(2, n, 64)),
    pubKey: bytesToHex(filled(3, n, 64)),
  }));
