import { bytesToHex, encodeAddress } from '@moho/protocol/base';

/** Who owns, reports and orders in the made-up index; accounts and anchors by number, the same each time. */

/** a prime, so that steps through the owners meet each of them */
export const OWNERS = 307;
export const MEMBERS_OF_AN_OWNER = 5;
/** owners from this place on have machines that no longer report */
export const FIRST_DEAD_OWNER = 280;
export const CLIENTS = 2000;

const filled = (kind: number, n: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length).fill(kind);
  new DataView(bytes.buffer).setUint32(1, n);
  return bytes;
};

export interface Person {
  kind: 'owner' | 'member' | 'client';
  n: number;
  address: string;
  /** of a member: 0x-hex of 64 bytes */
  anchor: string | null;
}

const many = (kind: Person['kind'], mark: number, count: number): Person[] =>
  Array.from({ length: count }, (_, n) => ({
    kind,
    n,
    address: encodeAddress(filled(mark, n, 32)),
    anchor: kind === 'member' ? bytesToHex(filled(mark, n, 64)) : null,
  }));

export const people = (): Person[] => [
  ...many('owner', 1, OWNERS),
  ...many('member', 2, OWNERS * MEMBERS_OF_AN_OWNER),
  ...many('client', 3, CLIENTS),
];
