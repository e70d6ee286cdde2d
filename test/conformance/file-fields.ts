import type { Fields } from './chain-items';
import { bool, type Decoded, type DecodedField, hex, int, list, optional, pick, struct, text } from './decoded';

const replica = (owner: string | null, field: DecodedField): Fields => {
  const value = struct(field);
  return {
    owner,
    who: text(pick(value, 'who')),
    anchor: hex(pick(value, 'anchor')),
    validAt: int(pick(value, 'valid_at', 'validAt')),
    isReported: bool(pick(value, 'is_reported', 'isReported')),
    createdAt: optional(value.created_at ?? value.createdAt, int),
  };
};

const replicas = (field: DecodedField): Fields[] =>
  field instanceof Map
    ? [...(field as unknown as Map<DecodedField, DecodedField>)].map(([owner, entry]) =>
        replica(owner.toString(), entry),
      )
    : list(field).map((entry) => replica(null, entry));

/** The index's blocks end at 2^31 - 1, as its schema says; only rows that a later market misread have greater ones. */
const block = (field: DecodedField): number => Math.min(int(field), 2 ** 31 - 1);

/** Market.Files and FilesV2: three shapes of one row (crust-protocol: FileInfo + UsedInfo, FileInfo, FileInfoV2). */
export const fileFields = (raw: Decoded, item: string): Fields => {
  const pair = Array.isArray(raw) ? (raw as unknown as [Decoded, Decoded]) : null;
  const file = pair ? pair[0] : raw;
  const used = pair?.[1];
  return {
    generation: item === 'filesV2' ? 17 : pair ? 1 : 3,
    sizeBytes: text(pick(file, 'file_size')),
    spower: text(file.spower),
    expiredAt: block(pick(file, 'expired_at', 'expired_on')),
    calculatedAt: block(pick(file, 'calculated_at')),
    amount: text(pick(file, 'amount')),
    prepaid: text(pick(file, 'prepaid')),
    reportedReplicaCount: int(pick(file, 'reported_replica_count')),
    remainingPaidCount: file.remaining_paid_count ? int(file.remaining_paid_count) : null,
    usedSizeBytes: used ? text(pick(used, 'used_size')) : null,
    reportedGroupCount: used ? int(pick(used, 'reported_group_count')) : null,
    usedGroups: used
      ? [...(pick(used, 'groups') as unknown as Map<DecodedField, DecodedField>)].map(([anchor, flag]) => [
          hex(anchor),
          bool(flag),
        ])
      : null,
    replicas: replicas(pick(file, 'replicas')),
  };
};
