import { hexToBytes } from './base/hex';
import { asciiToBytes } from './base/text';
import type { ReportCall, ReportFile } from './report-call';

/** The content of a report without its signature. */
export type ReportContent = Omit<ReportCall, 'signature'>;

const join = (parts: Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** A file list as the enclave writes it: JSON without spaces, the bytes of the CID as they are. */
const fileList = (files: readonly ReportFile[]): Uint8Array[] => [
  asciiToBytes('['),
  ...files.flatMap(({ cidHex, sizeBytes, validAt }, i) => [
    asciiToBytes(`${i === 0 ? '' : ','}{"cid":"`),
    hexToBytes(cidHex),
    asciiToBytes(`","size":${sizeBytes},"c_block_num":${validAt}}`),
  ]),
  asciiToBytes(']'),
];

/**
 * The bytes an enclave signs for a work report: both keys, slot as decimal text, hash of the slot's first block, srd and
 * files size as decimal text, both roots, then the added and the deleted files (crust-protocol §10.2 row 13). The same in
 * every spec, 1 to 25: what the pallet calls `used` in specs 1–2 is the files size too.
 */
export const reportMessage = (report: ReportContent): Uint8Array =>
  join([
    hexToBytes(report.currPk),
    hexToBytes(report.abUpgradePk),
    asciiToBytes(String(report.slot)),
    hexToBytes(report.slotHash),
    asciiToBytes(String(report.srdBytes)),
    asciiToBytes(String(report.filesSizeBytes)),
    hexToBytes(report.srdRoot),
    hexToBytes(report.filesRoot),
    ...fileList(report.added),
    ...fileList(report.deleted),
  ]);

const HALF = 32;

/**
 * Enclave keys and signatures travel with each of their two 32-byte halves reversed; this gives them as everybody else
 * writes them: x and y of the key, r and s of the signature. Null for anything that is not 64 bytes.
 */
export const enclaveHalves = (hex: string): [Uint8Array, Uint8Array] | null => {
  const bytes = hexToBytes(hex);
  return bytes.length === 2 * HALF ? [bytes.slice(0, HALF).reverse(), bytes.slice(HALF).reverse()] : null;
};
