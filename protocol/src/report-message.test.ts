import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex } from './base/hex';
import { enclaveHalves, type ReportContent, reportMessage } from './report-message';

const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max }).map(bytesToHex);
const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const files = fc.array(fc.record({ cidHex: bytes(0, 60), sizeBytes: u64, validAt: u64 }), { maxLength: 4 });
const content: fc.Arbitrary<ReportContent> = fc.record({
  currPk: bytes(64, 64),
  abUpgradePk: fc.oneof(fc.constant('0x' as const), bytes(64, 64)),
  slot: u64,
  slotHash: bytes(32, 32),
  srdBytes: u64,
  filesSizeBytes: u64,
  added: files,
  deleted: files,
  srdRoot: bytes(32, 32),
  filesRoot: bytes(32, 32),
});

/** The same message, written with what Node has and the protocol may not use. */
const independent = (r: ReportContent): Buffer => {
  const raw = (hex: string) => Buffer.from(hex.slice(2), 'hex').toString('latin1');
  const list = (all: ReportContent['added']) =>
    `[${all.map((f) => `{"cid":"${raw(f.cidHex)}","size":${f.sizeBytes},"c_block_num":${f.validAt}}`).join()}]`;
  return Buffer.from(
    `${raw(r.currPk)}${raw(r.abUpgradePk)}${r.slot}${raw(r.slotHash)}${r.srdBytes}${r.filesSizeBytes}${raw(r.srdRoot)}${raw(r.filesRoot)}${list(r.added)}${list(r.deleted)}`,
    'latin1',
  );
};

describe('the message an enclave signs', () => {
  it('is keys, slot, hash, sizes, roots and both lists, whatever bytes a CID has', () => {
    fc.assert(
      fc.property(content, (report) => {
        expect(bytesToHex(reportMessage(report))).toBe(bytesToHex(independent(report)));
      }),
    );
  });
});

describe('halves of keys and signatures', () => {
  it('come back when turned twice, and are nothing unless there are 64 bytes', () => {
    fc.assert(
      fc.property(bytes(64, 64), (hex) => {
        const [x, y] = enclaveHalves(hex) ?? [];
        expect(
          bytesToHex(
            Uint8Array.from([...(x ?? []), ...(y ?? [])]).map((_, i, all) => all[i < 32 ? 31 - i : 95 - i] ?? 0),
          ),
        ).toBe(hex);
      }),
    );
    for (const hex of ['0x', `0x${'00'.repeat(63)}`, `0x${'00'.repeat(65)}`]) expect(enclaveHalves(hex)).toBeNull();
  });
});
