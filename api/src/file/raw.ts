import type { Hex } from '@moho/protocol/base';
import type { Context } from '../context';
import { loaderOf, scopeOf } from '../database/load';
import type { Scope } from '../database/sql';
import type { View } from '../database/view';
import { account, bool, bytes, compact, encoded, join, option, u32, u64, u128, vec } from '../receipt/scale';
import type { StoredFileRow } from './sql';

interface StoredReplica {
  owner: string | null;
  who: string;
  anchor: string;
  validAt: number;
  isReported: boolean;
  createdAt: number | null;
}

type WholeFile = Omit<StoredFileRow, 'id' | 'sinceBlock'> & { replicas: StoredReplica[] };

const replica = (r: StoredReplica, hasCreatedAt: boolean): Uint8Array =>
  join(
    account(r.who),
    u32(r.validAt),
    bytes(r.anchor),
    bool(r.isReported),
    hasCreatedAt ? option(r.createdAt, u32) : new Uint8Array(),
  );

const head = (f: WholeFile): Uint8Array[] => [
  u64(f.sizeBytes),
  u64(f.spower ?? 0),
  u32(f.expiredAt),
  u32(f.calculatedAt),
  compact(f.amount),
  compact(f.prepaid),
  u32(f.reportedReplicaCount),
];

/** Specs 1 and 2: (FileInfo, UsedInfo). */
const generation1 = (f: WholeFile): Hex =>
  encoded(
    u64(f.sizeBytes),
    u32(f.expiredAt),
    u32(f.calculatedAt),
    u128(f.amount),
    u128(f.prepaid),
    u32(f.reportedReplicaCount),
    vec(f.replicas, (r) => replica(r, false)),
    u64(f.usedSizeBytes ?? 0),
    u32(f.reportedGroupCount ?? 0),
    vec(JSON.parse(f.usedGroups ?? '[]') as [string, boolean][], ([anchor, flag]) => join(bytes(anchor), bool(flag))),
  );

const LAST_BLOCK = 2 ** 31 - 1;
/** Whether the row has all of the stored value: of blocks beyond 31 bits the index only knows that they are. */
export const isWhole = ({ expiredAt, calculatedAt }: Pick<StoredFileRow, 'expiredAt' | 'calculatedAt'>): boolean =>
  expiredAt < LAST_BLOCK && calculatedAt < LAST_BLOCK;

/** The file as the chain stores it, in the encoding of its generation (crust-protocol §1.7). */
export const encodeFile = (f: WholeFile): Hex => {
  if (f.generation === 1) return generation1(f);
  if (f.generation === 3)
    return encoded(
      ...head(f),
      vec(f.replicas, (r) => replica(r, true)),
    );
  return encoded(
    ...head(f),
    u32(f.remainingPaidCount ?? 0),
    vec(f.replicas, (r) => join(account(r.owner ?? r.who), replica(r, true))),
  );
};

/** Files with their replicas, each as of a block of its own, in one statement. Keys are block-id. */
const wholeFiles = async ({ sql }: Scope, keys: readonly string[]): Promise<Map<string, WholeFile>> => {
  const rows = await sql<(WholeFile & { key: string })[]>`
    select q.key, f.cid_hex, f.generation, f.size_bytes, f.spower, f.expired_at, f.calculated_at, f.amount, f.prepaid,
      f.reported_replica_count, f.remaining_paid_count, f.used_size_bytes, f.reported_group_count, f.used_groups,
      (select coalesce(json_agg(json_build_object('owner', r.owner, 'who', r.who, 'anchor', r.anchor,
          'validAt', r.valid_at, 'isReported', r.is_reported, 'createdAt', r.created_at) order by r.position), '[]'::json)
        from replicas r where r.file_id = f.id and r._block_range @> q.block) as replicas
    from (select k as key, split_part(k, '-', 1)::bigint as block, substr(k, strpos(k, '-') + 1) as id
      from unnest(${keys as string[]}::text[]) k) q
    join files f on f.id = q.id and f._block_range @> q.block`;
  return new Map(rows.map(({ key, ...row }) => [key, row]));
};

/** The stored bytes of a file as of a block. */
export const rawFile = (ctx: Context, view: View, id: string, block: number): Promise<Hex | null> =>
  loaderOf<Hex | null>(ctx, 'rawFile', async (keys) => {
    const found = await wholeFiles(scopeOf(ctx, view), keys);
    return keys.map((key) => {
      const file = found.get(key);
      return file === undefined ? null : encodeFile(file);
    });
  }).load(`${block}-${id}`);
