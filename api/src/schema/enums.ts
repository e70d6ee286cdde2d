import { FILE_STATUS_RULES, WAITING_RULES } from '@moho/protocol';
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
    'EXPIRED',
  ] as const,
});
export const EventPhaseEnum = builder.enumType('EventPhase', {
  values: ['INITIALIZATION', 'EXTRINSIC', 'FINALIZATION'] as const,
});
export const FileStatusEnum = builder.enumType('FileStatus', {
  description: 'Derived at the block asked for; never stored.',
  values: {
    NEVER_ORDERED: { description: FILE_STATUS_RULES.NEVER_ORDERED },
    WAITING: { description: FILE_STATUS_RULES.WAITING },
    STORED: { description: FILE_STATUS_RULES.STORED },
    AT_RISK: { description: FILE_STATUS_RULES.AT_RISK },
    UNREACHABLE: { description: FILE_STATUS_RULES.UNREACHABLE },
    EXPIRED: { description: FILE_STATUS_RULES.EXPIRED },
    CLOSED: { description: FILE_STATUS_RULES.CLOSED },
    ILLEGAL: { description: FILE_STATUS_RULES.ILLEGAL },
  } as const,
});
export const WaitingReasonEnum = builder.enumType('WaitingReason', {
  values: {
    NOT_REPORTED: { description: WAITING_RULES.NOT_REPORTED },
    NOT_APPLIED: { description: WAITING_RULES.NOT_APPLIED },
    NOT_ACCEPTED: { description: WAITING_RULES.NOT_ACCEPTED },
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
