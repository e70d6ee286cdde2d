import type { ItemResult } from '../compare';
import type { FileLedgerRow } from './sql';

export const FILES_ITEM = 'File money';

/**
 * Per file and block: the pot's movements for it, less what its owners were credited, are the change of its amount and
 * prepaid. (Those fields are compared with the chain key by key; this holds every movement to the file it names.)
 */
export const compareFileMoney = (rows: FileLedgerRow[], excused: (block: number) => boolean): ItemResult => {
  const result: ItemResult = { item: FILES_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  for (const { block, fileId, moved, changed } of rows) {
    if (moved === changed) {
      result.keysCompared += 1;
      continue;
    }
    if (excused(block)) {
      result.overridden += 1;
      continue;
    }
    result.keysCompared += 1;
    result.mismatches.push({ item: FILES_ITEM, block, id: fileId, field: 'money', chain: changed, index: moved });
  }
  return result;
};
