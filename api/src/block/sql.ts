import type { Fragment } from '../database/database';
import { type List, orderBy, type Scope, tableSource } from '../database/sql';

export interface BlockRow {
  id: string;
  number: number;
  hash: string;
  parentHash: string;
  time: string;
  specVersion: number;
  author: string | null;
  extrinsicCount: number;
  eventCount: number;
}

export const blocks: List<BlockRow> = {
  name: 'blocks',
  source: tableSource(
    'blocks',
    'id, number, hash, parent_hash, time, spec_version, author, extrinsic_count, event_count',
  ),
  ordering: orderBy('number', 'desc', 'number'),
};

export interface ExtrinsicRow {
  id: string;
  block: number;
  index: number;
  hash: string;
  time: string;
  signer: string | null;
  nonce: number | null;
  tip: string | null;
  pallet: string;
  call: string;
  callTree: string;
  success: boolean;
  error: string | null;
  treasuryFee: string | null;
  lengthBytes: number;
}

export const extrinsics: List<ExtrinsicRow> = {
  name: 'extrinsics',
  source: tableSource(
    'extrinsics',
    `id, block, index, hash, time, signer, nonce, tip, pallet, call, call_tree, success, error, treasury_fee, length_bytes`,
  ),
  ordering: orderBy('newest', 'desc', 'block', 'index'),
};

export const extrinsicsInOrder = orderBy('oldest', 'asc', 'block', 'index');

export interface EventRow {
  id: string;
  block: number;
  index: number;
  phase: 'INITIALIZATION' | 'EXTRINSIC' | 'FINALIZATION';
  extrinsicIndex: number | null;
  /** id of the extrinsic it belongs to */
  extrinsicId: string | null;
  pallet: string;
  name: string;
  args: string;
  error: string | null;
}

export const events: List<EventRow> = {
  name: 'events',
  source: tableSource(
    'events',
    `id, block, index, phase, extrinsic_index, block || '-' || extrinsic_index as extrinsic_id, pallet, name, args, error`,
  ),
  ordering: orderBy('newest', 'desc', 'block', 'index'),
};

export const eventsInOrder = orderBy('oldest', 'asc', 'block', 'index');

/**
 * Events of many extrinsics at once go through (block, extrinsic_index), which is what the index can look up;
 * the made-up extrinsic id of the list above would be compared row by row.
 */
export const eventsOfExtrinsic: List<EventRow> = {
  name: 'extrinsicEvents',
  source: (scope: Scope): Fragment => {
    const { sql } = scope;
    return sql`select e.id, e.block, e.index, e.phase, e.extrinsic_index, x.id as extrinsic_id, e.pallet, e.name, e.args, e.error
      from (${extrinsics.source(scope)}) x join (${events.source(scope)}) e
        on e.block = x.block and e.extrinsic_index = x.index`;
  },
  ordering: eventsInOrder,
};

/** Events that say a call inside an extrinsic failed: a batch that stopped, what a multisig or the sudo key ran. */
export const innerErrors: List<EventRow> = {
  name: 'innerErrors',
  source: (scope) =>
    scope.sql`select i.* from (${eventsOfExtrinsic.source(scope)}) i
      where i.error is not null and not (i.pallet = 'system' and i.name = 'ExtrinsicFailed')`,
  ordering: eventsInOrder,
};

export interface SessionRow {
  id: string;
  index: number;
  block: number;
  validators: string[];
}

export const sessions: List<SessionRow> = {
  name: 'sessions',
  source: tableSource('sessions', 'id, index, block, validators'),
  ordering: orderBy('index', 'desc', 'index'),
};

export interface ExtrinsicFilter {
  signer?: string | null;
  pallet?: string | null;
  call?: string | null;
  success?: boolean | null;
  fromBlock?: number | null;
  toBlock?: number | null;
}

export const extrinsicConditions = ({ sql }: Scope, filter: ExtrinsicFilter): Fragment[] => [
  ...(filter.signer == null ? [] : [sql`t.signer = ${filter.signer}`]),
  ...(filter.pallet == null ? [] : [sql`lower(t.pallet) = lower(${filter.pallet})`]),
  ...(filter.call == null ? [] : [sql`t.call = ${filter.call}`]),
  ...(filter.success == null ? [] : [sql`t.success = ${filter.success}`]),
  ...(filter.fromBlock == null ? [] : [sql`t.block >= ${filter.fromBlock}`]),
  ...(filter.toBlock == null ? [] : [sql`t.block <= ${filter.toBlock}`]),
];

export interface EventFilter {
  block?: number | null;
  pallet?: string | null;
  name?: string | null;
}

export const eventConditions = ({ sql }: Scope, filter: EventFilter): Fragment[] => [
  ...(filter.block == null ? [] : [sql`t.block = ${filter.block}`]),
  ...(filter.pallet == null ? [] : [sql`lower(t.pallet) = lower(${filter.pallet})`]),
  ...(filter.name == null ? [] : [sql`t.name = ${filter.name}`]),
];
