import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { enclaveHalves, type ReportCall, reportMessage } from '@moho/protocol';

/** What checking an enclave's signature came to. */
export type SignatureResult = 'VALID' | 'INVALID' | 'NOT_A_KEY' | 'NOT_A_SIGNATURE';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The point of P-256 an enclave key names; null for bytes that are no point of the curve. */
const keyOf = (pk: string): KeyObject | null => {
  const halves = enclaveHalves(pk);
  if (halves === null) return null;
  const [x, y] = halves.map(base64url) as [string, string];
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return null; // OpenSSL refuses what does not lie on the curve
  }
};

/**
 * Checks the signature of a work report as pallet swork does: ECDSA on P-256 with SHA-256, by the key the report names,
 * over the report's content.
 */
export const verifyReport = (report: ReportCall): SignatureResult => {
  const key = keyOf(report.currPk);
  if (key === null) return 'NOT_A_KEY';
  const halves = enclaveHalves(report.signature);
  if (halves === null) return 'NOT_A_SIGNATURE';
  const signature = Buffer.concat(halves);
  return verify('sha256', reportMessage(report), { key, dsaEncoding: 'ieee-p1363' }, signature) ? 'VALID' : 'INVALID';
};
