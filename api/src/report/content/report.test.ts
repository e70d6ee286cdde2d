import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api';
import { readModel } from '../../../test/ddl';
import { address, files, HEAD, SCHEMA, writer } from '../../../test/fixtures';
import { ANCHOR, good, PROGRESS, putSignedReports } from '../../../test/world/signed-reports';

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
  await putSignedReports(world.database.admin);
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const ask = async (name: string, fields: string, at?: number) => {
  const { data, errors } = await world.ask(
    `query ($name: String!, $at: Int) { slotReport(name: $name, at: $at) { ${fields} } }`,
    { name, at: at ?? null },
  );
  expect(errors).toEqual([]);
  return data.slotReport;
};

describe('a report by its name', () => {
  test('is found by its extrinsic, its place in it, and by machine and slot', async () => {
    expect(await ask('100-5', 'status slot')).toEqual({ status: 'REPORTED', slot: 90 });
    expect(await ask(`${ANCHOR}-90`, 'block')).toEqual({ block: 100 });
    expect(await ask('160-5', 'status name')).toEqual({ status: 'REPORTED', name: `${ANCHOR}-150` });
    expect(await ask('160-5-1', 'status account')).toEqual({ status: 'REJECTED', account: address(61) });
    for (const nothing of ['160-5-7', '100-6', `${ANCHOR}-60`, '2147483647-1'])
      expect(await ask(nothing, 'id')).toBeNull();
  });

  test('has a name of its own that leads back to it', async () => {
    const { data } = await world.ask(
      `{ slotReports(first: 100, filter: { account: "${address(60)}" }) { nodes { id name } } }`,
    );
    const reports: { id: string; name: string }[] = data.slotReports.nodes;
    expect(new Set(reports.map(({ name }) => name)).size).toBe(5);
    for (const { id, name } of reports) expect(await ask(name, 'id')).toEqual({ id });
  });

  test('is not there before its block', async () => {
    expect(await ask('100-5', 'id', 99)).toBeNull();
    expect(await ask('100-5', 'slot', 100)).toEqual({ slot: 90 });
  });
});

test('signatures are valid where the enclave made them and not where a bit was turned', async () => {
  const result = async (name: string) => (await ask(name, 'signatureCheck { result }')).signatureCheck?.result ?? null;
  expect(await result('100-5')).toBe('VALID');
  expect(await result('130-5')).toBe('VALID');
  expect(await result(`${ANCHOR}-150`)).toBe('VALID');
  expect(await result('160-5-1')).toBe('INVALID');
  expect(await result('170-5')).toBeNull();
});

test('what it names is paged in its own order, added files first', async () => {
  const page = await ask('130-5', 'files(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { fileId } }');
  expect(page.files).toMatchObject({ totalCount: 2, nodes: [{ fileId: files.stored }] });
  const { endCursor } = page.files.pageInfo;
  const next = await ask(
    '130-5',
    `files(first: 1, after: "${endCursor}") { pageInfo { hasNextPage } nodes { fileId } }`,
  );
  expect(next.files).toEqual({ pageInfo: { hasNextPage: false }, nodes: [{ fileId: files.waiting }] });
  const back = await ask('130-5', 'files(last: 1) { pageInfo { hasPreviousPage } nodes { fileId isAdded sizeBytes } }');
  expect(back.files).toEqual({
    pageInfo: { hasPreviousPage: true },
    nodes: [{ fileId: files.waiting, isAdded: true, sizeBytes: '5' }],
  });
  expect((await ask('170-5', 'content { readable } files { totalCount }')).content).toEqual({ readable: false });
});

test('a refusal for files is explained, with the body that tells the enclave what it missed', async () => {
  const report = await ask(
    '130-5',
    `errorText errorAdvice transition { legal rule beforeBytes expectedBytes }
     recovery { repeated explains body filesSizeBytes filesRoot lastReport { name } }`,
  );
  expect(report.errorAdvice).toMatch(/body to send/);
  expect(report.transition).toEqual({ legal: false, rule: 'SIZE', beforeBytes: '1070', expectedBytes: '1145' });
  expect(report.recovery).toEqual({
    repeated: 1,
    explains: true,
    body: JSON.stringify({ added_files: [files.stored], deleted_files: [] }),
    filesSizeBytes: '1070',
    filesRoot: good.filesRoot,
    lastReport: { name: '100-5' },
  });
  expect((await ask('100-5', 'transition { legal rule } recovery { body }')).transition).toEqual({
    legal: true,
    rule: 'FIRST',
  });
});

test('who left its group earlier in the block began anew, without files; who left later, or somebody else, did not', async () => {
  const put = writer(world.database.admin, readModel(SCHEMA).tables);
  const quit = (index: number, extrinsicIndex: number, who: string) => ({
    id: `130-${index}`,
    block: 130,
    index,
    phase: 'EXTRINSIC',
    extrinsicIndex,
    pallet: 'swork',
    name: 'QuitGroupSuccess',
    args: JSON.stringify([
      { type: 'AccountId', value: who },
      { type: 'AccountId', value: address(1) },
    ]),
    error: null,
    from: 130,
  });
  const asked = 'transition { legal beforeBytes quitEvent expectedBytes }';
  const plain = { legal: false, beforeBytes: '1070', quitEvent: null, expectedBytes: '1145' };
  await put('Event', [quit(901, 4, address(61)), quit(902, 6, address(60))]);
  expect((await ask('130-5', asked)).transition).toEqual(plain);
  await put('Event', [quit(903, 4, address(60))]);
  expect((await ask('130-5', asked)).transition).toEqual({
    legal: false,
    beforeBytes: '0',
    quitEvent: '130-903',
    expectedBytes: '75',
  });
});

test('reports inside another call say so, name each other, and are passed over by the service', async () => {
  const wrapped = await ask(`${ANCHOR}-150`, 'wrapped content { wrappers } siblings { name status }');
  expect(wrapped).toEqual({
    wrapped: true,
    content: { wrappers: ['utility.batch'] },
    siblings: [
      { name: '160-5-0', status: 'DUPLICATE' },
      { name: '160-5-1', status: 'REJECTED' },
    ],
  });
  expect(await ask('160-5-0', 'acceptedReport { name }')).toEqual({ acceptedReport: { name: `${ANCHOR}-150` } });
  const state = async (name: string, at?: number) => (await ask(name, 'application { state }', at)).application.state;
  expect(await state('100-5', 105)).toBe('WAITING');
  expect(await state('100-5', 110)).toBe('APPLIED');
  expect(await state(`${ANCHOR}-150`, 200)).toBe('WAITING');
  expect(await state(`${ANCHOR}-150`)).toBe('PASSED_OVER');
  expect(await state('130-5')).toBe('NOT_ACCEPTED');
});

test('the service’s worst lag of each slot is the worst of its blocks', async () => {
  const { data, errors } = await world.ask(
    `{ spowerService { lastProcessedBlock lagBlocks waitingReports lags(slots: 11) { slot lagBlocks } }
       early: spowerService(at: 170) { waitingReports waitingFiles oldestWaitingBlock } }`,
  );
  expect(errors).toEqual([]);
  const processedAt = (block: number) => PROGRESS.findLast(({ from }) => from <= block)?.processed ?? null;
  const lagOf = (slot: number) => {
    const blocks = Array.from({ length: 30 }, (_, i) => slot + i).filter((block) => block <= HEAD);
    const lags = blocks.flatMap((block) => {
      const processed = processedAt(block);
      return processed === null ? [] : [block - processed];
    });
    return lags.length === 0 ? [] : [{ slot, lagBlocks: Math.max(...lags) }];
  };
  const slots = Array.from({ length: 11 }, (_, i) => 30 * i);
  expect(data.spowerService.lags).toEqual(slots.flatMap(lagOf));
  expect(data.spowerService).toMatchObject({ lastProcessedBlock: 240, lagBlocks: HEAD - 240, waitingReports: 0 });
  expect(data.early).toEqual({ waitingReports: 1, waitingFiles: '1', oldestWaitingBlock: 160 });
});

test('code shares add up to the machines and their work', async () => {
  const { data, errors } = await world.ask(
    `{ sworkerCodeShares { code version expireBlock members owners workloadBytes }
       sworkIdentities(first: 100) { totalCount nodes { sworker { free spower } } } }`,
  );
  expect(errors).toEqual([]);
  const { sworkerCodeShares: shares, sworkIdentities: identities } = data;
  const total = (all: bigint[]) => all.reduce((sum, one) => sum + one, 0n);
  expect(shares.reduce((sum: number, { members }: { members: number }) => sum + members, 0)).toBe(
    identities.totalCount,
  );
  const work = identities.nodes.map(({ sworker }: { sworker: { free: string; spower: string } }) =>
    total([BigInt(sworker.free), BigInt(sworker.spower)]),
  );
  expect(total(shares.map(({ workloadBytes }: { workloadBytes: string }) => BigInt(workloadBytes)))).toBe(total(work));
});

test('deadlines that differ from the rule are counted over all judged slots', async () => {
  const { data } = await world.ask(
    '{ status { deadlineCheck { slots mismatches lastSlot } } slotSummaries(first: 100) { nodes { slot deadlineMismatches } } }',
  );
  const judged: { slot: number; deadlineMismatches: number }[] = data.slotSummaries.nodes;
  const differ = judged.filter(({ deadlineMismatches }) => deadlineMismatches > 0);
  expect(data.status.deadlineCheck).toEqual({
    slots: judged.length,
    mismatches: judged.reduce((sum, { deadlineMismatches }) => sum + deadlineMismatches, 0),
    lastSlot: differ[0]?.slot ?? null,
  });
});
