import { asciiToBytes, bytesToHex, isReplicaLive } from '@moho/protocol';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { base64url } from 'multiformats/bases/base64';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { fileAsker } from '../../test/file-at';
import { files, HEAD, hash } from '../../test/fixtures';
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
const statusAt = fileAsker(() => ask);

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
