import { builder } from '../builder';

/** Enums of the index and of the protocol, as the API names them. */
export const OrderKindEnum = builder.enumType('OrderKind', { values: ['NEW', 'EXTEND', 'RENEW'] as const });
export const ReportStatusEnum = builder.enumType('ReportStatus', {
  values: ['REPORTED', 'DUPLICATE', 'REJECTED', 'MISSED', 'EXEMPT'] as const,
});
export const FileEventKindEnum = builder.enumType('FileEventKind', {
  values: [
    'ORDERED',
    'EXTENDED',
    'RENEWED',
    'PREPAID',
    'SIZE_LOWERED',
    'FIRST_REPLICA',
    'REPLICA_ADDED',
    'REPLICA_REMOVED',
    'SPOWER_CHANGED',
    'SETTLED',
    'LIQUIDATED',
    'CLOSED',
    'ILLEGAL',
    'OWNER_PAID',
  ] as const,
});
export const EventPhaseEnum = builder.enumType('EventPhase', {
  values: ['INITIALIZATION', 'EXTRINSIC', 'FINALIZATION'] as const,
});
export const FileStatusEnum = builder.enumType('FileStatus', {
  description: 'Derived at the block asked for; never stored.',
  values: {
    NEVER_ORDERED: { description: 'no order ever named this CID' },
    WAITING: { description: 'ordered, no replica yet: the paid time has not begun' },
    STORED: { description: 'paid, held by enough independent live owners' },
    AT_RISK: { description: 'paid, held by live owners, but by too few of them' },
    UNREACHABLE: { description: 'paid, but no live owner holds it' },
    EXPIRED: { description: 'the paid time is over and nobody has settled it yet' },
    CLOSED: { description: 'settled after its time: no longer on chain' },
    ILLEGAL: { description: 'removed because it was larger than ordered' },
  } as const,
});
export const RoleEnum = builder.enumType('Role', {
  values: [
    'OWNER',
    'MEMBER',
    'ISOLATION',
    'VALIDATOR',
    'GUARANTOR',
    'STASH',
    'CONTROLLER',
    'MERCHANT',
    'CLIENT',
  ] as const,
});
export const EraPhaseEnum = builder.enumType('EraPhase', {
  values: ['FUTURE', 'PLANNED', 'ACTIVE', 'ENDED', 'PRUNED'] as const,
});
export const SortDirectionEnum = builder.enumType('SortDirection', { values: ['ASC', 'DESC'] as const });
