import { reads, writes } from '../framework/weights';

/** Weights of Multisig by the number of other signatories and the length of the call in bytes. */
export const WEIGHTS = {
  /** as_multi_threshold_1, the call apart */
  alone: 10_273_000,
  create: (s: number, z: number) => 50_795_000 + 85_000 * s + 1000 * z + reads(2) + writes(1),
  createAndStore: (s: number, z: number) => 56_223_000 + 91_000 * s + 2000 * z + reads(3) + writes(2),
  approve: (s: number, z: number) => 29_190_000 + 86_000 * s + 1000 * z + reads(1) + writes(1),
  approveAndStore: (s: number, z: number) => 53_138_000 + 98_000 * s + 2000 * z + reads(2) + writes(2),
  complete: (s: number, z: number) => 73_267_000 + 195_000 * s + 4000 * z + reads(3) + writes(3),
  approveByHash: (s: number) => 120_751_000 + 196_000 * s + reads(3) + writes(3),
  cancel: (s: number) => 86_776_000 + 86_000 * s + reads(2) + writes(2),
};
