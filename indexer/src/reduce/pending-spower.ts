import { type PendingFile, pendingTurn, type SpowerChange, settlePending } from '@moho/protocol/pending-files';
import { fileKey } from '../mirror/market';
import type { Fields, Row } from '../write/entities';
import type { RecordContext } from './context';

/** Market.SpowerReadyPeriod where nobody set it */
const DEFAULT_READY_PERIOD = 1_296_000;

/** The file as the runtime of the block reads its row: from spec 3 on one of the first market has no replicas. */
const pendingFile = (rows: readonly Row[], spec: number): PendingFile | undefined => {
  const file = rows.find(({ entity }) => entity === 'File')?.fields as Fields<'File'> | undefined;
  if (!file) return undefined;
  const isFirst = spec < 3;
  const groups = JSON.parse(file.usedGroups ?? '[]') as [anchor: string, reported: boolean][];
  const replicas = rows
    .filter(({ entity }) => entity === 'Replica')
    .map(({ fields }) => fields as Fields<'Replica'>)
    .map(({ anchor, createdAt }) => ({ anchor, createdAt: createdAt ?? null }));
  if (!isFirst && file.generation === 1) return undefined;
  return {
    sizeBytes: BigInt(file.sizeBytes),
    countedBytes: BigInt((isFirst ? file.usedSizeBytes : file.spower) ?? 0n),
    reported: (isFirst ? file.reportedGroupCount : file.reportedReplicaCount) ?? 0,
    holders: isFirst ? groups.map(([anchor]) => ({ anchor, createdAt: null })) : replicas,
  };
};

/** What the market changed in reports when this block began, before a sweep read them; by anchor, in its order. */
export const pendingSpower = async ({
  facts,
  cursor,
  reader,
  changes,
}: RecordContext): Promise<Map<string, SpowerChange[]>> => {
  const { number: block, spec } = facts;
  const found = new Map<string, SpowerChange[]>();
  const turn = pendingTurn(JSON.parse(cursor.pendingFiles ?? '[]') as string[], block, spec);
  if (turn.length === 0) return found;
  const service = await changes.get('SpowerService', 'service');
  const clock = { block, spec, readyPeriod: service?.spowerReadyPeriod ?? DEFAULT_READY_PERIOD };
  for (const cidHex of turn) {
    const file = pendingFile(await reader.before(fileKey(cidHex)), spec);
    for (const change of file ? settlePending(file, clock) : [])
      found.set(change.anchor, [...(found.get(change.anchor) ?? []), change]);
  }
  return found;
};
