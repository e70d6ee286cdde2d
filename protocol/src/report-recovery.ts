import { hexToBytes } from './base/hex';
import { utf8ToText } from './base/text';
import type { ReportCall, ReportFile } from './report-call';
import { filesTransition, type ReportedBefore } from './report-transition';

/**
 * How a machine gets out of IllegalFilesTransition. It comes about when an enclave did not learn that a report of it was
 * accepted: the next one then names the same changes once more. sWorker takes the CIDs of that report at
 * POST /api/v0/file/recover_illegal as {"added_files": […], "deleted_files": […]} and counts them as known to the chain.
 */
export interface Recovery {
  addedCids: string[];
  deletedCids: string[];
  /** files of the refused report that the last accepted one had named already */
  repeated: number;
  /** without the repeated files the refused report would have added up: they are the whole cause */
  explains: boolean;
}

const cidText = ({ cidHex }: ReportFile): string => utf8ToText(hexToBytes(cidHex)) ?? cidHex;

const notIn = (files: readonly ReportFile[], known: readonly ReportFile[]): ReportFile[] => {
  const cids = new Set(known.map(({ cidHex }) => cidHex));
  return files.filter(({ cidHex }) => !cids.has(cidHex));
};

/** What to tell the enclave after a refused report, from the last one the chain accepted. */
export const recovery = (before: ReportedBefore | null, refused: ReportCall, lastAccepted: ReportCall): Recovery => {
  const added = notIn(refused.added, lastAccepted.added);
  const deleted = notIn(refused.deleted, lastAccepted.deleted);
  const repeated = refused.added.length + refused.deleted.length - added.length - deleted.length;
  return {
    addedCids: lastAccepted.added.map(cidText),
    deletedCids: lastAccepted.deleted.map(cidText),
    repeated,
    explains: repeated > 0 && filesTransition(before, { ...refused, added, deleted }).legal,
  };
};

/** The body sWorker takes, as JSON. */
export const recoveryBody = ({ addedCids, deletedCids }: Recovery): string =>
  JSON.stringify({ added_files: addedCids, deleted_files: deletedCids });
