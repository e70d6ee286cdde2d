import { perbillMul, perbillRatio } from '@moho/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, anchor, CRU, files, hash, memberOf, owners } from '../../test/fixtures';

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
  test('a group has members and sums', async () => {
    const { data, errors } = await ask(
      `query ($o: String!) { group(owner: $o) { memberCount spower free punishedCount stakeLimit
        members { totalCount nodes { member identity { punished anchor } sworker { reportSlot } } } } }`,
      { o: address(16) },
    );
    expect(errors).toEqual([]);
    expect(data.group).toMatchObject({ memberCount: 1, spower: '16000', punishedCount: 1 });
    expect(data.group.members.nodes[0]).toMatchObject({ member: address(memberOf(16)), identity: { punished: true } });
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

  test('feesMoved leaves out what only a counter changed', async () => {
    const fees = '{ nodes { block baseFee byteFee keysFee } }';
    const { data } = await ask(
      `{ all: prices(first: 100) ${fees} steps: prices(first: 100, feesMoved: true) ${fees} }`,
    );
    const rows: { block: number; baseFee: string; byteFee: string; keysFee: string }[] = data.all.nodes;
    const feesOf = (i: number) => [rows[i]?.baseFee, rows[i]?.byteFee, rows[i]?.keysFee].join();
    const moved = rows.filter((_, i) => feesOf(i) !== feesOf(i + 1));
    expect(moved.length).toBeLessThan(rows.length);
    expect(data.steps.nodes).toEqual(moved);
  });

  test('prices quote an order whose parts add up', async () => {
    const { data } = await ask(
      '{ price { block quote(sizeBytes: "10485761") { baseFee byteAndKeysFee total reservedPart stakingPart storagePart } receipts { item } } }',
    );
    const { quote } = data.price;
    expect(data.price.block).toBe(58);
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
