import { generateKeyPairSync, sign } from 'node:crypto';
import { bytesToHex, hexToBytes, type ReportCall, reportMessage } from '@moho/protocol';

/** An enclave for tests: a key of P-256 made by chance, and its signatures as the chain carries them. */
export interface TestEnclave {
  pk: string;
  sign: (report: Omit<ReportCall, 'currPk' | 'signature'>) => ReportCall;
}

const HALF = 32;
const swapped = (bytes: Uint8Array): string =>
  bytesToHex(Uint8Array.from([...bytes.slice(0, HALF).reverse(), ...bytes.slice(HALF).reverse()]));

export const testEnclave = (): TestEnclave => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const pk = swapped(Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]));
  return {
    pk,
    sign: (report) => {
      const whole = { ...report, currPk: pk };
      const signature = sign('sha256', reportMessage(whole), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return { ...whole, signature: swapped(signature) };
    },
  };
};

/** The report with one bit of its signature turned. */
export const forged = (report: ReportCall): ReportCall => {
  const bytes = hexToBytes(report.signature);
  bytes[7] = (bytes[7] ?? 0) ^ 1;
  return { ...report, signature: bytesToHex(bytes) };
};

/** The call as the index stores it. */
export const reportNode = (report: ReportCall) => ({
  pallet: 'swork',
  call: 'report_works',
  args: Object.entries({
    curr_pk: report.currPk,
    ab_upgrade_pk: report.abUpgradePk,
    slot: String(report.slot),
    slot_hash: report.slotHash,
    reported_srd_size: String(report.srdBytes),
    reported_files_size: String(report.filesSizeBytes),
    added_files: report.added.map((file) => [file.cidHex, String(file.sizeBytes), String(file.validAt)]),
    deleted_files: report.deleted.map((file) => [file.cidHex, String(file.sizeBytes), String(file.validAt)]),
    reported_srd_root: report.srdRoot,
    reported_files_root: report.filesRoot,
    sig: report.signature,
  }).map(([name, value]) => ({ name, type: 'unknown', value })),
});
