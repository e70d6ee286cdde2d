import { DEVNET_PROFILE } from '@moho/protocol/base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { statusAsker } from '../../test/file-at';
import { address, files, HEAD } from '../../test/fixtures';
import { timeOf } from '../../test/world/index';

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
const statusAt = statusAsker(() => ask);

describe('a file tells', () => {
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
});
