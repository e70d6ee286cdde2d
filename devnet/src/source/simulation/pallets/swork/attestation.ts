import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import type { Hex } from '../../../../codec/scale';
import { verifyEnclave } from './enclave';

/** The key Intel signs its attestation certificates with ("Intel SGX Attestation Report Signing CA"). */
const INTEL = createPublicKey({
  format: 'jwk',
  key: {
    kty: 'RSA',
    e: 'AQAB',
    n: `nzxkfrV3PLtRLScywNdBXrtVoPqe3i5kkZnmgh25ENUxdzcJd0Zqal5HhszS3evUFJ1qL2MlUp3RDMmHN7B3nBoH4pxHoa4ASUhHbEifRaWhXXrI7\
MasxkWttD2HZ531nAk7xaLpaWxUeFQbl551S1c5FL5V0y_0wJ3fJyGZNM2ZBSez-S7Xj78pJGq-y3EkDvOcLXEHtEdUWn_7EOsGCmiphYAhnjaRCVJoOJLW\
peKoCAMZPkB1MUBONrMVYjeZqoJQdECXVKLf6PWv1f5jHh_CrzgIkG8op5DZ3Z_gYJObEleQxYBdA331aplTG5bead4z7SJswSB9EEK1yat_QE_HEcD-R2n\
7lXix3A7EaeoaJeD_mRSIbvJpmyNbtIR91v9AtgbmFweTwvuYsxRYf5z9JXNi3-qxCzvS2XZzoaS9RMRTqvR_wfLT0POE90oG-JwInw2mzbf87ujJghqOVP\
JcBBbRjEaDml-AEvvdPcdNJWJ5rcLA1Vr_bwYiQl0b`,
  },
});
/** The runtime has no clock for certificates: it asks whether they were valid on 28 October 2020. */
const ASKED_AT = Date.UTC(2020, 9, 28);
/** where an enclave's code and, at the end, its key stand in a quote */
const [CODE_FROM, CODE_TO, KEY_FROM] = [112, 144, 368];

const raw = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');
const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

/** What an enclave shows to be registered, the fields of `register`. */
export interface Attestation {
  readonly iasSig: Hex;
  readonly iasCert: Hex;
  readonly applier: Hex;
  readonly isvBody: Hex;
  readonly sig: Hex;
}

/** Code and key of an enclave that Intel vouches for and that signed for its applicant; undefined for any other. */
export function attested(shown: Attestation): { code: Hex; pk: Hex } | undefined {
  const [iasSig, iasCert, body] = [raw(shown.iasSig), raw(shown.iasCert), raw(shown.isvBody)];
  const quote = signedQuote(iasCert.toString('latin1'), iasSig.toString('latin1'), body);
  if (quote === undefined) return undefined;
  const pk = hexOf(quote.subarray(KEY_FROM));
  if (!verifyEnclave(pk, Buffer.concat([iasCert, iasSig, body, raw(shown.applier)]), shown.sig)) return undefined;
  return { code: hexOf(quote.subarray(CODE_FROM, CODE_TO)), pk };
}

/** The quote in a report that one of Intel's certificates signed. */
function signedQuote(certificate: string, signature: string, body: Buffer): Buffer | undefined {
  try {
    const signer = new X509Certificate(Buffer.from(certificate, 'base64'));
    const valid = Date.parse(signer.validFrom) <= ASKED_AT && ASKED_AT <= Date.parse(signer.validTo);
    if (!valid || !signer.verify(INTEL)) return undefined;
    if (!verify('sha256', body, signer.publicKey, Buffer.from(signature, 'base64'))) return undefined;
    const { isvEnclaveQuoteBody } = JSON.parse(body.toString('utf8')) as { isvEnclaveQuoteBody?: unknown };
    return typeof isvEnclaveQuoteBody === 'string' ? Buffer.from(isvEnclaveQuoteBody, 'base64') : undefined;
  } catch {
    // no certificate, no JSON: the runtime, too, only says that the identity is not legal
    return undefined;
  }
}
