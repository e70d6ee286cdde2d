import {
  LAST_PENDING_FILES_SPEC,
  type PendingFile,
  pendingTurn,
  settlePending,
  withSpowerChange,
} from '@moho/protocol/pending-files';
import type { ChainReader } from './chain';
import type { ChainEntry, Fields } from './chain-items';

/** Market.SpowerReadyPeriod where nobody set it */
const DEFAULT_READY_PERIOD = 1_296_000;

const pendingFile = (fields: Fields, spec: number): PendingFile | undefined => {
  const sizeBytes = BigInt(String(fields.sizeBytes));
  if (spec < 3)
    return {
      sizeBytes,
      countedBytes: BigInt(String(fields.usedSizeBytes)),
      reported: Number(fields.reportedGroupCount),
      holders: (fields.usedGroups as [string, boolean][]).map(([anchor]) => ({ anchor, createdAt: null })),
    };
  // a row of the first market has no replicas for the later ones
  if (fields.generation === 1) return undefined;
  return {
    sizeBytes,
    countedBytes: BigInt(String(fields.spower)),
    reported: Number(fields.reportedReplicaCount),
    holders: (fields.replicas as Fields[]).map(({ anchor, createdAt }) => ({
      anchor: String(anchor),
      createdAt: createdAt === null || createdAt === undefined ? null : Number(createdAt),
    })),
  };
};

/**
 * Work reports as a sweep of this block finds them: those of the block before, and in specs 1 to 11 what the market moved
 * in them when the block began.
 */
export const reportsAtSweep = async (
  chain: ChainReader,
  reports: ChainEntry[],
  files: () => Promise<ChainEntry[]>,
  block: number,
  spec: number,
): Promise<ChainEntry[]> => {
  if (spec > LAST_PENDING_FILES_SPEC) return reports;
  const before = block - 1;
  const waiting = await chain.value(['market', 'pendingFiles'], before);
  if (waiting === null) return reports;
  const cids = [...(waiting as unknown as Iterable<{ toHex(): string }>)].map((cid) => cid.toHex());
  const turn = pendingTurn(cids, block, spec);
  if (turn.length === 0) return reports;
  const period = spec < 3 ? null : await chain.value(['market', 'spowerReadyPeriod'], before);
  const clock = { block, spec, readyPeriod: period === null ? DEFAULT_READY_PERIOD : Number(String(period)) };
  const byCid = new Map((await files()).map(({ id, fields }) => [id, fields]));
  const spowers = new Map(reports.map(({ id, fields }) => [id, BigInt(String(fields.spower))]));
  for (const cid of turn) {
    const fields = byCid.get(cid);
    const file = fields && pendingFile(fields, spec);
    for (const change of file ? settlePending(file, clock) : []) {
      const spower = spowers.get(change.anchor);
      if (spower !== undefined) spowers.set(change.anchor, withSpowerChange(spower, change));
    }
  }
  return reports.map((entry) => ({ ...entry, fields: { ...entry.fields, spower: String(spowers.get(entry.id)) } }));
};
