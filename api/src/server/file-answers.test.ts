import { asciiToBytes, bytesToHex, isReplicaLive } from '@moho/protocol';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { base64url } from 'multiformats/bases/base64';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, files, HEAD, hash } from '../../test/fixtures';
import { timeOf } from '../../test/world/index';
import { idOfText } from '../cid/content';
import { readCid } from '../cid/read';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const statusAt = async (cid: string, at?: number) => {
  const { data, errors } = await ask(
    `query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) {
      cid asOf status sentence expiresAtTime firstOrder { block }
      state { sizeBytes expiredAt sinceBlock endedAtBlock receipt { storageKey block changedAtBlock rpcParams } }
      replicaCounts { reported entries live liveOwners } replicas { owner live notLiveBecause matured } } }`,
    { cid, at },
  );
  expect(errors).toEqual([]);
  return data.file;
};

describe('a file', () => {
  test('that was never ordered is an answer, not null', async () => {
    const file = await statusAt(files.never);
    expect(file).toMatchObject({ status: 'NEVER_ORDERED', state: null, replicas: [], firstOrder: null });
    expect(file.sentence).toBe(`Nobody has ordered this file on Crust up to block ${HEAD}.`);
  });

  test('tells reported, stored and live replicas apart', async () => {
    expect(await statusAt(files.stored)).toMatchObject({
      status: 'STORED',
      replicaCounts: { reported: 5, entries: 5, live: 5, liveOwners: 5 },
    });
    const atRisk = await statusAt(files.atRisk);
    expect(atRisk).toMatchObject({ status: 'AT_RISK', replicaCounts: { reported: 2, entries: 2, live: 1 } });
    expect(atRisk.replicas.map((r: { notLiveBecause: string | null }) => r.notLiveBecause)).toEqual([
      null,
      'the node has not reported since before the last finished slot',
    ]);
    const lost = await statusAt(files.unreachable);
    expect(lost).toMatchObject({ status: 'UNREACHABLE', replicaCounts: { reported: 1, entries: 1, live: 0 } });
    expect(lost.replicas[0].notLiveBecause).toBe('the account reports under another anchor now');
  });

  test('that is closed keeps its last row and says why', async () => {
    expect(await statusAt(files.closed)).toMatchObject({
      status: 'CLOSED',
      state: { expiredAt: 240, sinceBlock: 30, endedAtBlock: 250 },
      sentence: 'Closed in block 250: the paid time was over and nothing was left to renew it.',
      replicaCounts: { reported: 0, entries: 0, live: 0 },
    });
    expect(await statusAt(files.illegal)).toMatchObject({ status: 'ILLEGAL', state: { endedAtBlock: 45 } });
  });

  test.each([
    ['stored', 39, 'NEVER_ORDERED'],
    ['stored', 40, 'WAITING'],
    ['stored', 59, 'WAITING'],
    // at 60 four of the five have reported in slot 30 or later
    ['stored', 60, 'STORED'],
    ['closed', 249, 'EXPIRED'],
    ['closed', 250, 'CLOSED'],
    ['closed', 29, 'NEVER_ORDERED'],
    ['illegal', 44, 'WAITING'],
    ['illegal', 45, 'ILLEGAL'],
    ['expired', 199, 'UNREACHABLE'],
    ['expired', 200, 'EXPIRED'],
    ['reordered', 94, 'EXPIRED'],
    ['reordered', 95, 'CLOSED'],
    ['reordered', 119, 'CLOSED'],
    ['reordered', 120, 'WAITING'],
  ] as const)('%s at block %i is %s', async (name, at, status) => {
    expect(await statusAt(files[name], at)).toMatchObject({ asOf: at, status });
  });

  test('live in SQL is live in the protocol', async () => {
    for (const at of [60, 66, 95, 124, 125, 150, 180, 275, 299, 300]) {
      const { data } = await ask(
        `query ($at: Int) { replicas(first: 100, at: $at) { nodes { who anchor live
          sworker { reportSlot code { expireBlock } } whoAccount { sworkIdentity { anchor } } } } }`,
        { at },
      );
      expect(data.replicas.nodes.length).toBeGreaterThan(0);
      for (const replica of data.replicas.nodes) {
        const expected = isReplicaLive(
          {
            anchor: replica.anchor,
            identityAnchor: replica.whoAccount.sworkIdentity?.anchor ?? null,
            lastReportSlot: replica.sworker ? Number(replica.sworker.reportSlot) : null,
            codeExpireBlock: replica.sworker?.code?.expireBlock ?? null,
          },
          at,
          DEVNET_PROFILE,
        );
        expect({ at, who: replica.who, live: replica.live }).toEqual({ at, who: replica.who, live: expected });
      }
    }
  });

  test('has a receipt that names key, block and call', async () => {
    const { state } = await statusAt(files.stored, 70);
    expect(state.receipt).toMatchObject({ block: 70, changedAtBlock: 60 });
    expect(state.receipt.rpcParams).toEqual([JSON.stringify(state.receipt.storageKey), JSON.stringify(hash(70))]);
    expect(
      state.receipt.storageKey.startsWith('0x5ebf094108ead4fefa73f7a3b13cb4a76ed21091d079415ef4a35264c626448d'),
    ).toBe(true);
  });

  test('names the time of its expiry, past or ahead', async () => {
    expect((await statusAt(files.expired)).expiresAtTime).toBe(timeOf(200));
    expect((await statusAt(files.stored)).expiresAtTime).toBe(timeOf(960));
  });

  test('that is no CID is one sentence', async () => {
    for (const cid of ['hello', '', 'Qm', '0x1234', `${files.stored}x`, '💥', "'; drop table files; --"]) {
      const { data, errors } = await ask('query ($cid: String!) { file(cid: $cid) { status } }', { cid });
      expect(data).toBeNull();
      expect(errors[0]?.extensions?.code).toBe('BAD_INPUT');
      expect(errors[0]?.message).toContain('is not a CID');
    }
  });

  test('is found in every way its name is written, and never under another spelling', async () => {
    const v1 = readCid(files.stored)?.content.toV1().toString() ?? '';
    const ways: [string, string, string | null][] = [
      [files.stored, files.stored, 'CID_V0'],
      [` "${files.stored}" `, files.stored, 'CID_V0'],
      [`ipfs://${files.stored}/a/b`, files.stored, 'IPFS_URI'],
      [`/ipfs/${files.stored}`, files.stored, 'IPFS_PATH'],
      [`https://ipfs.io/ipfs/${files.stored}?filename=a.png`, files.stored, 'GATEWAY_PATH'],
      [bytesToHex(asciiToBytes(files.stored)), files.stored, 'HEX'],
      [`https://${v1}.ipfs.dweb.link/a`, v1, 'GATEWAY_SUBDOMAIN'],
      [v1, v1, 'CID_V1'],
    ];
    for (const [text, cid, form] of ways) {
      const { data, errors } = await ask(
        `query ($t: String!) { file(cid: $t) { cid status readAs { form path } siblings { cid known file { status } } }
          search(text: $t) { hits { id } } }`,
        { t: text },
      );
      expect(errors).toEqual([]);
      const known = cid === files.stored;
      expect(data.file).toMatchObject({ cid, status: known ? 'STORED' : 'NEVER_ORDERED', readAs: { form } });
      expect(data.file.siblings[0]).toMatchObject({ known: !known, cid: known ? v1 : files.stored });
      // what was ordered is offered first
      expect(data.search.hits.map((h: { id: string }) => h.id)).toEqual(known ? [cid] : [files.stored, cid]);
    }
  });

  test('whose CID holds more than letters is named by its own text, and by its bytes', async () => {
    const text = readCid(files.stored)?.content.toV1().toString(base64url.encoder) ?? '';
    const question = 'query ($t: String!) { file(cid: $t) { cid cidHex cidText siblings { cid known } } }';
    const { data } = await ask(question, { t: text });
    const hex = bytesToHex(asciiToBytes(text));
    expect(data.file).toMatchObject({ cid: idOfText(text), cidHex: hex, cidText: text });
    expect(data.file.siblings[0]).toEqual({ cid: files.stored, known: true });
    expect((await ask(question, { t: hex })).data.file.cid).toBe(data.file.cid);
  });

  test('that waits says why: nobody reported it, or the spower service has not come to it', async () => {
    const why = async (cid: string, at?: number) =>
      (
        await ask(
          `query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) { status sentence
            waiting { reason since reports reportedAt processedBlock reportedBy { address } } } }`,
          { cid, at },
        )
      ).data.file;
    // reported in 150, and the service has come to 200 without taking it over
    expect(await why(files.waiting)).toMatchObject({
      status: 'WAITING',
      waiting: { reason: 'NOT_ACCEPTED', since: 100, reports: 1, reportedAt: 150, processedBlock: 200 },
    });
    expect((await why(files.waiting, 149)).waiting).toMatchObject({ reason: 'NOT_REPORTED', reportedAt: null });
    expect((await why(files.many[0] as string)).waiting).toMatchObject({ reason: 'NOT_APPLIED', reportedAt: 290 });
    // reported before it was ordered, and reported as deleted: neither is a report of this order
    for (const cid of files.many.slice(1, 3)) expect((await why(cid)).waiting.reason).toBe('NOT_REPORTED');
    // a second life waits since its own order
    expect((await why(files.reordered)).waiting).toMatchObject({ since: 120, reason: 'NOT_REPORTED' });
    expect((await why(files.stored)).waiting).toBeNull();
  });

  test('has lives: each new order after an end begins one, with its own money', async () => {
    const lives = async (cid: string, at?: number) =>
      (
        await ask(
          `query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) { lives { number from to end finalReported
            finalEntries money { ordered renewed prepaid ownersPaid liquidated forfeited } } ownerPayments { owner amount } } }`,
          { cid, at },
        )
      ).data.file;
    expect((await lives(files.reordered)).lives).toMatchObject([
      { number: 1, from: 32, to: 95, end: 'CLOSED', finalEntries: 0, money: { ownersPaid: '9' } },
      { number: 2, from: 120, to: null, end: null, finalReported: null, money: { ownersPaid: '0' } },
    ]);
    // payments of an earlier life are not those of this one
    expect((await lives(files.reordered)).ownerPayments).toEqual([]);
    expect((await lives(files.reordered, 94)).ownerPayments).toHaveLength(1);
    expect((await lives(files.closed)).lives).toMatchObject([
      { from: 30, to: 250, money: { prepaid: '40', ownersPaid: '25', liquidated: '60', forfeited: '40' } },
    ]);
    expect((await lives(files.never)).lives).toEqual([]);
    expect((await lives(files.stored)).ownerPayments.map((p: { amount: string }) => p.amount)).toEqual(['30', '20']);
  });

  test('has an entry for the end of its paid time, which has no event on chain', async () => {
    const kinds = async (cid: string) =>
      (
        await ask(
          'query ($cid: String!) { file(cid: $cid) { events(first: 9) { nodes { kind block time provenance { receipt { kind } } } } } }',
          { cid },
        )
      ).data.file.events.nodes;
    expect(await kinds(files.expired)).toMatchObject([{ kind: 'EXPIRED', block: 200, time: timeOf(200) }]);
    expect((await kinds(files.closed)).map((e: { kind: string; block: number }) => [e.kind, e.block])).toEqual([
      ['CLOSED', 250],
      ['LIQUIDATED', 249],
      ['EXPIRED', 240],
      ['PREPAID', 80],
      ['OWNER_PAID', 70],
      ['ORDERED', 30],
    ]);
    expect((await kinds(files.stored)).some((e: { kind: string }) => e.kind === 'EXPIRED')).toBe(false);
  });

  test('draws its three replica numbers over time as they are counted at each block', async () => {
    for (const cid of [files.stored, files.atRisk, files.unreachable, files.reordered, files.closed]) {
      const { data } = await ask(
        'query ($cid: String!) { file(cid: $cid) { replicaHistory { block reported entries live } } }',
        { cid },
      );
      const steps: { block: number; reported: number; entries: number; live: number }[] = data.file.replicaHistory;
      expect(steps.length).toBeGreaterThan(0);
      for (let at = 25; at <= HEAD; at += 17) {
        const { block: _, ...numbers } = steps.findLast(({ block }) => block <= at) ?? {
          block: 0,
          reported: 0,
          entries: 0,
          live: 0,
        };
        expect({ cid, at, ...(await statusAt(cid, at)).replicaCounts }).toMatchObject({ cid, at, ...numbers });
      }
    }
  });

  test('tells its status over time as it is told of each block', async () => {
    const seen = new Set<string>();
    for (const cid of [files.stored, files.atRisk, files.unreachable, files.reordered, files.closed, files.expired]) {
      const { data, errors } = await ask(
        'query ($cid: String!) { file(cid: $cid) { statusHistory { block time status liveOwners } } }',
        { cid },
      );
      expect(errors).toEqual([]);
      const steps: { block: number; time: string; status: string | null; liveOwners: number }[] =
        data.file.statusHistory;
      for (const { block, time } of steps) expect(time).toBe(timeOf(block));
      for (let at = 25; at <= HEAD; at += 11) {
        const step = steps.findLast(({ block }) => block <= at);
        if (step?.status == null) continue;
        const told = await statusAt(cid, at);
        expect({ cid, at, status: told.status, liveOwners: told.replicaCounts.liveOwners }).toEqual({
          cid,
          at,
          status: step.status,
          liveOwners: step.liveOwners,
        });
        seen.add(step.status);
      }
    }
    expect([...seen].sort()).toEqual(['AT_RISK', 'EXPIRED', 'STORED', 'UNREACHABLE', 'WAITING']);
  });

  test('says whose replicas it hangs on, when they mature and what they were paid', async () => {
    const { data } = await ask(
      `query ($cid: String!) { file(cid: $cid) {
        concentration { identities dominant { owner } families { identity owners } }
        replicas { countedOwner paid maturesAt lastReportSlot }
        runway { renewals renewalCost dryBlock dryTime } renewalsAffordable
        orders { nodes { baseFee sizeFee keysFee tips priceWithoutDiscount discount totalFee } } } }`,
      { cid: files.stored },
    );
    // owners 10 and 11 belong to one identity (see putRest)
    expect(data.file.concentration).toMatchObject({
      identities: 4,
      dominant: null,
      families: [{ identity: address(95), owners: [address(10), address(11)].sort() }],
    });
    expect(data.file.replicas.map((r: { paid: string }) => r.paid)).toEqual(['30', '20', '0', '0', '0']);
    expect(data.file.replicas[0]).toMatchObject({ countedOwner: address(10), maturesAt: 60 + 450 });
    const { renewals, renewalCost, dryBlock } = data.file.runway;
    expect(renewals).toBe(Math.floor(2_000_000 / Number(renewalCost)));
    expect(renewals).toBe(data.file.renewalsAffordable);
    expect(dryBlock).toBe(960 + renewals * DEVNET_PROFILE.fileDurationBlocks);
    expect(data.file.orders.nodes[0]).toMatchObject({
      ...{ baseFee: '30', sizeFee: '900', keysFee: '100', tips: '5' },
      ...{ priceWithoutDiscount: '1035', discount: '30', totalFee: '1005' },
    });
  });

  test('knows its other spelling', async () => {
    const { data } = await ask(
      'query ($cid: String!) { file(cid: $cid) { siblings { cid version file { status } } } }',
      {
        cid: files.stored,
      },
    );
    expect(data.file.siblings).toEqual([
      { cid: expect.stringMatching(/^bafy/), version: 1, file: { status: 'NEVER_ORDERED' } },
    ]);
  });

  test.each(['WAITING', 'STORED', 'AT_RISK', 'UNREACHABLE', 'EXPIRED', 'CLOSED', 'ILLEGAL'])(
    'filter %s lists exactly the files of that status',
    async (status) => {
      const { data, errors } = await ask(
        'query ($s: FileStatus) { files(first: 100, filter: {status: $s}) { totalCount nodes { cid status } } }',
        { s: status },
      );
      expect(errors).toEqual([]);
      expect(data.files.nodes.length).toBeGreaterThan(0);
      expect(data.files.totalCount).toBe(data.files.nodes.length);
      expect(data.files.nodes.map((n: { status: string }) => n.status)).toEqual(data.files.nodes.map(() => status));
    },
  );
});

describe('as of a block', () => {
  test.each([
    [0, 'from 1 on'],
    [-5, 'from 1 on'],
    [HEAD + 1, `beyond the head of the index, which is block ${HEAD}`],
    [2_147_483_647, 'beyond the head'],
  ])('at %i is refused', async (at, part) => {
    const { errors } = await ask('query ($at: Int) { files(at: $at) { totalCount } }', { at });
    expect(errors[0]?.extensions?.code).toBe('BAD_INPUT');
    expect(errors[0]?.message).toContain(part);
  });

  test('what hangs below a row is read at the same block', async () => {
    const question = `query ($id: String!, $at: Int) { validator(id: $id, at: $at) {
      isCandidate guarantorCount guarantees(first: 50) { totalCount } stashAccount { asOf roles } } }`;
    const before = (await ask(question, { id: address(10), at: 149 })).data.validator;
    const after = (await ask(question, { id: address(10), at: 150 })).data.validator;
    expect(before).toMatchObject({ guarantorCount: 13, guarantees: { totalCount: 13 }, stashAccount: { asOf: 149 } });
    expect(after).toMatchObject({ guarantorCount: 1, guarantees: { totalCount: 1 }, stashAccount: { asOf: 150 } });
    const chilled = { id: address(21), at: 200 };
    expect((await ask(question, chilled)).data.validator).toMatchObject({ isCandidate: false });
    expect((await ask(question, { ...chilled, at: 199 })).data.validator).toMatchObject({ isCandidate: true });
  });

  test('records do not exist before their block', async () => {
    const { data } = await ask(
      'query ($cid: String!) { a: file(cid: $cid, at: 119) { orders { nodes { block } } } b: file(cid: $cid) { orders { nodes { block } } } }',
      { cid: files.reordered },
    );
    expect(data.a.orders.nodes).toEqual([{ block: 32 }]);
    expect(data.b.orders.nodes).toEqual([{ block: 120 }, { block: 32 }]);
  });
});

describe('what a follower of an account asks', () => {
  test('files by the end of their paid time; those that wait have none', async () => {
    const list = 'files(first: 100, orderBy: {field: EXPIRED_AT, direction: ASC}';
    const ends = async (filter: string): Promise<number[]> => {
      const { data, errors } = await ask(`{ ${list}, filter: {${filter}}) { nodes { state { expiredAt } } } }`);
      expect(errors).toEqual([]);
      return data.files.nodes.map(({ state }: { state: { expiredAt: number } }) => state.expiredAt);
    };
    const all = (await ends('')).filter((end) => end > 0);
    expect(all.length).toBeGreaterThan(2);
    expect(await ends('expiresFrom: 0')).toEqual(all);
    expect(await ends('expiresTo: 200')).toEqual(all.filter((end) => end <= 200));
    expect(await ends('expiresFrom: 201, expiresTo: 960')).toEqual(all.filter((end) => end > 200 && end <= 960));
  });

  test('an end of paid time is no event of the chain: the question is refused, not answered with nothing', async () => {
    const { errors } = await ask('{ fileEvents(filter: { kind: EXPIRED }) { nodes { id } } }');
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_INPUT' }, message: expect.stringContaining('paid time') },
    ]);
  });

  test('events of the files it ordered, and of no others', async () => {
    const events = async (account: string) =>
      (
        await ask('query ($a: String) { fileEvents(first: 100, filter: { orderedBy: $a }) { nodes { id fileId } } }', {
          a: account,
        })
      ).data.fileEvents.nodes;
    expect(await events(address(91))).toEqual([]);
    const all = (await ask('{ fileEvents(first: 100) { nodes { id fileId } } }')).data.fileEvents.nodes;
    expect(await events(address(90))).toEqual(all);
  });
});
