import { isReplicaLive, perbillMul, perbillRatio, slotOfBlock } from '@moho/protocol';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, anchor, CRU, files, HEAD, hash, memberOf, owners } from '../../test/fixtures';
import { timeOf } from '../../test/world';

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

describe('validators', () => {
  test('stakes add up and are cut at the limit', async () => {
    const { data } = await ask(
      `{ validators(first: 100, orderBy: {field: EFFECTIVE_STAKE, direction: DESC}) { totalCount nodes {
        stash ownStake guaranteedStake totalStake effectiveStake stakeLimit electedLastEra memberCount guaranteeFeePerbill
        unclaimedEras lastEra { era stakingReward claimed guarantorCount guarantors { nodes { guarantor value } } } } } }`,
    );
    const { nodes } = data.validators;
    expect(data.validators.totalCount).toBe(11);
    let last = 10n ** 40n;
    for (const v of nodes) {
      expect(BigInt(v.totalStake)).toBe(BigInt(v.ownStake) + BigInt(v.guaranteedStake));
      const [total, limit] = [BigInt(v.totalStake), BigInt(v.stakeLimit)];
      expect(BigInt(v.effectiveStake)).toBe(total < limit ? total : limit);
      expect(BigInt(v.effectiveStake) <= last).toBe(true);
      last = BigInt(v.effectiveStake);
      expect(v.unclaimedEras).toEqual([]);
      expect(v.lastEra).toMatchObject({ era: 2, stakingReward: null, claimed: false, guarantorCount: 1 });
      expect(v.memberCount).toBe(1);
    }
    expect(nodes.filter((v: { electedLastEra: boolean }) => v.electedLastEra)).toHaveLength(6);
  });

  test('the reward of a closed era follows the protocol', async () => {
    const { data } = await ask(
      'query ($s: String) { validatorEras(era: 1, stash: $s) { nodes { total stakingReward claimed receipt { item } } } }',
      { s: address(12) },
    );
    const expected = perbillMul(perbillRatio(95n * CRU, 1140n * CRU), 40n * CRU);
    expect(data.validatorEras.nodes).toEqual([
      { total: String(95n * CRU), stakingReward: String(expected), claimed: true, receipt: { item: 'ErasStakers' } },
    ]);
  });

  test('filters by room, election, fee and name', async () => {
    const question =
      'query ($f: ValidatorFilter) { validators(first: 100, filter: $f) { totalCount nodes { stash } } }';
    const count = async (f: object) => (await ask(question, { f })).data.validators.totalCount;
    expect(await count({ elected: true })).toBe(6);
    expect(await count({ minGuaranteeFeePerbill: 300_000_000 })).toBe(5);
    expect(await count({ hasRoom: true })).toBe(11);
    expect(await count({ hasRoom: false })).toBe(0);
    expect(await count({ text: 'owner 12' })).toBe(1);
    expect(await count({ text: address(12).slice(0, 20) })).toBe(1);
    expect(await count({ text: '%' })).toBe(0);
  });
});

describe('the rest', () => {
  test('a group has members, sums and a slot grid', async () => {
    const { data, errors } = await ask(
      `query ($o: String!) { group(owner: $o) { memberCount spower free punishedCount stakeLimit
        members { totalCount nodes { member identity { punished anchor } sworker { reportSlot } } }
        slotGrid(slots: 8) { slots rows { account anchor cells { slot report { status punished offset } } } hasMore } } }`,
      { o: address(16) },
    );
    expect(errors).toEqual([]);
    expect(data.group).toMatchObject({ memberCount: 1, spower: '16000', punishedCount: 1 });
    expect(data.group.members.nodes[0]).toMatchObject({ member: address(memberOf(16)), identity: { punished: true } });
    const { slots, rows } = data.group.slotGrid;
    expect(slots).toEqual([90, 120, 150, 180, 210, 240, 270, 300]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ account: address(memberOf(16)), anchor: anchor(memberOf(16)) });
    expect(rows[0].cells[0]).toEqual({ slot: 90, report: { status: 'MISSED', punished: true, offset: null } });
    expect(rows[0].cells[7]).toEqual({ slot: 300, report: null });
    expect(slotOfBlock(HEAD, DEVNET_PROFILE)).toBe(slots.at(-1));
  });

  test('an account knows its roles and links', async () => {
    const roles = async (id: string) =>
      (
        await ask(
          'query ($id: String!) { account(id: $id) { roles controller owner ledger { unlocking { value era } } } }',
          { id },
        )
      ).data.account;
    expect(await roles(address(10))).toMatchObject({
      roles: ['OWNER', 'VALIDATOR', 'STASH', 'CONTROLLER', 'MERCHANT'],
      controller: address(10),
      ledger: { unlocking: [{ value: String(10n * CRU), era: 9 }] },
    });
    expect(await roles(address(40))).toMatchObject({ roles: ['MEMBER'], owner: address(10) });
    expect(await roles(address(70))).toMatchObject({ roles: ['GUARANTOR'] });
    expect(await roles(address(90))).toMatchObject({ roles: ['CLIENT'] });
    expect(await roles(address(250))).toMatchObject({ roles: [], ledger: null });
  });

  test('prices quote an order whose parts add up', async () => {
    const { data } = await ask(
      '{ price { block quote(sizeBytes: "10485761") { baseFee byteAndKeysFee total reservedPart stakingPart storagePart } receipts { item } } }',
    );
    const { quote } = data.price;
    expect(data.price.block).toBe(57);
    expect(quote.byteAndKeysFee).toBe(String(11n * 10_033n + 1_003_300n));
    expect(BigInt(quote.total)).toBe(BigInt(quote.baseFee) + BigInt(quote.byteAndKeysFee));
    expect(BigInt(quote.total)).toBe(
      BigInt(quote.reservedPart) + BigInt(quote.stakingPart) + BigInt(quote.storagePart),
    );
    expect(data.price.receipts.map((r: { item: string }) => r.item)).toEqual([
      'FileBaseFee',
      'FileByteFee',
      'FileKeysCountFee',
    ]);
    expect((await ask('{ price(at: 56) { block } }')).data.price.block).toBe(1);
    const { errors } = await ask('{ price { quote(sizeBytes: "99999999999999") { total } } }');
    expect(errors[0]?.extensions?.code).toBe('BAD_INPUT');
  });

  test('eras: phases, totals, only the begun ones', async () => {
    const { data } = await ask(
      '{ all: eras { nodes { era phase } } begun: eras(started: true) { nodes { era phase paidTotal } } network { activeEra currentEra } }',
    );
    expect(data.all.nodes.map((e: { era: number }) => e.era)).toEqual([5, 4, 3, 2, 1]);
    expect(data.begun.nodes).toEqual([
      { era: 2, phase: 'ACTIVE', paidTotal: '0' },
      { era: 1, phase: 'ENDED', paidTotal: String(12n * CRU) },
    ]);
    expect(data.network).toEqual({ activeEra: 2, currentEra: 2 });
  });

  test('blocks, extrinsics and events lead to each other', async () => {
    const { data } = await ask(
      `query ($h: String) { block(hash: $h) { number slot extrinsics { nodes { id fee errorText events { nodes { id } } blockEntity { number } } }
        events { nodes { id receipt { kind storageKey rpcMethod } } } } extrinsic(id: "55-0") { success error errorText } }`,
      { h: hash(50) },
    );
    expect(data.block).toMatchObject({ number: 50, slot: 30 });
    expect(data.block.extrinsics.nodes).toMatchObject([
      { id: '50-0', fee: '1000', events: { nodes: [{ id: '50-1' }] }, blockEntity: { number: 50 } },
    ]);
    expect(data.block.events.nodes.map((e: { id: string }) => e.id)).toEqual(['50-0', '50-1']);
    expect(data.block.events.nodes[0].receipt).toMatchObject({ kind: 'EVENT', rpcMethod: 'state_getStorage' });
    expect(data.extrinsic).toMatchObject({ success: false, error: 'market.FileSizeNotCorrect' });
    expect(data.extrinsic.errorText).toMatch(/^The size given is smaller/);
  });

  test.each([
    [files.stored, 'FILE'],
    [files.never, 'FILE'],
    [address(10), 'ACCOUNT'],
    ['50', 'BLOCK'],
    ['2', 'BLOCK'],
    ['50-0', 'EXTRINSIC'],
    [hash(50), 'BLOCK'],
    [hash(100_050), 'EXTRINSIC'],
    [anchor(40), 'SWORKER'],
    ['owner 1', 'ACCOUNT'],
    [files.stored.slice(0, 12), 'FILE'],
  ])('search %s finds a %s', async (text, kind) => {
    const { data, errors } = await ask('query ($t: String!) { search(text: $t) { sentence hits { kind id title } } }', {
      t: text,
    });
    expect(errors).toEqual([]);
    expect(data.search.hits[0]?.kind).toBe(kind);
  });

  test('search for nothing, and for what is not there, says so', async () => {
    for (const t of ['', '   ', 'zzzzzz', '99999999999', '999-9', '0xabcdef', '%', "'; --"]) {
      const { data } = await ask('query ($t: String!) { search(text: $t) { sentence hits { id } } }', { t });
      expect(data.search.hits).toEqual([]);
      expect(data.search.sentence.length).toBeGreaterThan(20);
    }
  });

  test('all groups are the owners', async () => {
    const { data } = await ask('{ groups(first: 100) { nodes { owner } } }');
    expect(data.groups.nodes.map((g: { owner: string }) => g.owner).sort()).toEqual(owners.map(address).sort());
  });
});
