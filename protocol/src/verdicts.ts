/**
 * What a sweep found of each identity it visited, one letter per identity (crust-protocol §4.3):
 *
 * | letter | reported in the slot | its workload counts |
 * |---|---|---|
 * | R | yes | yes |
 * | P | yes | no: a miss up to seven slots earlier punishes it still |
 * | M | no | no, and the punishment begins anew |
 * | m | no | no, for this slot alone: punishment was off |
 * | E | no, a new anchor has not had to yet | yes |
 * | N | it has never reported | it has none |
 */
export const VERDICTS = ['R', 'P', 'M', 'm', 'E', 'N'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether the workload of an identity so judged is part of its owner's stake limit. */
export const countsWorkload = (verdict: Verdict): boolean => verdict === 'R' || verdict === 'E';

/** Whether its deadline lies beyond the judged slot. */
export const isPunishedVerdict = (verdict: Verdict): boolean => verdict === 'P' || verdict === 'M';

/** Whether it reported in the slot; null where it did not have to. */
export const verdictReported = (verdict: Verdict): boolean | null => {
  if (verdict === 'R' || verdict === 'P') return true;
  return verdict === 'M' || verdict === 'm' ? false : null;
};

/** The letter for one identity. `punished`: the deadline after the judgement lies beyond the slot. */
export const verdictOf = (
  outcome: 'NO_REPORT_EVER' | 'EXEMPT' | 'REPORTED' | 'MISSED',
  reported: boolean,
  punished: boolean,
): Verdict => {
  if (outcome === 'NO_REPORT_EVER') return 'N';
  if (reported) return punished ? 'P' : 'R';
  if (outcome === 'EXEMPT') return 'E';
  return punished ? 'M' : 'm';
};

/** What a machine could do when the sweep came by, bytes. */
export interface Workload {
  free: bigint;
  spower: bigint;
}

const WORKLOAD_BYTES = 16;
const NUMBER_BYTES = 4;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** `SweepBatch.workloads`: two big-endian u64 per identity. */
export const packWorkloads = (workloads: readonly Workload[]): Uint8Array => {
  const bytes = new Uint8Array(workloads.length * WORKLOAD_BYTES);
  const view = viewOf(bytes);
  workloads.forEach(({ free, spower }, i) => {
    view.setBigUint64(i * WORKLOAD_BYTES, free);
    view.setBigUint64(i * WORKLOAD_BYTES + WORKLOAD_BYTES / 2, spower);
  });
  return bytes;
};

/** The workload at place `index` of a batch. */
export const workloadAt = (bytes: Uint8Array, index: number): Workload => {
  const view = viewOf(bytes);
  const at = index * WORKLOAD_BYTES;
  return { free: view.getBigUint64(at), spower: view.getBigUint64(at + WORKLOAD_BYTES / 2) };
};

/** `SweepRoster.reporters`: a big-endian u32 per identity. */
export const packRoster = (numbers: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * NUMBER_BYTES);
  const view = viewOf(bytes);
  numbers.forEach((number, i) => {
    view.setUint32(i * NUMBER_BYTES, number);
  });
  return bytes;
};

/** The numbers of a roster, in the order of the visit: the place in it is the place in verdicts and workloads. */
export const unpackRoster = (bytes: Uint8Array): number[] => {
  const view = viewOf(bytes);
  return Array.from({ length: bytes.byteLength / NUMBER_BYTES }, (_, i) => view.getUint32(i * NUMBER_BYTES));
};
