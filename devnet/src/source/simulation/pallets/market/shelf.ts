import type { Hex } from '../../../../codec/scale';
import type { StorageMap } from '../../framework/storage';
import {
  type FileHead,
  type FileInfo,
  type ListedFile,
  type MarketStorage,
  REWARD_PERSON,
  type Replica,
} from './storage';

/** One of the two maps that hold files, so that orders and settlements need not know which. */
export interface Shelf<F extends FileHead = FileHead> {
  readonly rows: StorageMap<Hex, F, F | undefined>;
  replicas(file: F): readonly Replica[];
  withReplicas(file: F, change: (replica: Replica) => Replica): F;
  /** the row of a new order */
  fresh(fileSize: bigint, amount: bigint, now: number): F;
  /** a file without replicas whose renewal is paid waits for its first ones again */
  reopened(file: F): F;
}

const freshHead = (fileSize: bigint, amount: bigint, now: number): FileHead => ({
  fileSize,
  spower: 0n,
  expiredAt: 0,
  calculatedAt: now,
  amount,
  prepaid: 0n,
  reportedReplicaCount: 0,
});

/** Up to spec 16. */
export const listedShelf = (s: MarketStorage): Shelf<ListedFile> => ({
  rows: s.listed,
  replicas: (file) => file.replicas,
  withReplicas: (file, change) => ({ ...file, replicas: file.replicas.map(change) }),
  fresh: (size, amount, now) => ({ ...freshHead(size, amount, now), replicas: [] }),
  reopened: (file) => file,
});

/** From spec 17 on. */
export const ownedShelf = (s: MarketStorage): Shelf<FileInfo> => ({
  rows: s.files,
  replicas: (file) => [...file.replicas.values()],
  withReplicas: (file, change) => ({
    ...file,
    replicas: new Map([...file.replicas].map(([owner, row]) => [owner, change(row)])),
  }),
  fresh: (size, amount, now) => ({
    ...freshHead(size, amount, now),
    remainingPaidCount: REWARD_PERSON,
    replicas: new Map(),
  }),
  reopened: (file) => ({ ...file, remainingPaidCount: REWARD_PERSON }),
});
