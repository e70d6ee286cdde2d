import { type Fields, row } from '../../write/entities';
import type { RecordContext } from '../context';
import type { FileChange } from './files';

type Kind = Fields<'FileEvent'>['kind'];
type Detail = Partial<
  Pick<Fields<'FileEvent'>, 'account' | 'owner' | 'amount' | 'value' | 'extrinsicIndex' | 'eventIndex'>
>;

/** Writes the life line of files: ids are numbered in the order of the calls. */
export interface LifeLine {
  add(kind: keyof typeof KINDS, fileId: string, detail: Detail): void;
}

const KINDS = {
  ORDERED: 1,
  EXTENDED: 1,
  RENEWED: 1,
  PREPAID: 1,
  SIZE_LOWERED: 1,
  FIRST_REPLICA: 1,
  REPLICA_ADDED: 1,
  REPLICA_REMOVED: 1,
  SPOWER_CHANGED: 1,
  SETTLED: 1,
  LIQUIDATED: 1,
  CLOSED: 1,
  ILLEGAL: 1,
  OWNER_PAID: 1,
};

export const createLifeLine = ({ facts, changes }: RecordContext): LifeLine => {
  let n = 0;
  return {
    add: (kind, fileId, detail) => {
      const id = `${facts.number}-${n++}`;
      changes.put(
        row('FileEvent', {
          id,
          fileId,
          kind: kind as unknown as Kind,
          block: facts.number,
          time: facts.time,
          ...detail,
        }),
      );
    },
  };
};

/** CIDs named by the lists of a report or of the spower service, with the extrinsic that carries them. */
const extrinsicsByCid = ({ facts }: RecordContext): Map<string, number> => {
  const found = new Map<string, number>();
  for (const { index, calls } of facts.extrinsics) {
    for (const { pallet, args } of calls) {
      if (pallet !== 'swork' && pallet !== 'market') continue;
      for (const value of Object.values(args)) {
        if (!Array.isArray(value)) continue;
        for (const item of value) {
          const cid = Array.isArray(item) ? item[0] : item;
          if (typeof cid === 'string' && !found.has(cid)) found.set(cid, index);
        }
      }
    }
  }
  return found;
};

/** What happened to files without an event of its own: told by the difference of their rows. */
export const reduceSilentFileEvents = (
  files: Map<string, FileChange>,
  line: LifeLine,
  context: RecordContext,
): void => {
  const byCid = extrinsicsByCid(context);
  for (const [id, { cidHex, before, after, replicasBefore, replicasAfter }] of files) {
    if (!after) continue;
    const extrinsicIndex = byCid.get(cidHex);
    if (before && BigInt(after.sizeBytes) < BigInt(before.sizeBytes)) {
      line.add('SIZE_LOWERED', id, { value: after.sizeBytes, extrinsicIndex });
    }
    if ((before?.expiredAt ?? 0) === 0 && after.expiredAt > 0) {
      line.add('FIRST_REPLICA', id, { value: BigInt(after.expiredAt), extrinsicIndex });
    }
    const old = new Map(replicasBefore.map((replica) => [replica.id, replica]));
    const fresh = new Set(replicasAfter.map((replica) => replica.id));
    for (const { id: replicaId, who, owner } of replicasAfter) {
      if (!old.has(replicaId)) line.add('REPLICA_ADDED', id, { account: who, owner, extrinsicIndex });
    }
    for (const { id: replicaId, who, owner } of replicasBefore) {
      if (!fresh.has(replicaId)) line.add('REPLICA_REMOVED', id, { account: who, owner, extrinsicIndex });
    }
    if (
      after.spower !== undefined &&
      after.spower !== null &&
      before &&
      String(before.spower) !== String(after.spower)
    ) {
      line.add('SPOWER_CHANGED', id, { value: after.spower, extrinsicIndex });
    }
  }
};
