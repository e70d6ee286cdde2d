import type { Hex } from '../../../../codec/scale';
import type { StorageMap } from '../../framework/storage';
import type { MarketContext } from './context';
import type { FirstFile } from './first/storage';
import type { FileInfo, ListedFile, Replica } from './storage';

/** Reads files of every spec in the shape of the newest: replicas by owner. */
export interface AllFiles {
  entries(): [Hex, FileInfo][];
  get(cid: Hex): FileInfo | undefined;
}

/** The map by owner and, while there are any, the lists of older specs. */
export function allFiles({ rt, s, rules }: MarketContext, first?: FirstFiles): AllFiles {
  if (!rules.listsFiles) return s.files;
  const listed: ListedFiles = first ? asLater(first) : s.listed;
  const ownerOf = ({ who }: Replica) => rt.pallets.swork.groupOwner(who) ?? who;
  const byOwner = (file: ListedFile): FileInfo => ({
    ...file,
    remainingPaidCount: 0,
    replicas: new Map(file.replicas.map((row) => [ownerOf(row), row])),
  });
  return {
    entries: () => [
      ...s.files.entries(),
      ...listed.entries().map(([cid, file]): [Hex, FileInfo] => [cid, byOwner(file)]),
    ],
    get(cid) {
      const old = listed.get(cid);
      return old === undefined ? s.files.get(cid) : byOwner(old);
    },
  };
}

type ListedFiles = Pick<StorageMap<Hex, ListedFile, ListedFile | undefined>, 'entries' | 'get'>;
type FirstFiles = Pick<StorageMap<Hex, FirstFile, FirstFile | undefined>, 'entries' | 'get'>;

/** Files of the first market; what they count stands for their spower. */
function asLater(files: FirstFiles): ListedFiles {
  const later = ({ expiredOn, used, replicas, ...head }: FirstFile): ListedFile => ({
    ...head,
    expiredAt: expiredOn,
    spower: used.usedSize,
    replicas: replicas.map((row) => ({ ...row, createdAt: null })),
  });
  return {
    entries: () => files.entries().map(([cid, file]) => [cid, later(file)]),
    get(cid) {
      const file = files.get(cid);
      return file && later(file);
    },
  };
}
