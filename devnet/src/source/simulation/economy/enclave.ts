import { createHash } from 'node:crypto';
import type { Hex } from '../../../codec/scale';
import { type ReportToSign, reportPayload, swapHalves } from '../pallets/swork/enclave';
import { deauthPayload } from '../pallets/swork/register';
import { signP256, timesBase } from './p256';

/** A running sWorker enclave: its key, and the code (version) it runs. */
export interface Enclave {
  readonly pk: Hex;
  readonly code: Hex;
  signReport(report: ReportToSign): Hex;
  /** the signature of register_with_deauth_chain without vouchers */
  signRegistration(account: Hex): Hex;
}

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;
/** measurement of an sWorker version */
export const codeOf = (version: string): Hex => hex(createHash('sha256').update(`sworker ${version}`).digest());

/** The enclave whose secret is the SHA-256 of `name`. Its signatures are deterministic (RFC 6979). */
export function enclave(name: string, code: Hex): Enclave {
  const secret = createHash('sha256').update(name).digest();
  const pk = hex(swapHalves(timesBase(secret)));
  const sign = (data: Uint8Array): Hex => {
    const digest = createHash('sha256').update(data).digest();
    return hex(swapHalves(signP256(secret, digest)));
  };
  return {
    pk,
    code,
    signReport: (report) => sign(reportPayload(report)),
    signRegistration: (account) => sign(deauthPayload(code, account, pk, [])),
  };
}
