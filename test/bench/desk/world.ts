import { type ChainProfile, encodeAddress } from '@moho/protocol/base';

/** A made-up network of candidates, their guarantors, closed eras and 28 days of work reports. */
export interface World {
  candidates: number;
  eras: number;
  seed: number;
  profile: ChainProfile;
}

/** Everybody guarantees to a few of the candidates. */
export const GUARANTORS = 4000;
export const FIRST_ERA = 1000;
/** slots of 28 days and some more */
export const SLOTS = 700;
/** blocks past the end of the last closed era */
const PAST = 700;

const eraBlocks = ({ sessionBlocks, sessionsPerEra }: ChainProfile): number => sessionBlocks * sessionsPerEra;

/** Block in which an era closed. */
export const endOf = (era: number, { profile }: World): number => (era + 1) * eraBlocks(profile);
export const lastEra = ({ eras }: World): number => FIRST_ERA + eras - 1;
export const headOf = (world: World): number => endOf(lastEra(world), world) + PAST;
/** The newest judged slot. */
export const lastSlot = (world: World): number => {
  const { slotBlocks } = world.profile;
  return (Math.floor(headOf(world) / slotBlocks) - 2) * slotBlocks;
};

export interface Person {
  kind: 'candidate' | 'guarantor' | 'machine';
  n: number;
  address: string;
}

const KINDS = { candidate: 1, guarantor: 2, machine: 3 } as const;

const person = (kind: Person['kind'], n: number): Person => {
  const bytes = new Uint8Array(32).fill(KINDS[kind]);
  new DataView(bytes.buffer).setUint32(1, n);
  return { kind, n, address: encodeAddress(bytes) };
};

/** One machine for each candidate's group. */
export const people = ({ candidates }: World): Person[] => [
  ...Array.from({ length: candidates }, (_, n) => person('candidate', n)),
  ...Array.from({ length: candidates }, (_, n) => person('machine', n)),
  ...Array.from({ length: GUARANTORS }, (_, n) => person('guarantor', n)),
];
