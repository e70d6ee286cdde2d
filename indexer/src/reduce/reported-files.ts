import { type CallFact, type Json, toBigInt, toList, toText } from '../decode/facts';
import { fileId } from '../mirror/market';
import { type Fields, row } from '../write/entities';
import type { RecordContext } from './context';

type Report = Pick<Fields<'ReportedFile'>, 'account' | 'owner' | 'anchor' | 'slot' | 'block' | 'time'>;

const MAX_INT = 2_147_483_647n;

/** The files an accepted report names, added ones first, as the call has them: (CID, size, attested block). */
export const filesOfReport = ({ args }: CallFact) => {
  const list = (value: Json | undefined, isAdded: boolean) =>
    toList(value).map((item) => {
      const [cid, size, validAt] = toList(item);
      const block = toBigInt(validAt);
      return {
        cidHex: toText(cid),
        sizeBytes: toBigInt(size),
        validAt: block <= MAX_INT ? Number(block) : undefined,
        isAdded,
      };
    });
  return [...list(args.added_files, true), ...list(args.deleted_files, false)];
};

/** Writes one row per file of an accepted report; `first` numbers the rows of an extrinsic with several reports. */
export const putReportedFiles = (
  call: CallFact,
  report: Report,
  extrinsicIndex: number,
  first: number,
  { changes }: Pick<RecordContext, 'changes'>,
): number => {
  const files = filesOfReport(call);
  files.forEach((file, i) => {
    changes.put(
      row('ReportedFile', {
        id: `${report.block}-${extrinsicIndex}-${first + i}`,
        fileId: fileId(file.cidHex),
        ...report,
        extrinsicIndex,
        ...file,
      }),
    );
  });
  return files.length;
};
