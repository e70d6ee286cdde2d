import { nearestRank, sizeClassOf, waitingReason } from '@moho/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { readModel } from '../../test/ddl';
import { address, anchor, cid, HEAD, SCHEMA, writer } from '../../test/fixtures';
import { stamp } from '../../test/world/time';
import { cidHexOf } from '../input';

/** Files with lives made by chance: some wait, some found owners, some were stored once before and wait again. */
interface Life {
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

const PROCESSED = 280;
const SLOT_BLOCKS = 30;
const seed = Math.floor(Math.random() * 0x7fff_ffff);

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
const patient = [100, 110, 120].map((start) => ({
  ...{ sizeBytes: 1000n, before: null, start, first: null, owners: [], tips: [1n], isOlder: false },
  ...{ touched: false, reported: null },
}));
const chance = fc.sample(fc.array(life, { minLength: 87, maxLength: 87 }), { numRuns: 1, seed })[0] ?? [];
const lives: Life[] = [...patient, ...chance].map((one, i) => ({ ...one, id: `${cid(1 + (i % 250))}${i}` }));

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

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
  const put = writer(world.database.admin, readModel(SCHEMA).tables);
  await world.database.admin.unsafe(
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
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const sum = (values: bigint[]) => values.reduce((total, value) => total + value, 0n);
const keys = {
  AGE: (one: Life) => BigInt(HEAD - one.start),
  SIZE: (one: Life) => one.sizeBytes,
  TIP: (one: Life) => sum(one.tips),
};

test(`waiting files are sorted by age, size and tip, each with its reason (seed ${seed})`, async () => {
  const waiting = lives.filter(({ first }) => first === null);
  expect(waiting.length).toBeGreaterThan(10);
  for (const [field, keyOf] of Object.entries(keys)) {
    for (const direction of ['ASC', 'DESC']) {
      const { data, errors } = await world.ask(
        `{ waitingFiles(first: 100, orderBy: { field: ${field}, direction: ${direction} }) {
          totalCount nodes { id ageBlocks sizeBytes tips reason reportedBlock file { status } } } }`,
      );
      expect(errors).toEqual([]);
      const found = data.waitingFiles.nodes.map(({ id }: { id: string }) => lives.find((one) => one.id === id));
      const sorted = [...waiting].sort((a, b) => Number(keyOf(a) - keyOf(b)));
      if (direction === 'DESC') sorted.reverse();
      expect(found.map(keyOf).map(String)).toEqual(sorted.map(keyOf).map(String));
      expect(data.waitingFiles.totalCount).toBe(waiting.length);
      for (const node of data.waitingFiles.nodes) {
        const one = lives.find(({ id }) => id === node.id) as Life;
        expect(node).toEqual({
          id: one.id,
          ageBlocks: HEAD - one.start,
          sizeBytes: String(one.sizeBytes),
          tips: String(sum(one.tips)),
          reason: waitingReason({ reportedBlock: one.reported, processedBlock: PROCESSED }),
          reportedBlock: one.reported,
          file: { status: 'WAITING' },
        });
      }
    }
  }
});

test(`a file’s own page tells the same of its waiting (seed ${seed})`, async () => {
  for (const at of [null, HEAD, 200, 150]) {
    const { data, errors } = await world.ask(
      `query ($at: Int) { waitingFiles(first: 100, at: $at) { totalCount nodes { id waitingSince reason reportedBlock
        file { waiting { since reason reportedAt } } } } }`,
      { at },
    );
    expect(errors).toEqual([]);
    expect(data.waitingFiles.nodes.length).toBe(data.waitingFiles.totalCount);
    const waited = lives.filter(
      ({ start, first }) => start <= (at ?? HEAD) && (first === null || first > (at ?? HEAD)),
    );
    expect(data.waitingFiles.totalCount).toBe(waited.length);
    expect(waited.length).toBeGreaterThanOrEqual(patient.length);
    for (const { id, waitingSince, reason, reportedBlock, file } of data.waitingFiles.nodes) {
      expect(file.waiting).toEqual({ since: waitingSince, reason, reportedAt: reportedBlock });
      expect(waitingSince).toBe(lives.find((one) => one.id === id)?.start);
    }
  }
});

const within = (slots: number) =>
  lives.filter((one) => one.first !== null && one.first > HEAD - slots * SLOT_BLOCKS) as (Life & { first: number })[];

test.each([1, 3, 24])('percentiles over %i slots are those of protocol’s nearest rank', async (slots) => {
  const { data, errors } = await world.ask(`{ waitingRoom(slots: ${slots}) { fromBlock processedBlock
    overall { count medianBlocks p90Blocks } classes { fromBytes belowBytes count medianBlocks p90Blocks } } }`);
  expect(errors).toEqual([]);
  const of = (some: (Life & { first: number })[]) => ({
    count: some.length,
    medianBlocks: nearestRank(
      some.map((one) => one.first - one.start),
      50,
    ),
    p90Blocks: nearestRank(
      some.map((one) => one.first - one.start),
      90,
    ),
  });
  const found = within(slots);
  expect(data.waitingRoom.overall).toEqual(of(found));
  const classes = [0, 1, 2, 3, 4].map((place) => found.filter(({ sizeBytes }) => sizeClassOf(sizeBytes) === place));
  expect(
    data.waitingRoom.classes.map(({ fromBytes, belowBytes, ...rest }: Record<string, unknown>) => {
      expect(fromBytes !== null || belowBytes !== null).toBe(true);
      return rest;
    }),
  ).toEqual(classes.filter((one) => one.length > 0).map(of));
  expect(data.waitingRoom.processedBlock).toBe(PROCESSED);
});

test('owners are listed by how soon they stored, fastest first', async () => {
  const { data, errors } = await world.ask(
    '{ pickupOwners(slots: 5, first: 100) { totalCount nodes { id count medianBlocks fastestBlocks } } }',
  );
  expect(errors).toEqual([]);
  const waits = new Map<string, number[]>();
  for (const { first, start, owners } of within(5))
    for (const [owner, later] of owners)
      waits.set(address(owner), [...(waits.get(address(owner)) ?? []), first + later - start]);
  const expected = [...waits].map(([id, values]) => ({
    id,
    count: values.length,
    medianBlocks: nearestRank(values, 50) as number,
    fastestBlocks: Math.min(...values),
  }));
  expected.sort((a, b) => a.medianBlocks - b.medianBlocks || (a.id < b.id ? -1 : 1));
  expect(data.pickupOwners.nodes).toEqual(expected);
  expect(data.pickupOwners.totalCount).toBe(expected.length);
});

test('slots beyond what is looked back over are refused', async () => {
  for (const slots of [0, -1, 169]) {
    const { errors } = await world.ask(`{ waitingRoom(slots: ${slots}) { asOf } }`);
    expect(errors[0]).toMatchObject({ message: `"slots" is a number from 1 to 168, not ${slots}.` });
  }
});
