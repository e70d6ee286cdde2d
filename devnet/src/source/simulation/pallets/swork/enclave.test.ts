import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../../../../codec/scale';
import { codeOf, enclave } from '../../economy/enclave';
import { type ReportToSign, reportPayload, verifyEnclave } from './enclave';

const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(hexOf);
const file = fc.tuple(
  fc.uint8Array({ maxLength: 60 }).map(hexOf),
  fc.bigInt(0n, 2n ** 64n - 1n),
  fc.bigInt(0n, 2n ** 32n - 1n),
);
const report: fc.Arbitrary<Omit<ReportToSign, 'currPk'>> = fc.record({
  abUpgradePk: fc.constantFrom<Hex>('0x', `0x${'ab'.repeat(64)}`),
  slot: fc.bigInt(0n, 2n ** 32n),
  slotHash: bytes(32),
  reportedSrdSize: fc.bigInt(0n, 2n ** 51n),
  reportedFilesSize: fc.bigInt(0n, 2n ** 53n),
  reportedSrdRoot: bytes(32),
  reportedFilesRoot: bytes(32),
  addedFiles: fc.array(file, { maxLength: 4 }),
  deletedFiles: fc.array(file, { maxLength: 4 }),
});

describe('work report signatures', () => {
  const machine = enclave('a machine', codeOf('test'));

  it('verify, and fail for anything changed', () => {
    fc.assert(
      fc.property(report, (content) => {
        const full = { ...content, currPk: machine.pk };
        const sig = machine.signReport(full);
        expect(verifyEnclave(machine.pk, reportPayload(full), sig)).toBe(true);
        expect(verifyEnclave(machine.pk, reportPayload({ ...full, slot: full.slot + 1n }), sig)).toBe(false);
        expect(verifyEnclave(enclave('another', machine.code).pk, reportPayload(full), sig)).toBe(false);
        expect(machine.signReport(full)).toBe(sig);
      }),
      { numRuns: 30 },
    );
  });

  it('refuse keys and signatures that are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), (pk, sig) => {
        expect(verifyEnclave(hexOf(pk), Buffer.from('x'), hexOf(sig))).toBe(false);
      }),
    );
  });
});
