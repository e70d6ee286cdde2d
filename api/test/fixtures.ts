import { bytesToHex, encodeAddress } from '@moho/protocol/base';
import { CID } from 'multiformats/cid';
import { create as createDigest } from 'multiformats/hashes/digest';
import type postgres from 'postgres';
import type { Table } from './ddl';

/** A small world on the devnet profile: slots of 30 blocks, head 300, so slot 270 is the last finished one. */
export const SCHEMA = 'moho';
export const HEAD = 300;
export const OPEN_SLOT = 300;
export const FINISHED_SLOT = 270;

const filled = (n: number, length = 32): Uint8Array => new Uint8Array(length).fill(n);
export const address = (n: number): string => encodeAddress(filled(n));
export const anchor = (n: number): string => bytesToHex(filled(n, 64));
export const hash = (n: number): string => `0x${n.toString(16).padStart(64, '0')}`;
export const cid = (n: number): string => CID.createV0(createDigest(0x12, filled(n))).toString();
export const CRU = 1_000_000_000_000n;

/** Who is who by number: owners 10…21 (group owners and validators), members 40…51, guarantors 70…, clients 90…. */
export const owners = Array.from({ length: 12 }, (_, i) => 10 + i);
export const memberOf = (owner: number): number => owner + 30;

export const files = {
  stored: cid(1),
  atRisk: cid(2),
  unreachable: cid(3),
  waiting: cid(4),
  expired: cid(5),
  closed: cid(6),
  illegal: cid(7),
  reordered: cid(8),
  never: cid(200),
  many: Array.from({ length: 30 }, (_, i) => cid(100 + i)),
};

type Row = Record<string, unknown>;

export type Put = (entity: string, rows: (Row & { from: number; to?: number })[]) => Promise<void>;

/** Writes rows by their field names; `from` and `to` bound the block range. Refuses fields the model does not have. */
export const writer = (sql: postgres.Sql, tables: Table[]): Put => {
  const byEntity = new Map(tables.map((table) => [table.entity, table]));
  return async (entity, rows) => {
    const table = byEntity.get(entity);
    if (!table) throw new Error(`the model has no entity ${entity}`);
    for (const { from, to, ...row } of rows) {
      const unknown = Object.keys(row).filter((key) => !table.columns.some((c) => c.field === key));
      if (unknown.length > 0) throw new Error(`${entity} has no field ${unknown.join(', ')}`);
      const columns = table.columns.filter((c) => row[c.field] !== undefined && row[c.field] !== null);
      const cast = (type: string) => (type.startsWith('"') ? `"${SCHEMA}".${type}` : type);
      const places = columns.map((c, i) => `$${i + 1}::text::${cast(c.type)}`);
      const values = columns.map((c) => (c.type === 'jsonb' ? JSON.stringify(row[c.field]) : String(row[c.field])));
      await sql.unsafe(
        `insert into "${SCHEMA}"."${table.name}" (${columns.map((c) => `"${c.name}"`).join(', ')}, _block_range)
         values (${places.join(', ')}, int8range(${from}, ${to ?? 'null'}))`,
        values,
      );
    }
  };
};
