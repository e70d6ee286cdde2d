import fc from 'fast-check';
import type postgres from 'postgres';
import { cidHexOf } from '../../src/input';
import { readModel } from '../ddl';
import { address, anchor, cid, HEAD, SCHEMA, writer } from '../fixtures';
import { stamp } from './time';

/** Files with lives made by chance: some wait, some found owners, some were stored once before and wait again. */
export interface Life {
  id: string;
  sizeBytes: bigint;
  /** a paid time before: it ends where the file begins to wait again */
  before: number | null;
  start: number;
  /** null: waits */
  first: number | null;
  /** owner and blocks after the first replica, at most one of each owner */
  owners: [owner: number, later: number][];
  tips: bigint[];
  /** its order lies before the index */
  isOlder: boolean;
  /** the chain wrote its row once more while it waited */
  touched: boolean;
  reported: number | null;
}

export const PROCESSED = 280;
export const seed = Math.floor(Math.random() * 0x7fff_ffff);

const life: fc.Arbitrary<Omit<Life, 'id'>> = fc
  .record({
    sizeBytes: fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 21n }), fc.bigInt({ min: 1n, max: 2n ** 34n })),
    hadLife: fc.boolean(),
    isOlder: fc.boolean(),
    touched: fc.boolean(),
    start: fc.integer({ min: 60, max: 290 }),
    wait: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    owners: fc.uniqueArray(fc.tuple(fc.integer({ min: 10, max: 21 }), fc.nat(40)), {
      selector: ([owner]) => owner,
      maxLength: 6,
    }),
    tips: fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 3 }),
    reportedAfter: fc.option(fc.nat(30), { nil: null }),
  })
  .map(({ hadLife, isOlder, touched, tips, start, wait, owners, reportedAfter, ...rest }) => {
    const first = wait === null || start + wait > HEAD ? null : start + wait;
    const unordered = isOlder && first === null && !hadLife;
    return {
      ...rest,
      start,
      first,
      isOlder: unordered,
      tips: unordered ? [] : tips,
      touched: touched && start + 2 < (first ?? HEAD),
      before: hadLife ? start - 40 : null,
      owners: first === null ? [] : owners.filter(([, later]) => first + later <= HEAD),
      reported: first !== null || reportedAfter === null ? null : Math.min(HEAD, start + reportedAfter),
    };
  });

/** However the dice fall, somebody waits at every block that is asked about. */
export const patient = [100, 110, 120].map((start) => ({
  ...{ sizeBytes: 1000n, before: null, start, first: null, owners: [], tips: [1n], isOlder: false },
  ...{ touched: false, reported: null },
}));
const chance = fc.sample(fc.array(life, { minLength: 87, maxLength: 87 }), { numRuns: 1, seed })[0] ?? [];
export const lives: Life[] = [...patient, ...chance].map((one, i) => ({ ...one, id: `${cid(1 + (i % 250))}${i}` }));

const version = (id: string, sizeBytes: bigint, expiredAt: number, from: number, to?: number) => ({
  id,
  cidHex: cidHexOf(id),
  generation: 17,
  sizeBytes: String(sizeBytes),
  spower: '0',
  expiredAt,
  calculatedAt: from,
  amount: '1000',
  prepaid: '0',
  reportedReplicaCount: 0,
  remainingPaidCount: 4,
  from,
  ...(to === undefined ? {} : { to }),
});

/** Puts these files in the place of the world's own. */
export const putLives = async (sql: postgres.Sql): Promise<void> => {
  const put = writer(sql, readModel(SCHEMA).tables);
  await sql.unsafe(
    `truncate "${SCHEMA}".files, "${SCHEMA}".replicas, "${SCHEMA}".storage_orders, "${SCHEMA}".file_events, "${SCHEMA}".reported_files, "${SCHEMA}".spower_services`,
  );
  let n = 0;
  const event = (fileId: string, kind: string, block: number, owner?: number) => ({
    id: `${block}-${n++}`,
    fileId,
    kind,
    block,
    owner: owner === undefined ? null : address(owner),
    account: owner === undefined ? null : address(owner + 30),
    time: stamp(block),
    from: block,
  });
  await put(
    'File',
    lives.flatMap(({ id, sizeBytes, before, start, first, touched }) => [
      ...(before === null ? [] : [version(id, sizeBytes, 20, before, start)]),
      ...(touched ? [version(id, sizeBytes, 0, start, start + 2)] : []),
      version(id, sizeBytes, 0, touched ? start + 2 : start, first ?? undefined),
      ...(first === null ? [] : [version(id, sizeBytes, 960, first)]),
    ]),
  );
  await put(
    'StorageOrder',
    lives.flatMap(({ id, before, start, tips, isOlder }) => {
      if (isOlder) return [];
      const order = (block: number, kind: string, tip: bigint) => ({
        id: `${block}-${n++}`,
        fileId: id,
        cidHex: cidHexOf(id),
        kind,
        account: address(90),
        payer: address(90),
        tips: String(tip),
        reservedPart: '1',
        stakingPart: '1',
        storagePart: '1',
        wrapped: false,
        block,
        eventIndex: 1,
        time: stamp(block),
        from: block,
      });
      const [opening = 0n, ...more] = tips;
      return [
        // tips of an earlier life do not count
        ...(before === null ? [] : [order(before, 'NEW', 7n)]),
        order(start, before === null ? 'NEW' : 'RENEW', opening),
        ...more.map((tip) => order(start, 'EXTEND', tip)),
      ];
    }),
  );
  await put(
    'FileEvent',
    lives.flatMap(({ id, first, owners }) =>
      first === null
        ? []
        : [
            event(id, 'FIRST_REPLICA', first),
            ...owners.map(([owner, later]) => event(id, 'REPLICA_ADDED', first + later, owner)),
          ],
    ),
  );
  await put(
    'ReportedFile',
    lives.flatMap(({ id, reported, start }) =>
      // a report of before it waited tells nothing
      [reported, start - 10].flatMap((block) =>
        block === null
          ? []
          : [
              {
                id: `${block}-0-${n++}`,
                fileId: id,
                cidHex: cidHexOf(id),
                isAdded: true,
                anchor: anchor(40),
                account: address(40),
                slot: 270,
                sizeBytes: '1',
                validAt: block,
                block,
                extrinsicIndex: 0,
                time: stamp(block),
                from: block,
              },
            ],
      ),
    ),
  );
  await put('SpowerService', [{ id: 'service', lastProcessedBlockWorkReports: PROCESSED, from: 1 }]);
};
