import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Hex } from '../../../../codec/scale';

/** one entry of `added_files` / `deleted_files`: CID, size, block attested by the enclave */
export type ReportedFile = readonly [cid: Hex, sizeBytes: bigint, validAt: bigint];

export interface ReportToSign {
  currPk: Hex;
  abUpgradePk: Hex;
  slot: bigint;
  slotHash: Hex;
  reportedSrdSize: bigint;
  reportedFilesSize: bigint;
  reportedSrdRoot: Hex;
  reportedFilesRoot: Hex;
  addedFiles: readonly ReportedFile[];
  deletedFiles: readonly ReportedFile[];
}

const raw = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');
/** A file list as the enclave writes it: JSON without spaces, the CID's bytes untouched. */
const fileList = (files: readonly ReportedFile[]): Buffer => {
  const parts: Buffer[] = [];
  for (const [cid, size, validAt] of files) {
    parts.push(Buffer.from(`${parts.length > 0 ? ',' : ''}{"cid":"`), raw(cid));
    parts.push(Buffer.from(`","size":${size},"c_block_num":${validAt}}`));
  }
  return Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')]);
};

/** The bytes an enclave signs for a work report (crust-protocol §10.2 row 13). */
export const reportPayload = (report: ReportToSign): Buffer =>
  Buffer.concat([
    raw(report.currPk),
    raw(report.abUpgradePk),
    Buffer.from(String(report.slot)),
    raw(report.slotHash),
    Buffer.from(String(report.reportedSrdSize)),
    Buffer.from(String(report.reportedFilesSize)),
    raw(report.reportedSrdRoot),
    raw(report.reportedFilesRoot),
    fileList(report.addedFiles),
    fileList(report.deletedFiles),
  ]);

/** Keys and signatures travel with each of their 32-byte halves reversed. */
export const swapHalves = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(bytes.subarray(0, 32)).reverse(), Buffer.from(bytes.subarray(32)).reverse()]);

const KEYS_KEPT = 10_000;
const keys = new Map<Hex, KeyObject | undefined>();

/** The key whose coordinates these are; undefined for what is no point of the curve. An enclave signs many times. */
function publicKeyOf(pk: Hex): KeyObject | undefined {
  if (keys.has(pk)) return keys.get(pk);
  if (keys.size >= KEYS_KEPT) keys.clear();
  const key = importKey(swapHalves(raw(pk)));
  keys.set(pk, key);
  return key;
}

function importKey(point: Buffer): KeyObject | undefined {
  const [x, y] = [point.subarray(0, 32).toString('base64url'), point.subarray(32).toString('base64url')];
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    // the runtime, too, only says that the signature is wrong
    return undefined;
  }
}

/** P-256 / SHA-256 over `data`; false for anything that is not a 64-byte key and signature. */
export function verifyEnclave(pk: Hex, data: Uint8Array, signature: Hex): boolean {
  const sig = swapHalves(raw(signature));
  if (raw(pk).length !== 64 || sig.length !== 64) return false;
  const key = publicKeyOf(pk);
  return key !== undefined && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, sig);
}
