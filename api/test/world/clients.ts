import type postgres from 'postgres';
import { cidHexOf } from '../../src/input';
import { readModel } from '../ddl';
import { address, cid, files, SCHEMA, writer } from '../fixtures';
import { stamp } from './time';

export const CLIENT = address(90);
export const SETTLER = address(92);
export const FRIEND = address(93);
/** illegal in its first life, settled in its second */
export const ONCE_ILLEGAL = `${cid(200)}once`;
export const LAST_ILLEGAL = `${cid(201)}last`;

const version = (id: string, from: number, to: number) => ({
  id,
  cidHex: cidHexOf(id),
  generation: 17,
  sizeBytes: '2048',
  spower: '0',
  expiredAt: 0,
  calculatedAt: from,
  amount: '1000',
  prepaid: '0',
  reportedReplicaCount: 0,
  remainingPaidCount: 4,
  from,
  to,
});

const event = (id: string, kind: string, block: number, n: number) => ({
  id: `${block}-${n}`,
  fileId: id,
  kind,
  block,
  time: stamp(block),
  from: block,
});

/** Adds orders of three accounts to the world, and files that ended in unusual ways. */
export const putClients = async (sql: postgres.Sql): Promise<void> => {
  // somebody settled a file, which the pool renewed; somebody paid for an order that names another
  const order = (id: string, block: number, change: object) => ({
    id: `${block}-7`,
    fileId: id,
    cidHex: cidHexOf(id),
    kind: 'NEW',
    account: CLIENT,
    payer: CLIENT,
    sizeBytes: '1048576',
    reservedPart: '1000',
    stakingPart: '2000',
    storagePart: '3000',
    wrapped: false,
    block,
    eventIndex: 7,
    time: stamp(block),
    from: block,
    ...change,
  });
  const put = writer(sql, readModel(SCHEMA).tables);
  await put('StorageOrder', [
    order(files.stored, 140, { kind: 'RENEW', account: SETTLER, payer: address(200) }),
    order(files.atRisk, 150, { kind: 'EXTEND', account: CLIENT, payer: FRIEND }),
    order(ONCE_ILLEGAL, 33, { id: '33-3' }),
    order(ONCE_ILLEGAL, 141, { id: '141-3' }),
    order(LAST_ILLEGAL, 142, { id: '142-3' }),
  ]);
  await put('File', [version(ONCE_ILLEGAL, 33, 46), version(ONCE_ILLEGAL, 141, 190), version(LAST_ILLEGAL, 142, 170)]);
  await put('FileEvent', [
    event(ONCE_ILLEGAL, 'ORDERED', 33, 1),
    event(ONCE_ILLEGAL, 'ILLEGAL', 46, 1),
    event(ONCE_ILLEGAL, 'ORDERED', 141, 1),
    // before spec 23 closing has no event of its own
    event(ONCE_ILLEGAL, 'LIQUIDATED', 190, 1),
    event(LAST_ILLEGAL, 'ORDERED', 142, 1),
    // of one block the tenth comes after the ninth
    event(LAST_ILLEGAL, 'SETTLED', 170, 8),
    event(LAST_ILLEGAL, 'CLOSED', 170, 9),
    event(LAST_ILLEGAL, 'ILLEGAL', 170, 10),
  ]);
};
