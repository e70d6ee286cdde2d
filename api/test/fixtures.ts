import { randomUUID } from 'node:crypto';
import { bytesToHex, encodeAddress } from '@moho/protocol/base';
import { CID } from 'multiformats/cid';
import { create as createDigest } from 'multiformats/hashes/digest';
import type postgres from 'postgres';
import type { Table } from './ddl';

/** A small world on the devnet profile: slots of 30 blocks, head 300, so slot 270 is the last finished one. */
export const SCHEMA = 'moho';
export const HEAD = 300;
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

/** Fields by their names in the entity model; `from` and `to` bound the block range. */
export type Row = Record<string, unknown> & { from: number; to?: number };

export type Put = (entity: string, rows: Row[]) => Promise<void>;

/** Writes rows in one statement. Refuses fields the model does not have. */
export const writer = (sql: postgres.Sql, tables: Table[]): Put => {
  const byEntity = new Map(tables.map((table) => [table.entity, table]));
  return async (entity, rows) => {
    const table = byEntity.get(entity);
    if (!table) throw new Error(`the model has no entity ${entity}`);
    const columns = new Map(table.columns.map((column) => [column.field, column.name]));
    const records = rows.map(({ from, to, ...fields }) => {
      const named = Object.entries(fields).map(([field, value]) => {
        const column = columns.get(field);
        if (column === undefined) throw new Error(`${entity} has no field ${field}`);
        return [column, value];
      });
      return { ...Object.fromEntries(named), _id: randomUUID(), _block_range: `[${from},${to ?? ''})` };
    });
    const name = `"${SCHEMA}"."${table.name}"`;
    await sql.unsafe(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::text::jsonb)`, [
      JSON.stringify(records),
    ]);
  };
};
