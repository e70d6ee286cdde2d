import type postgres from 'postgres';
import { cidHexOf } from '../../src/input';
import { readModel } from '../ddl';
import { hash, type Put, type Row, SCHEMA } from '../fixtures';
import { stamp } from './time';

/** A block without extrinsics and events. */
export const putBlock = (put: Put, number: number, itsHash: string): Promise<void> =>
  put('Block', [
    {
      id: String(number),
      number,
      hash: itsHash,
      parentHash: hash(number - 1),
      time: stamp(number),
      specVersion: 25,
      extrinsicCount: 0,
      eventCount: 0,
      from: number,
    },
  ]);

/** Takes blocks back, as the indexer does after a fork: rows of theirs go, rows they ended stand again. */
export const takeBack = async (sql: postgres.Sql, to: number): Promise<void> => {
  await sql.begin(async (transaction) => {
    for (const { name } of readModel(SCHEMA).tables) {
      const table = `"${SCHEMA}"."${name}"`;
      await transaction.unsafe(`delete from ${table} where lower(_block_range) > ${to}`);
      await transaction.unsafe(
        `update ${table} set _block_range = int8range(lower(_block_range), null) where upper(_block_range) > ${to}`,
      );
    }
  });
};

/** The row of a file that was ordered in a block and waits. */
export const ordered = (id: string, block: number, prepaid = '0'): Row => ({
  id,
  cidHex: cidHexOf(id),
  generation: 17,
  sizeBytes: '1048576',
  spower: '0',
  expiredAt: 0,
  calculatedAt: 0,
  amount: '1000',
  prepaid,
  reportedReplicaCount: 0,
  remainingPaidCount: 4,
  from: block,
});
