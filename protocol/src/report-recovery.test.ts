import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex } from './base/hex';
import { asciiToBytes } from './base/text';
import type { ReportCall, ReportFile } from './report-call';
import { recovery, recoveryBody } from './report-recovery';
import { filesTransition } from './report-transition';

const file = fc.record({ n: fc.nat(30), sizeBytes: fc.bigInt({ min: 1n, max: 1n << 40n }) });
const filesOf = (list: { n: number; sizeBytes: bigint }[]): ReportFile[] =>
  list.map(({ n, sizeBytes }) => ({ cidHex: bytesToHex(asciiToBytes(`Qm${n}`)), sizeBytes, validAt: 1n }));
const total = (files: ReportFile[]) => files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n);
const report = (added: ReportFile[], filesSizeBytes: bigint): ReportCall => ({
  currPk: '0x',
  abUpgradePk: '0x',
  slot: 600n,
  slotHash: '0x',
  srdBytes: 0n,
  filesSizeBytes,
  added,
  deleted: [],
  srdRoot: '0x01',
  filesRoot: '0x02',
  signature: '0x',
});
const unique = fc.uniqueArray(file, { selector: ({ n }) => n, minLength: 2, maxLength: 12 });

describe('recovery of an enclave that missed an acceptance', () => {
  it('names the files of the report it missed, and those explain the refusal', () => {
    fc.assert(
      fc.property(unique, fc.bigInt({ min: 0n, max: 1n << 50n }), fc.nat(), (list, start, cut) => {
        const all = filesOf(list);
        const missed = all.slice(0, 1 + (cut % (all.length - 1)));
        const accepted = report(missed, start + total(missed));
        // the enclave counts from before the report it believes lost, and names its files once more
        const refused = report(all, start + total(all));
        const before = { filesSizeBytes: accepted.filesSizeBytes, filesRoot: '0x01' };
        expect(filesTransition(before, refused).legal).toBe(false);
        const told = recovery(before, refused, accepted);
        expect(told).toMatchObject({ repeated: missed.length, explains: true, deletedCids: [] });
        expect(JSON.parse(recoveryBody(told))).toEqual({
          added_files: list.slice(0, missed.length).map(({ n }) => `Qm${n}`),
          deleted_files: [],
        });
      }),
    );
  });

  it('does not claim to explain what it does not', () => {
    const [one, two] = filesOf([
      { n: 1, sizeBytes: 5n },
      { n: 2, sizeBytes: 7n },
    ]) as [ReportFile, ReportFile];
    const before = { filesSizeBytes: 100n, filesRoot: '0x01' };
    expect(recovery(before, report([two], 1n), report([one], 100n))).toMatchObject({ repeated: 0, explains: false });
    expect(recovery(before, report([one, two], 1n), report([one], 100n))).toMatchObject({
      repeated: 1,
      explains: false,
    });
  });
});
