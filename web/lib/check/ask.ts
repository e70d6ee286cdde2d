import { text } from '../../messages';
import { ask } from '../api/ask';
import { amountColumns, type CsvColumn } from '../export/csv';
import { formatInteger } from '../format/quantity';
import { graphql, type ResultOf } from '../graphql';
import { listOf, MOST_BYTES, readLines } from './lines';

const CheckDocument = graphql(`
  query Check($cids: [String!]!) {
    filesByCids(cids: $cids) {
      line given problem
      file {
        cid asOf status expiresAtTime
        replicaCounts { liveOwners live reported entries }
        state { sizeBytes expiredAt prepaid }
      }
    }
  }
`);

export type CheckedLine = ResultOf<typeof CheckDocument>['filesByCids'][number];

export type Checked = { ok: true; lines: readonly CheckedLine[] } | { ok: false; sentence: string };

/** Checks the list a form was sent with. Whatever is wrong is one sentence. */
export const checkForm = async (form: FormData): Promise<Checked & { list: string }> => {
  const list = await listOf(form);
  if (list === null) return { ok: false, sentence: text.check.tooLong(`${formatInteger(MOST_BYTES)} bytes`), list: '' };
  const read = readLines(list);
  if (!read.ok) return { ...read, list: list.slice(0, MOST_BYTES) };
  const answer = await ask(CheckDocument, { cids: read.lines });
  const kept = read.lines.join('\n');
  if (answer.ok) return { ok: true, lines: answer.data.filesByCids, list: kept };
  const { problem } = answer;
  return { ok: false, sentence: problem.kind === 'refused' ? problem.message : text.check.silent, list: kept };
};

/** One line of the list in a CSV file. */
export const checkColumns: CsvColumn<CheckedLine>[] = [
  { header: 'line', cell: (row) => row.line },
  { header: 'given', cell: (row) => row.given },
  { header: 'cid', cell: (row) => row.file?.cid },
  { header: 'status', cell: (row) => row.file?.status },
  { header: 'live_owners', cell: (row) => row.file?.replicaCounts.liveOwners },
  { header: 'live_replicas', cell: (row) => row.file?.replicaCounts.live },
  { header: 'reported_replicas', cell: (row) => row.file?.replicaCounts.reported },
  { header: 'size_bytes', cell: (row) => row.file?.state?.sizeBytes },
  { header: 'paid_until_block', cell: (row) => row.file?.state?.expiredAt || null },
  { header: 'paid_until_utc', cell: (row) => row.file?.expiresAtTime },
  ...amountColumns<CheckedLine>('prepaid', (row) => row.file?.state?.prepaid),
  { header: 'problem', cell: (row) => row.problem },
  { header: 'as_of_block', cell: (row) => row.file?.asOf },
];
