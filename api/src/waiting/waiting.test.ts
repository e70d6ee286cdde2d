import { nearestRank, sizeClassOf, waitingReason } from '@moho/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { address, HEAD } from '../../test/fixtures';
import { type Life, lives, PROCESSED, patient, putLives, seed } from '../../test/world/waiting-lives';

const SLOT_BLOCKS = 30;

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
  await putLives(world.database.admin);
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
