import { compareItem, type ItemResult } from './compare';
import type { Row } from './graphql';

/** What the API works out anew of a report, beside its `id status error`. */
export const SIGNATURE_SELECTION = 'signatureCheck { result } transition { legal }';

interface Told {
  signatureFits: boolean;
  filesAddUp: boolean | null;
}

const REFUSED_FOR_SIGNATURE = 'swork.IllegalWorkReportSig';
const REFUSED_FOR_FILES = 'swork.IllegalFilesTransition';

/**
 * What the chain's verdict on a report says of its content: an accepted one was signed by its enclave and its files add
 * up; one refused for either is wrong in just that. Null for reports the chain did not look at so closely.
 */
const saidByChain = ({ status, error }: Row): Partial<Told> | null => {
  if (status === 'REPORTED') return { signatureFits: true, filesAddUp: true };
  if (error === REFUSED_FOR_SIGNATURE) return { signatureFits: false };
  return error === REFUSED_FOR_FILES ? { signatureFits: true, filesAddUp: false } : null;
};

const told = (row: Row): Told => ({
  signatureFits: (row.signatureCheck as Row | null)?.result === 'VALID',
  // an upgrade hands over another enclave's work: there the chain compares roots alone
  filesAddUp: ((row.transition as Row | null)?.legal as boolean | undefined) ?? true,
});

/** Every report of the chain: its signature checked anew, and the sum of its files made anew, against the chain's verdict. */
export const compareSignatures = (reports: Row[], head: number): ItemResult => {
  const rows = reports.filter((row) => saidByChain(row) !== null);
  const expected = rows.map((row) => ({ id: String(row.id), fields: { ...saidByChain(row) }, rawKeys: [] }));
  const shown = new Map(
    rows.map((row) => {
      const all = told(row);
      const wanted = Object.keys(saidByChain(row) ?? {}) as (keyof Told)[];
      return [String(row.id), Object.fromEntries(wanted.map((field) => [field, all[field]]))];
    }),
  );
  return compareItem('report signatures', head, expected, shown, new Set());
};
