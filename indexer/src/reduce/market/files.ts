import { fileId, fileKey, fileV2Key } from '../../mirror/market';
import type { Fields, Row } from '../../write/entities';
import type { RecordContext } from '../context';

export type FileFields = Fields<'File'> & { id: string };
export type ReplicaFields = Fields<'Replica'> & { id: string };

/** A file before and after the block, whichever of the two maps it stood in. */
export interface FileChange {
  cidHex: string;
  before: FileFields | undefined;
  after: FileFields | undefined;
  replicasBefore: ReplicaFields[];
  replicasAfter: ReplicaFields[];
}

/** What calls of spec 17 see of a file that both maps hold: its row in the later one, as a file. */
const laterOf = (rows: Row[]): FileFields | undefined => {
  const later = rows.find((row) => row.entity === 'LaterFile')?.fields as Fields<'LaterFile'> | undefined;
  return (
    later && {
      ...later,
      generation: 17,
      usedSizeBytes: undefined,
      reportedGroupCount: undefined,
      usedGroups: undefined,
    }
  );
};

const fileOf = (rows: Row[]): FileFields | undefined =>
  rows.find((row) => row.entity === 'File')?.fields as FileFields | undefined;
const replicasOf = (rows: Row[]): ReplicaFields[] =>
  rows.filter((row) => row.entity === 'Replica').map((row) => row.fields as ReplicaFields);

/** Later rows of files of both maps that changed in the block, by the file's id: what orders and settlements were about. */
export const laterChanges = ({ mirrored }: Pick<RecordContext, 'mirrored'>): Map<string, FileChange> => {
  const files = new Map<string, FileChange>();
  for (const { before, after } of mirrored) {
    const [old, fresh] = [laterOf(before), laterOf(after)];
    const file = old ?? fresh;
    if (!file) continue;
    files.set(file.id, {
      cidHex: file.cidHex,
      before: old,
      after: fresh ?? fileOf(after),
      replicasBefore: [],
      replicasAfter: replicasOf(after),
    });
  }
  return files;
};

/** Files whose row changed in the block, by id; of a file of both maps the older row. */
export const fileChanges = ({ mirrored }: Pick<RecordContext, 'mirrored'>): Map<string, FileChange> => {
  const files = new Map<string, FileChange>();
  for (const { before, after } of mirrored) {
    const old = fileOf(before);
    const fresh = fileOf(after);
    const file = old ?? fresh;
    if (!file) continue;
    const known = files.get(file.id);
    files.set(file.id, {
      cidHex: file.cidHex,
      before: old ?? known?.before,
      after: fresh ?? known?.after,
      replicasBefore: old ? replicasOf(before) : (known?.replicasBefore ?? []),
      replicasAfter: fresh ? replicasOf(after) : (known?.replicasAfter ?? []),
    });
  }
  return files;
};

/** The change of one file, or its unchanged row on both sides. */
export const fileChange = async (
  cidHex: string,
  files: Map<string, FileChange>,
  { reader }: Pick<RecordContext, 'reader'>,
): Promise<FileChange> => {
  const change = files.get(fileId(cidHex));
  if (change) return change;
  for (const key of [fileV2Key(cidHex), fileKey(cidHex)]) {
    if (!reader.wasRead(key)) continue;
    const rows = await reader.before(key);
    const file = fileOf(rows);
    if (file) {
      const replicas = replicasOf(rows);
      return { cidHex, before: file, after: file, replicasBefore: replicas, replicasAfter: replicas };
    }
  }
  return { cidHex, before: undefined, after: undefined, replicasBefore: [], replicasAfter: [] };
};
