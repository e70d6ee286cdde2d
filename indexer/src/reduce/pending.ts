import { readAll } from '../scale/reader';
import { PENDING_FILES } from '../touch/slots';
import type { RecordContext } from './context';

/** Specs 1 to 11: which files the next settling sweep will touch, remembered for the block in which it runs. */
export const reducePending = ({ reader, cursor }: RecordContext): void => {
  if (!reader.wasRead(PENDING_FILES)) return;
  const raw = reader.now(PENDING_FILES);
  const cids = raw === null ? [] : readAll(raw, (r) => r.vec(r.bytes));
  cursor.pendingFiles = cids.length === 0 ? undefined : JSON.stringify(cids);
};
