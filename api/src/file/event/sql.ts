import type { Fragment } from '../../database/database';
import { asOf, type List, orderBy, type Scope, tableSource } from '../../database/sql';

export type FileEventKind =
  | 'ORDERED'
  | 'EXTENDED'
  | 'RENEWED'
  | 'PREPAID'
  | 'SIZE_LOWERED'
  | 'FIRST_REPLICA'
  | 'REPLICA_ADDED'
  | 'REPLICA_REMOVED'
  | 'SPOWER_CHANGED'
  | 'SETTLED'
  | 'LIQUIDATED'
  | 'CLOSED'
  | 'ILLEGAL'
  | 'OWNER_PAID';

export interface FileEventRow {
  id: string;
  fileId: string;
  kind: FileEventKind;
  account: string | null;
  owner: string | null;
  amount: string | null;
  value: string | null;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number | null;
  time: string;
}

export const fileEvents: List<FileEventRow> = {
  name: 'fileEvents',
  // the id is block-n: n gives the order inside a block
  source: (scope) =>
    scope.sql`select y.*, split_part(y.id, '-', 2)::numeric as n from (${tableSource(
      'file_events',
      'id, file_id, kind::text as kind, account, owner, amount, value, block, extrinsic_index, event_index, time',
    )(scope)}) y`,
  ordering: orderBy('newest', 'desc', 'block', 'n'),
};

export interface FileEventFilter {
  fileId?: string | null;
  kind?: string | null;
  owner?: string | null;
  /** an account that ordered the file */
  orderedBy?: string | null;
  fromBlock?: number | null;
  toBlock?: number | null;
}

export const fileEventConditions = (scope: Scope, filter: FileEventFilter): Fragment[] => {
  const { sql } = scope;
  return [
    ...(filter.fileId == null ? [] : [sql`t.file_id = ${filter.fileId}`]),
    ...(filter.kind == null ? [] : [sql`t.kind = ${filter.kind}`]),
    ...(filter.owner == null ? [] : [sql`t.owner = ${filter.owner}`]),
    ...(filter.fromBlock == null ? [] : [sql`t.block >= ${filter.fromBlock}`]),
    ...(filter.toBlock == null ? [] : [sql`t.block <= ${filter.toBlock}`]),
    ...(filter.orderedBy == null
      ? []
      : [
          sql`t.file_id in (select o.file_id from storage_orders o where o.account = ${filter.orderedBy} and ${asOf(scope, 'o')})`,
        ]),
  ];
};
